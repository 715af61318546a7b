/** Screens of whoever leads a team. */
import {forManagers, staff, type AppRoute} from './route.tsx';

export const TEAM_ROUTES: readonly AppRoute[] = [
  forManagers(
    '/team',
    'team:title',
    staff(
      () => import('#client/features/team/team-page.tsx'),
      ({TeamPage}) => TeamPage,
    ),
  ),
  forManagers(
    '/team/move',
    'team:move.title',
    staff(
      () => import('#client/features/team/move-people-page.tsx'),
      ({MovePeoplePage}) => MovePeoplePage,
    ),
  ),
];
