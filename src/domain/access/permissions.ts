/**
 * The one total table of who may do what. `held`: only in a scope that is granted to the actor today. `team`: any
 * person of the actor's authority. `yes`: not about one person. Everything that is not named is `never`.
 * The server asks it for every command and route; the device asks the same table for what it offers.
 */
import {ROLES, type Role} from './roles.ts';

export const ACTIONS = [
  'contact.record',
  'in-touch.set',
  'lone-visit.start',
  'plan.write',
  'plan.approve',
  'own-words.write',
  'review.hold',
  'deadline.hold',
  'plan-action.add',
  'plan-action.update',
  'risk-summary.write',
  'conflict.settle',
  'record.strike-out',
  'details.change',
  'alert.move',
  'cover.give',
  'cover.end',
  'allocation.give',
  'hand-over.write',
  'section-answer.give',
  'review.ask',
  'review.settle-request',
  'own-action.tick',
  'message.send',
  'young-person.invite',
  'young-person.end-access',
  'setting.set',
  'staff.change',
  'team.change',
  'budget.set',
  'accounts.manage',
  'alarms.read',
  'team.look',
  'record.history',
  'file.open',
  'summary.read',
  'staff.invite',
  'account.reset',
  'parked.read',
  'parked.settle',
  'import.settle',
  'import.run',
  'sync.exchange',
  'own.session',
] as const;
export type Action = (typeof ACTIONS)[number];
export type Permission = 'yes' | 'held' | 'team' | 'never';

type Row = Readonly<Record<Role, Permission>>;
const never = Object.fromEntries(ROLES.map(role => [role, 'never'])) as Row;
const everySignedIn = {...(Object.fromEntries(ROLES.map(role => [role, 'yes'])) as Row), operator: 'never'} as Row;

export const PERMISSIONS: Readonly<Record<Action, Row>> = {
  'contact.record': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'in-touch.set': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'lone-visit.start': {...never, adviser: 'yes', manager: 'yes', deputy: 'yes'},
  'plan.write': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'plan.approve': {...never, manager: 'team', deputy: 'team'},
  'own-words.write': {...never, young_person: 'held', adviser: 'held', manager: 'team', deputy: 'team'},
  'review.hold': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'deadline.hold': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'plan-action.add': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'plan-action.update': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'risk-summary.write': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'conflict.settle': {...never, young_person: 'held', adviser: 'held', manager: 'team', deputy: 'team'},
  'record.strike-out': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'details.change': {...never, young_person: 'held', adviser: 'held', manager: 'team', deputy: 'team'},
  'alert.move': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'cover.give': {...never, manager: 'team', deputy: 'team'},
  'cover.end': {...never, manager: 'team', deputy: 'team'},
  'allocation.give': {...never, manager: 'team', deputy: 'team'},
  'hand-over.write': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'section-answer.give': {...never, young_person: 'held'},
  'review.ask': {...never, young_person: 'held', adviser: 'held', manager: 'team', deputy: 'team'},
  'review.settle-request': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'own-action.tick': {...never, young_person: 'held'},
  'message.send': {...never, young_person: 'held', adviser: 'held'},
  'young-person.invite': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'young-person.end-access': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'setting.set': {...never, manager: 'yes', administrator: 'yes', operator: 'yes'},
  'staff.change': {...never, administrator: 'yes'},
  'team.change': {...never, manager: 'yes', administrator: 'yes'},
  'budget.set': {...never, manager: 'yes'},
  'accounts.manage': {...never, administrator: 'yes'},
  'alarms.read': {...never, administrator: 'yes', operator: 'yes'},
  'team.look': {...never, manager: 'team', deputy: 'team'},
  'record.history': {...never, young_person: 'held', adviser: 'held', manager: 'team', deputy: 'team'},
  'file.open': {...never, manager: 'team', deputy: 'team'},
  'summary.read': {...never, adviser: 'held', manager: 'team', deputy: 'team'},
  'staff.invite': {...never, operator: 'yes'},
  'account.reset': {...never, operator: 'yes'},
  'parked.read': {...never, manager: 'team', deputy: 'team'},
  'parked.settle': {...never, manager: 'team', deputy: 'team'},
  'import.settle': {...never, manager: 'team', deputy: 'team'},
  'import.run': {...never, operator: 'yes'},
  'sync.exchange': everySignedIn,
  'own.session': everySignedIn,
};

/** `holdsScope`: whether the scope concerned is granted to the actor today. */
export function may(role: Role, action: Action, holdsScope: boolean): boolean {
  switch (PERMISSIONS[action][role]) {
    case 'yes':
    case 'team':
      return true;
    case 'held':
      return holdsScope;
    case 'never':
      return false;
  }
}
