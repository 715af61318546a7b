/**
 * The addresses that everybody and young people have: what each shows, the words of its title, what it needs before it can
 * be shown and for whom it is. Those of staff are in `routes-of-staff.tsx`, which a young person's phone does not load.
 * Tests walk both lists, so a screen that is in neither does not exist.
 */
import {core, forEverybody, forReaders, shared, type AppRoute} from './route.tsx';
import {YOUNG_ROUTES} from './routes-of-young.tsx';

export const ROUTES: readonly AppRoute[] = [
  forEverybody(
    '/welcome',
    'welcome:title',
    'nothing',
    core(
      () => import('./welcome-door.tsx'),
      ({WelcomeDoor}) => WelcomeDoor,
    ),
  ),
  forEverybody(
    '/invitation',
    'sign-in:invitation.title',
    'nothing',
    core(
      () => import('./invitation-door.tsx'),
      ({InvitationDoor}) => InvitationDoor,
    ),
  ),
  forEverybody(
    '/join',
    'sign-in:join.title',
    'nothing',
    core(
      () => import('./join-door.tsx'),
      ({JoinDoor}) => JoinDoor,
    ),
  ),
  forEverybody(
    '/sign-in',
    'sign-in:title',
    'nothing',
    core(
      () => import('./sign-in-door.tsx'),
      ({SignInDoor}) => SignInDoor,
    ),
  ),
  forEverybody(
    '/unlock',
    'device:unlock.title',
    'nothing',
    core(
      () => import('./unlock-door.tsx'),
      ({UnlockDoor}) => UnlockDoor,
    ),
  ),
  forEverybody(
    '/protect',
    'device:protect.title',
    'session',
    core(
      () => import('./protect-door.tsx'),
      ({ProtectDoor}) => ProtectDoor,
    ),
  ),
  forEverybody(
    '/first-sync',
    'device:first.title',
    'vault',
    core(
      () => import('#client/features/device/first-sync-page.tsx'),
      ({FirstSyncPage}) => FirstSyncPage,
    ),
  ),
  forEverybody(
    '/sync',
    'sync:title',
    'vault',
    shared(
      () => import('#client/features/sync-state/sync-page.tsx'),
      ({SyncPage}) => SyncPage,
    ),
  ),
  forEverybody(
    '/settings',
    'device:settings.title',
    'vault',
    core(
      () => import('#client/features/device/device-settings-page.tsx'),
      ({DeviceSettingsPage}) => DeviceSettingsPage,
    ),
  ),
  forReaders(
    '/together',
    'together:title',
    shared(
      () => import('#client/features/together/together-page.tsx'),
      ({TogetherPage}) => TogetherPage,
    ),
  ),
  forReaders(
    '/together/:record/:field',
    'together:title',
    shared(
      () => import('#client/features/together/choose-page.tsx'),
      ({ChoosePage}) => ChoosePage,
    ),
  ),
  ...YOUNG_ROUTES,
];

const FIRST: Readonly<Record<string, string>> = {
  young_person: '/home',
  manager: '/team',
  deputy: '/team',
  administrator: '/authority',
  governance_officer: '/more',
  finance_officer: '/payments',
  duty_worker: '/duty',
};

/** Where somebody of a role begins. */
export function firstScreen(role: string): string {
  return FIRST[role] ?? '/today';
}
