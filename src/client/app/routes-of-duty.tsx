/** A duty worker's one screen, and being told of alarms while the app is closed: for whoever they can come to. */
import {forStaff, importing, notifying, type AppRoute} from './route.tsx';

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
  {
    ...forStaff(
      '/notifications',
      'notifications:title',
      notifying(
        () => import('#client/features/notifications/notifications-page.tsx'),
        ({NotificationsPage}) => NotificationsPage,
      ),
    ),
    action: 'notification.receive',
  },
];
