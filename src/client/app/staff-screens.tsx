/** The screens of staff, and the answer to an address that is nobody's. A file of its own, so that a young person's phone need not load it. */
import {Route, Routes} from 'react-router';
import {gated} from './gated.tsx';
import {NotFoundPage} from './not-found-page.tsx';
import {STAFF_ROUTES} from './routes-of-staff.tsx';

export function StaffScreens() {
  return (
    <Routes>
      {STAFF_ROUTES.map(gated)}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
