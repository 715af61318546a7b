/**
 * The one total table of who may do what. `held`: only in a scope that is granted to the actor today. `team`: any
 * person of the actor's authority. `yes`: not about one person. Everything that is not named is `never`.
 * The server asks it for every command and route; the device asks the same table for what it offers.
 */
import {ROLES, type Role} from './roles.ts';

export type Permission = 'yes' | 'held' | 'team' | 'never';

type Row = Readonly<Record<Role, Permission>>;
const never = Object.fromEntries(ROLES.map(role => [role, 'never'])) as Row;
const everySignedIn = {...(Object.fromEntries(ROLES.map(role => [role, 'yes'])) as Row), operator: 'never'} as Row;

/** What whoever works with a young person may do, and those who lead them; what is decided for a team; and what is also the young person's. */
const caseWork: Row = {...never, adviser: 'held', manager: 'team', deputy: 'team'};
const forTeam: Row = {...never, manager: 'team', deputy: 'team'};
const withThem: Row = {...caseWork, young_person: 'held'};
const theirs: Row = {...never, young_person: 'held'};

export const PERMISSIONS = {
  'contact.record': caseWork,
  'in-touch.set': caseWork,
  'lone-visit.start': {...never, adviser: 'yes', manager: 'yes', deputy: 'yes'},
  'plan.write': caseWork,
  'plan.approve': forTeam,
  'own-words.write': withThem,
  'review.hold': caseWork,
  'deadline.hold': caseWork,
  'plan-action.add': caseWork,
  'plan-action.update': caseWork,
  'risk-summary.write': caseWork,
  'conflict.settle': withThem,
  'paper-copy.note': withThem,
  'record.strike-out': caseWork,
  'details.change': withThem,
  'alert.move': caseWork,
  'death.record': forTeam,
  'category.decide': forTeam,
  'alert.write': caseWork,
  'profile.write': caseWork,
  'rights.write': caseWork,
  'birth-date.correct': forTeam,
  'consent.withdraw': withThem,
  'evaluation.consent': withThem,
  'evaluation.report': {...forTeam, governance_officer: 'team'},
  'evaluation.export': {...never, manager: 'team', governance_officer: 'team'},
  'statutory.export': {...never, manager: 'team', governance_officer: 'team'},
  'cover.give': forTeam,
  'cover.end': forTeam,
  'allocation.give': forTeam,
  'hand-over.write': caseWork,
  'section-answer.give': theirs,
  'review.ask': withThem,
  'review.settle-request': caseWork,
  'own-action.tick': theirs,
  'message.send': {...never, young_person: 'held', adviser: 'held'},
  'young-person.invite': caseWork,
  'young-person.end-access': caseWork,
  'setting.set': {...never, manager: 'yes', administrator: 'yes', operator: 'yes'},
  'staff.change': {...never, administrator: 'yes'},
  'team.change': {...never, manager: 'yes', administrator: 'yes'},
  'budget.set': {...never, manager: 'yes'},
  'money-plan.write': withThem,
  'fund.ask': withThem,
  'fund.assess': caseWork,
  'fund.decide': caseWork,
  'fund.pay': {...never, finance_officer: 'team', manager: 'team', deputy: 'team'},
  'income-scheme.set': {...never, manager: 'yes', administrator: 'yes'},
  'income-scheme.enrol': caseWork,
  'income-check-in.answer': withThem,
  'radar.hold': caseWork,
  'home.write': caseWork,
  'home.tell': withThem,
  'household.say': withThem,
  'home.decide': forTeam,
  'worry.raise': withThem,
  'worry.all-right': theirs,
  // A duty worker's is for what is with duty, on their shift: the commands see to that.
  'worry.answer': {...caseWork, duty_worker: 'team'},
  /** To be told, while the app is closed, that an alarm has come: whoever an alarm can go to (domain/worry/escalation.ts). */
  'notification.receive': {...never, adviser: 'yes', manager: 'yes', deputy: 'yes', duty_worker: 'yes'},
  'duty.work': {...never, duty_worker: 'yes'},
  'activity.write': caseWork,
  'activity.say': theirs,
  'activity.confirm': withThem,
  'snapshot.correct': caseWork,
  'education-support.ask': withThem,
  'education-support.decide': forTeam,
  'education-support.pay': caseWork,
  'accounts.manage': {...never, administrator: 'yes'},
  'alarms.read': {...never, administrator: 'yes', operator: 'yes'},
  'team.look': forTeam,
  'record.history': withThem,
  'file.open': forTeam,
  'summary.read': caseWork,
  'staff.invite': {...never, operator: 'yes'},
  'account.reset': {...never, operator: 'yes'},
  'parked.read': forTeam,
  'parked.settle': forTeam,
  'import.settle': forTeam,
  'import.run': {...never, operator: 'yes'},
  'sync.exchange': everySignedIn,
  'own.session': everySignedIn,
} as const satisfies Readonly<Record<string, Row>>;
export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

/** `holdsScope`: whether the scope concerned is granted to the actor today. */
export function may(role: Role, action: Action, holdsScope: boolean): boolean {
  const row: Row = PERMISSIONS[action];
  switch (row[role]) {
    case 'yes':
    case 'team':
      return true;
    case 'held':
      return holdsScope;
    case 'never':
      return false;
  }
}
