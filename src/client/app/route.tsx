/** What a screen's entry in the list says, and the ways in which entries are made. */
import {lazy, type ComponentType, type LazyExoticComponent} from 'react';
import type {Action} from '#domain/access/permissions.ts';
import type {TextKey, WordsOf} from '#client/i18n/text.ts';
import {usePhase} from '#client/sync/device-context.ts';

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

/** A screen that is loaded when it is first opened, with the words that it needs. */
function screen<Module>(words: readonly WordsOf[], load: () => Promise<Module>, pick: (module: Module) => ComponentType) {
  return lazy(async () => {
    // Asked for here, so that the list itself can be read without a browser.
    const {needWords} = await import('#client/i18n/text.ts');
    const [module] = await Promise.all([load(), ...words.map(needWords)]);
    return {default: pick(module)};
  });
}

export const core = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) => screen(['core'], load, pick);
/** A screen that staff and young people share; each loads the words that they would read it in. */
export function shared<Module>(load: () => Promise<Module>, pick: (module: Module) => ComponentType): ComponentType {
  const [Staffs, Young] = [screen(['staff', 'both', 'codes'], load, pick), screen(['young', 'youngPage', 'both', 'codes'], load, pick)];
  return function Shared() {
    const phase = usePhase();
    return phase.kind === 'open' && phase.vault.session.role === 'young_person' ? <Young /> : <Staffs />;
  };
}
export const staffBoth = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'both'], load, pick);
export const youngBoth = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['young', 'youngPage', 'both'], load, pick);
export const staff = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) => screen(['staff'], load, pick);
export const youngFirst = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) => screen(['young'], load, pick);
/** Any other of a young person’s screens: its words are loaded with the first of them. */
export const young = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['young', 'youngPage'], load, pick);
/** A young person’s money. */
export const youngFund = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['young', 'youngPage', 'youngFund'], load, pick);
/** Their money plan. */
export const youngMoney = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['young', 'youngPage', 'moneyPlan'], load, pick);
/** What they learn and work, and help with its costs. */
export const youngLearning = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['young', 'youngPage', 'youngFund', 'learning'], load, pick);
/** A person’s file: with the words of why and of plans. */
export const staffFile = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'file', 'codes'], load, pick);
/** One request to the fund: with the words of it, of why and of the plan. */
export const staffFund = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'file', 'codes', 'fund'], load, pick);
/** Paper for the young person speaks in their words, also on the device of staff. */
export const printing = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'file', 'codes', 'young', 'youngPage', 'print'], load, pick);
export const youngPrinting = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['young', 'youngPage', 'moneyPlan', 'print'], load, pick);
/** An administrator’s screens. */
export const administering = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'authority', 'codes'], load, pick);
/** Money of the authority, asked of the server: with the words of what is online by nature. */
export const paying = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'authority', 'codes', 'import'], load, pick);
/** Being told of alarms while the app is closed. */
export const notifying = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'notifications'], load, pick);
export const importing = <Module,>(load: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  screen(['staff', 'file', 'codes', 'import'], load, pick);

export const forEverybody = (path: string, title: TextKey, needs: Needs, shown: AppRoute['screen']): AppRoute => ({
  path,
  title,
  needs,
  audience: 'everybody',
  screen: shown,
});

/** Shown to everybody with an open vault, while what is kept of people may be read. */
export const forReaders = (path: string, title: TextKey, shown: AppRoute['screen']): AppRoute => ({
  ...forEverybody(path, title, 'vault', shown),
  reads: true,
});

export const forStaff = (path: string, title: TextKey, shown: AppRoute['screen'], reads = false): AppRoute => ({
  path,
  title,
  needs: 'vault',
  audience: 'staff',
  reads,
  screen: shown,
});

export const forManagers = (path: string, title: TextKey, shown: AppRoute['screen']): AppRoute => ({
  ...forStaff(path, title, shown, true),
  action: 'allocation.give',
});

export const forPayers = (path: string, title: TextKey, shown: AppRoute['screen']): AppRoute => ({
  ...forStaff(path, title, shown),
  action: 'fund.pay',
});

/** What an income scheme did: for those who lead, and who answers for information. */
export const forReporters = (path: string, title: TextKey, shown: AppRoute['screen']): AppRoute => ({
  ...forStaff(path, title, shown),
  action: 'evaluation.report',
});

export const forYoung = (path: string, title: TextKey, shown: AppRoute['screen']): AppRoute => ({
  path,
  title,
  needs: 'vault',
  audience: 'young',
  reads: true,
  screen: shown,
});
