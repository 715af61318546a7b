/**
 * Every address of the app in one list: what it shows, the words of its title and what it needs before it can be
 * shown. Tests walk this list, so a screen that is not here does not exist.
 */
import {lazy, type ComponentType, type LazyExoticComponent} from 'react';
import type {TextKey} from '#client/i18n/text.ts';
import type {PartName} from '#client/features/person/person-page.tsx';

/** nothing: shown to anybody. session: signed in, no vault yet. vault: unlocked. */
export type Needs = 'nothing' | 'session' | 'vault';

export interface AppRoute {
  readonly path: string;
  readonly title: TextKey;
  readonly needs: Needs;
  /** Shows what is kept of people: locked when the device has been away from the server for too long. */
  readonly reads?: boolean;
  readonly screen: ComponentType | LazyExoticComponent<ComponentType>;
}

function part(name: PartName) {
  return lazy(async () => {
    const {PersonPage} = await import('#client/features/person/person-page.tsx');
    return {default: () => <PersonPage key={name} part={name} />};
  });
}

const RecordContact = lazy(async () => ({default: (await import('#client/features/contact/record-contact-page.tsx')).RecordContactPage}));

export const ROUTES: readonly AppRoute[] = [
  {
    path: '/welcome',
    title: 'sign-in:welcome.title',
    needs: 'nothing',
    screen: lazy(async () => ({default: (await import('./doors.tsx')).WelcomeDoor})),
  },
  {
    path: '/invitation',
    title: 'sign-in:invitation.title',
    needs: 'nothing',
    screen: lazy(async () => ({default: (await import('./doors.tsx')).InvitationDoor})),
  },
  {
    path: '/sign-in',
    title: 'sign-in:title',
    needs: 'nothing',
    screen: lazy(async () => ({default: (await import('./doors.tsx')).SignInDoor})),
  },
  {
    path: '/unlock',
    title: 'device:unlock.title',
    needs: 'nothing',
    screen: lazy(async () => ({default: (await import('./doors.tsx')).UnlockDoor})),
  },
  {
    path: '/protect',
    title: 'device:protect.title',
    needs: 'session',
    screen: lazy(async () => ({default: (await import('./doors.tsx')).ProtectDoor})),
  },
  {
    path: '/first-sync',
    title: 'device:first.title',
    needs: 'vault',
    screen: lazy(async () => ({default: (await import('#client/features/device/first-sync-page.tsx')).FirstSyncPage})),
  },
  {
    path: '/today',
    title: 'today:title',
    needs: 'vault',
    reads: true,
    screen: lazy(async () => ({default: (await import('#client/features/today/today-page.tsx')).TodayPage})),
  },
  {
    path: '/people',
    title: 'people:title',
    needs: 'vault',
    reads: true,
    screen: lazy(async () => ({default: (await import('#client/features/people/people-page.tsx')).PeoplePage})),
  },
  {path: '/people/:person', title: 'person:tab.overview', needs: 'vault', reads: true, screen: part('overview')},
  {path: '/people/:person/plan', title: 'person:tab.plan', needs: 'vault', reads: true, screen: part('plan')},
  {path: '/people/:person/contacts', title: 'person:tab.contacts', needs: 'vault', reads: true, screen: part('contacts')},
  {path: '/people/:person/home', title: 'person:tab.home', needs: 'vault', reads: true, screen: part('home')},
  {path: '/people/:person/money', title: 'person:tab.money', needs: 'vault', reads: true, screen: part('money')},
  {path: '/record', title: 'contact:title', needs: 'vault', screen: RecordContact},
  {path: '/record/:draft', title: 'contact:title', needs: 'vault', screen: RecordContact},
  {
    path: '/sync',
    title: 'sync:title',
    needs: 'vault',
    screen: lazy(async () => ({default: (await import('#client/features/sync-state/sync-page.tsx')).SyncPage})),
  },
];
