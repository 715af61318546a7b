/**
 * Every address of the app in one list: what it shows, the words of its title, what it needs before it can be shown and
 * for whom it is. Tests walk this list, so a screen that is not here does not exist.
 */
import {lazy, type ComponentType, type LazyExoticComponent} from 'react';
import type {Action} from '#domain/access/permissions.ts';
import type {TextKey, WordsOf} from '#client/i18n/text.ts';
import type {PartName} from '#client/features/person/person-page.tsx';

/** nothing: shown to anybody. session: signed in, no vault yet. vault: unlocked. */
export type Needs = 'nothing' | 'session' | 'vault';
/** Whose screen it is once the vault is open; somebody else at that address is led to their own first screen. */
export type Audience = 'staff' | 'young' | 'everybody';

export interface AppRoute {
  readonly path: string;
  readonly title: TextKey;
  readonly needs: Needs;
  readonly audience: Audience;
  /** What somebody must be allowed to do for the screen to be of any use to them; the server decides all the same. */
  readonly action?: Action;
  /** Shows what is kept of people: locked when the device has been away from the server for too long. */
  readonly reads?: boolean;
  readonly screen: ComponentType | LazyExoticComponent<ComponentType>;
}

/** A screen that is loaded when it is first opened, with the words of its side. */
function screen<Module>(words: WordsOf, load: () => Promise<Module>, pick: (module: Module) => ComponentType) {
  return lazy(async () => {
    // Asked for here, so that the list itself can be read without a browser.
    const {needWords} = await import('#client/i18n/text.ts');
    const [module] = await Promise.all([load(), needWords(words)]);
    return {default: pick(module)};
  });
}

const core = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) => screen('core', load, pick);
const staff = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) => screen('staff', load, pick);
const young = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) => screen('young', load, pick);

function part(name: PartName) {
  return staff(
    () => import('#client/features/person/person-page.tsx'),
    ({PersonPage}) =>
      () => <PersonPage key={name} part={name} />,
  );
}

const RecordContact = staff(
  () => import('#client/features/contact/record-contact-page.tsx'),
  ({RecordContactPage}) => RecordContactPage,
);

const forEverybody = (path: string, title: TextKey, needs: Needs, shown: AppRoute['screen']): AppRoute => ({
  path,
  title,
  needs,
  audience: 'everybody',
  screen: shown,
});

const forStaff = (path: string, title: TextKey, shown: AppRoute['screen'], reads = false): AppRoute => ({
  path,
  title,
  needs: 'vault',
  audience: 'staff',
  reads,
  screen: shown,
});

const forManagers = (path: string, title: TextKey, shown: AppRoute['screen']): AppRoute => ({
  ...forStaff(path, title, shown, true),
  action: 'allocation.give',
});

const forYoung = (path: string, title: TextKey, shown: AppRoute['screen']): AppRoute => ({
  path,
  title,
  needs: 'vault',
  audience: 'young',
  reads: true,
  screen: shown,
});

export const ROUTES: readonly AppRoute[] = [
  forEverybody(
    '/welcome',
    'sign-in:welcome.title',
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
    core(
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
  forStaff(
    '/today',
    'today:title',
    staff(
      () => import('#client/features/today/today-page.tsx'),
      ({TodayPage}) => TodayPage,
    ),
    true,
  ),
  forStaff(
    '/people',
    'people:title',
    staff(
      () => import('#client/features/people/people-page.tsx'),
      ({PeoplePage}) => PeoplePage,
    ),
    true,
  ),
  forStaff('/people/:person', 'person:tab.overview', part('overview'), true),
  forStaff('/people/:person/plan', 'person:tab.plan', part('plan'), true),
  forStaff('/people/:person/contacts', 'person:tab.contacts', part('contacts'), true),
  forStaff('/people/:person/home', 'person:tab.home', part('home'), true),
  forStaff('/people/:person/money', 'person:tab.money', part('money'), true),
  forStaff('/record', 'contact:title', RecordContact),
  forStaff('/record/:draft', 'contact:title', RecordContact),
  forStaff(
    '/history/:record',
    'history:title',
    staff(
      () => import('#client/features/history/history-page.tsx'),
      ({HistoryPage}) => HistoryPage,
    ),
    true,
  ),
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
  forStaff(
    '/more',
    'more:title',
    staff(
      () => import('#client/features/more/more-page.tsx'),
      ({MorePage}) => MorePage,
    ),
  ),
  forStaff(
    '/guide',
    'more:guide.title',
    staff(
      () => import('#client/features/more/guide-page.tsx'),
      ({GuidePage}) => GuidePage,
    ),
  ),
  forYoung(
    '/home',
    'young:nav.home',
    young(
      () => import('#client/features/young/home-page.tsx'),
      ({HomePage}) => HomePage,
    ),
  ),
  forYoung(
    '/my-plan',
    'young:plan.title',
    young(
      () => import('#client/features/young/plan-page.tsx'),
      ({PlanPage}) => PlanPage,
    ),
  ),
  forYoung(
    '/my-plan/:section',
    'young:answer.title',
    young(
      () => import('#client/features/young/answer-page.tsx'),
      ({AnswerPage}) => AnswerPage,
    ),
  ),
  forYoung(
    '/ask-review',
    'young:review.title',
    young(
      () => import('#client/features/young/ask-review-page.tsx'),
      ({AskReviewPage}) => AskReviewPage,
    ),
  ),
  forYoung(
    '/my-money',
    'young:money.title',
    young(
      () => import('#client/features/young/money-page.tsx'),
      ({MoneyPage}) => MoneyPage,
    ),
  ),
  forYoung(
    '/my-home',
    'young:myHome.title',
    young(
      () => import('#client/features/young/where-i-live-page.tsx'),
      ({WhereILivePage}) => WhereILivePage,
    ),
  ),
  forYoung(
    '/talk',
    'young:talk.title',
    young(
      () => import('#client/features/young/talk-page.tsx'),
      ({TalkPage}) => TalkPage,
    ),
  ),
  {
    ...forYoung(
      '/help',
      'young:help.title',
      young(
        () => import('#client/features/young/help-page.tsx'),
        ({HelpPage}) => HelpPage,
      ),
    ),
    // Numbers to call are shown whatever has ended.
    reads: false,
  },
];

/** Where somebody of a role begins. */
export function firstScreen(role: string): string {
  if (role === 'young_person') return '/home';
  return role === 'administrator' || role === 'governance_officer' ? '/more' : role === 'manager' || role === 'deputy' ? '/team' : '/today';
}
