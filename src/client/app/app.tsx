/** The app composed: frame, gates and screens from the one list of routes. */
import {Suspense} from 'react';
import {Navigate, Route, Routes, useLocation} from 'react-router';
import {ErrorBoundary} from './error-boundary.tsx';
import {Gate} from './gate.tsx';
import {NotFoundPage} from './not-found-page.tsx';
import {ROUTES} from './routes.tsx';
import {Shell} from './shell.tsx';
import {UpdatePrompt} from './update-prompt.tsx';

export function App() {
  const {pathname} = useLocation();
  return (
    <>
      <Shell>
        {/* Outside the keyed boundary, so that a screen still loading leaves the last one standing. */}
        <Suspense fallback={null}>
          <ErrorBoundary key={pathname}>
            <Routes>
              <Route path="/" element={<Navigate to="/today" replace />} />
              {ROUTES.map(({path, needs, reads = false, screen: Screen}) => (
                <Route
                  key={path}
                  path={path}
                  element={
                    <Gate needs={needs} reads={reads}>
                      <Screen />
                    </Gate>
                  }
                />
              ))}
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </ErrorBoundary>
        </Suspense>
      </Shell>
      <UpdatePrompt />
    </>
  );
}
