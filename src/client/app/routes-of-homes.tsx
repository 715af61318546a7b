/** Screens of homes, of what somebody is entitled to, and of the radar. */
import type {ComponentType} from 'react';
import type * as HomeScreens from '#client/features/home/home-screens.ts';
import {forStaff, staffFile, type AppRoute} from './route.tsx';

function homePage(pick: (screens: typeof HomeScreens) => ComponentType) {
  return staffFile(() => import('#client/features/home/home-screens.ts'), pick);
}

export const HOME_ROUTES: readonly AppRoute[] = [
  forStaff(
    '/people/:person/home/:form',
    'home:form.title',
    homePage(({HomeFormPage}) => HomeFormPage),
    true,
  ),
  forStaff(
    '/people/:person/homeless/:episode',
    'home:homeless',
    homePage(({HomelessPage}) => HomelessPage),
    true,
  ),
  forStaff(
    '/people/:person/entitlements',
    'entitlements:title',
    staffFile(
      () => import('#client/features/entitlements/entitlements-page.tsx'),
      ({EntitlementsPage}) => EntitlementsPage,
    ),
    true,
  ),
  forStaff(
    '/radar',
    'radar:title',
    staffFile(
      () => import('#client/features/radar/radar-page.tsx'),
      ({RadarPage}) => RadarPage,
    ),
  ),
];
