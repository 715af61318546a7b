/** What stands in the bar, by role: at most four, in the order in which they are used. Labels fit a quarter of 320 px. */
import type {Role} from '#domain/access/roles.ts';
import type {TextKey} from '#client/i18n/text.ts';

interface MenuEntry {
  readonly to: string;
  readonly label: TextKey;
  /** The icon's path on a field of 24 by 24. */
  readonly icon: string;
}

const DAY = 'M4 5h16v16H4zM4 10h16M8 2v5M16 2v5';
const PEOPLE = 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-7 7-7s7 3 7 7M16 3a4 4 0 0 1 0 8M22 21c0-3-1-5-4-6';
const PEN = 'M12 20h9M16 4l4 4L8 20H4v-4z';
const DOTS = 'M5 12h.01M12 12h.01M19 12h.01';
const TEAM = 'M12 3v6M5 15v-3h14v3M2 15h6v6H2zM9 15h6v6H9zM16 15h6v6h-6z';
const HOUSE = 'M3 11l9-8 9 8M5 10v11h14V10';
const PATH = 'M8 21c0-6 8-6 8-11S9 7 9 3';
const PURSE = 'M3 7h18v13H3zM3 7l12-4v4M16 13h.01';
const SETTINGS = 'M4 7h9M19 7h1M16 4v6M4 17h1M11 17h9M8 14v6';
const BELL = 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4';
const STAR = 'M12 3v3M12 18v3M3 12h3M18 12h3M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z';

const MORE: MenuEntry = {to: '/more', label: 'common:nav.more', icon: DOTS};
const TODAY: MenuEntry = {to: '/today', label: 'common:nav.today', icon: DAY};
const EVERYBODY: MenuEntry = {to: '/people', label: 'common:nav.people', icon: PEOPLE};
const RECORD: MenuEntry = {to: '/record', label: 'common:nav.record', icon: PEN};

const YOUNG: readonly MenuEntry[] = [
  {to: '/home', label: 'common:nav.myStart', icon: STAR},
  {to: '/my-plan', label: 'common:nav.myPlan', icon: PATH},
  {to: '/my-money', label: 'common:nav.myMoney', icon: PURSE},
  {to: '/my-home', label: 'common:nav.myHome', icon: HOUSE},
];

const MANAGER: readonly MenuEntry[] = [{to: '/team', label: 'common:nav.team', icon: TEAM}, EVERYBODY, TODAY, MORE];
const ADMINISTRATOR: readonly MenuEntry[] = [
  {to: '/authority', label: 'common:nav.authority', icon: SETTINGS},
  {to: '/authority/people', label: 'common:nav.colleagues', icon: PEOPLE},
  MORE,
];
const FINANCE: readonly MenuEntry[] = [
  {to: '/payments', label: 'common:nav.payments', icon: PURSE},
  {to: '/authority/budgets', label: 'common:nav.budgets', icon: SETTINGS},
  MORE,
];
/** Roles that are not here begin at "More": they hold nobody's file. */
const MENUS: Partial<Readonly<Record<Role, readonly MenuEntry[]>>> = {
  young_person: YOUNG,
  adviser: [TODAY, EVERYBODY, RECORD, MORE],
  manager: MANAGER,
  deputy: MANAGER,
  administrator: ADMINISTRATOR,
  finance_officer: FINANCE,
  duty_worker: [{to: '/duty', label: 'common:nav.duty', icon: BELL}, MORE],
};

export function menuOf(role: Role): readonly MenuEntry[] {
  return MENUS[role] ?? [MORE];
}
