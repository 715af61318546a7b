/** The one screen of a duty worker. */
import {forStaff, importing, type AppRoute} from './route.tsx';

export const DUTY_ROUTES: readonly AppRoute[] = [
  {
    ...forStaff(
      '/duty',
      'duty:title',
      importing(
        () => import('#client/features/duty/duty-page.tsx'),
        ({DutyPage}) => DutyPage,
      ),
    ),
    action: 'duty.work',
  },
];
