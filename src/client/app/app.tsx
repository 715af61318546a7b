/** The app composed: frame, gates and screens from the one list of routes. */
import {lazy, Suspense} from 'react';
import {Navigate, Route, Routes, useLocation} from 'react-router';
import {ErrorBoundary} from './error-boundary.tsx';
import {Gate} from './gate.tsx';
import {gated} from './gated.tsx';
import {usePhase} from '#client/sync/device-context.ts';
import {firstScreen, ROUTES} from './routes.tsx';
import {Shell} from './shell.tsx';
import {UpdatePrompt} from './update-prompt.tsx';

/** Loaded when an address is none of those that everybody has. */
const StaffScreens = lazy(async () => ({default: (await import('./staff-screens.tsx')).StaffScreens}));

export function App() {
  const {pathname} = useLocation();
  return (
    <>
      <Shell>
        {/* Outside the keyed boundary, so that a screen still loading leaves the last one standing. */}
        <Suspense fallback={null}>
          <ErrorBoundary key={pathname}>
            <Routes>
              <Route
                path="/"
                element={
                  <Gate needs="vault" audience="everybody" action={undefined} reads={false}>
                    <ToFirstScreen />
                  </Gate>
                }
              />
              {ROUTES.map(gated)}
              <Route path="*" element={<StaffScreens />} />
            </Routes>
          </ErrorBoundary>
        </Suspense>
      </Shell>
      <UpdatePrompt />
    </>
  );
}

/** The address without a path: each role has a first screen of its own, behind the door. */
function ToFirstScreen() {
  const phase = usePhase();
  return phase.kind === 'open' ? <Navigate to={firstScreen(phase.vault.session.role)} replace /> : null;
}
