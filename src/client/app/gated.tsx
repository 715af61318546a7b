/** An entry of the list of screens as a route behind its gate. */
import {Route} from 'react-router';
import {Gate} from './gate.tsx';
import type {AppRoute} from './route.tsx';

export function gated({path, needs, audience, action, reads = false, screen: Screen}: AppRoute) {
  return (
    <Route
      key={path}
      path={path}
      element={
        <Gate needs={needs} audience={audience} action={action} reads={reads}>
          <Screen />
        </Gate>
      }
    />
  );
}
