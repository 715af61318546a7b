/** The one table of who may do what, written out a second time by hand: a change in one place alone fails here. */
import {describe, expect, test} from 'vitest';
import {COMMANDS} from '../commands.ts';
import {AUTHORITY_COMPARTMENTS, COMPARTMENTS} from '../shared/record.ts';
import {ACTIONS, may, PERMISSIONS} from './permissions.ts';
import {ADVISER_COMPARTMENTS, compartmentsOf, HOLDINGS, ROLES, STAFF_ROLES, type Role} from './roles.ts';

/** Everything that is not named here is `never`. */
const NAMED: Readonly<Record<string, string>> = {
  'contact.record': 'adviser held, manager team, deputy team',
  'in-touch.set': 'adviser held, manager team, deputy team',
  'lone-visit.start': 'adviser yes, manager yes, deputy yes',
  'plan.write': 'adviser held, manager team, deputy team',
  'plan.approve': 'manager team, deputy team',
  'own-words.write': 'young_person held, adviser held, manager team, deputy team',
  'review.hold': 'adviser held, manager team, deputy team',
  'deadline.hold': 'adviser held, manager team, deputy team',
  'plan-action.add': 'adviser held, manager team, deputy team',
  'plan-action.update': 'adviser held, manager team, deputy team',
  'risk-summary.write': 'adviser held, manager team, deputy team',
  'conflict.settle': 'young_person held, adviser held, manager team, deputy team',
  'paper-copy.note': 'young_person held, adviser held, manager team, deputy team',
  'record.strike-out': 'adviser held, manager team, deputy team',
  'details.change': 'young_person held, adviser held, manager team, deputy team',
  'alert.move': 'adviser held, manager team, deputy team',
  'death.record': 'manager team, deputy team',
  'category.decide': 'manager team, deputy team',
  'alert.write': 'adviser held, manager team, deputy team',
  'profile.write': 'adviser held, manager team, deputy team',
  'rights.write': 'adviser held, manager team, deputy team',
  'birth-date.correct': 'manager team, deputy team',
  'consent.withdraw': 'young_person held, adviser held, manager team, deputy team',
  'evaluation.consent': 'young_person held, adviser held, manager team, deputy team',
  'evaluation.report': 'manager team, deputy team, governance_officer team',
  'evaluation.export': 'manager team, governance_officer team',
  'statutory.export': 'manager team, governance_officer team',
  'cover.give': 'manager team, deputy team',
  'cover.end': 'manager team, deputy team',
  'allocation.give': 'manager team, deputy team',
  'hand-over.write': 'adviser held, manager team, deputy team',
  'section-answer.give': 'young_person held',
  'review.ask': 'young_person held, adviser held, manager team, deputy team',
  'review.settle-request': 'adviser held, manager team, deputy team',
  'own-action.tick': 'young_person held',
  'message.send': 'young_person held, adviser held',
  'young-person.invite': 'adviser held, manager team, deputy team',
  'young-person.end-access': 'adviser held, manager team, deputy team',
  'team.look': 'manager team, deputy team',
  'record.history': 'young_person held, adviser held, manager team, deputy team',
  'setting.set': 'manager yes, administrator yes, operator yes',
  'staff.change': 'administrator yes',
  'team.change': 'manager yes, administrator yes',
  'income-scheme.set': 'manager yes, administrator yes',
  'income-scheme.enrol': 'adviser held, manager team, deputy team',
  'income-check-in.answer': 'young_person held, adviser held, manager team, deputy team',
  'radar.hold': 'adviser held, manager team, deputy team',
  'home.write': 'adviser held, manager team, deputy team',
  'household.say': 'young_person held, adviser held, manager team, deputy team',
  'home.tell': 'young_person held, adviser held, manager team, deputy team',
  'home.decide': 'manager team, deputy team',
  'worry.raise': 'young_person held, adviser held, manager team, deputy team',
  'worry.all-right': 'young_person held',
  'worry.answer': 'adviser held, manager team, deputy team, duty_worker team',
  'notification.receive': 'adviser yes, manager yes, deputy yes, duty_worker yes',
  'duty.work': 'duty_worker yes',
  'activity.write': 'adviser held, manager team, deputy team',
  'activity.say': 'young_person held',
  'activity.confirm': 'young_person held, adviser held, manager team, deputy team',
  'snapshot.correct': 'adviser held, manager team, deputy team',
  'education-support.ask': 'young_person held, adviser held, manager team, deputy team',
  'education-support.decide': 'manager team, deputy team',
  'education-support.pay': 'adviser held, manager team, deputy team',
  'budget.set': 'manager yes',
  'money-plan.write': 'young_person held, adviser held, manager team, deputy team',
  'fund.ask': 'young_person held, adviser held, manager team, deputy team',
  'fund.assess': 'adviser held, manager team, deputy team',
  'fund.decide': 'adviser held, manager team, deputy team',
  'fund.pay': 'manager team, deputy team, finance_officer team',
  'accounts.manage': 'administrator yes',
  'alarms.read': 'administrator yes, operator yes',
  'file.open': 'manager team, deputy team',
  'summary.read': 'adviser held, manager team, deputy team',
  'staff.invite': 'operator yes',
  'account.reset': 'operator yes',
  'parked.read': 'manager team, deputy team',
  'parked.settle': 'manager team, deputy team',
  'import.settle': 'manager team, deputy team',
  'import.run': 'operator yes',
  'sync.exchange':
    'young_person yes, adviser yes, manager yes, deputy yes, finance_officer yes, reviewing_officer yes, duty_worker yes, governance_officer yes, administrator yes',
  'own.session':
    'young_person yes, adviser yes, manager yes, deputy yes, finance_officer yes, reviewing_officer yes, duty_worker yes, governance_officer yes, administrator yes',
};

test('the table is total: each action names each role, and nothing else', () => {
  expect(Object.keys(PERMISSIONS).toSorted()).toEqual([...ACTIONS].toSorted());
  expect(ACTIONS.filter(action => Object.keys(PERMISSIONS[action]).toSorted().join() !== [...ROLES].toSorted().join())).toEqual([]);
});

test('every row says what is written here', () => {
  const named = Object.fromEntries(
    ACTIONS.map(action => [
      action,
      ROLES.filter(role => PERMISSIONS[action][role] !== 'never')
        .map(role => `${role} ${PERMISSIONS[action][role]}`)
        .join(', '),
    ]),
  );
  expect(named).toEqual(NAMED);
});

describe('may', () => {
  test('held is only with the scope; team and yes do not ask for it; never is never', () => {
    for (const action of ACTIONS) {
      for (const role of ROLES) {
        const permission = PERMISSIONS[action][role];
        expect([action, role, may(role, action, false), may(role, action, true)]).toEqual([
          action,
          role,
          permission === 'yes' || permission === 'team',
          permission !== 'never',
        ]);
      }
    }
  });
  test('an adviser writes with today’s grant and not without', () => {
    expect([
      may('adviser', 'contact.record', true),
      may('adviser', 'contact.record', false),
      may('adviser', 'cover.give', true),
      may('young_person', 'contact.record', true),
    ]).toEqual([true, false, false, false]);
  });
});

describe('compartments', () => {
  const holding = (role: Role, how: 'held' | 'on_demand') => compartmentsOf(role, how).toSorted();
  test('no device but an adviser’s holds what staff wrote of a young person, and none holds money', () => {
    for (const compartment of ['staff', 'restricted'] as const)
      expect(ROLES.filter(role => HOLDINGS[role][compartment] === 'held')).toEqual(['adviser']);
    expect(ROLES.filter(role => HOLDINGS[role].money === 'held')).toEqual([]);
    expect(ROLES.filter(role => HOLDINGS[role].shared === 'held')).toEqual(['young_person', 'adviser']);
  });
  test('a young person holds what is shared and nothing else', () => {
    expect([holding('young_person', 'held'), holding('young_person', 'on_demand')]).toEqual([['shared'], []]);
  });
  test('managers open files one at a time; a finance officer sees money only; duty, governance and administration see no file', () => {
    expect(holding('manager', 'on_demand')).toEqual(['money', 'restricted', 'shared', 'staff']);
    expect(holding('deputy', 'on_demand')).toEqual(holding('manager', 'on_demand'));
    expect(holding('finance_officer', 'on_demand')).toEqual(['money']);
    for (const role of ['duty_worker', 'governance_officer', 'administrator'] as const)
      expect([
        ...holding(role, 'on_demand'),
        ...holding(role, 'held').filter(one => (COMPARTMENTS as readonly string[]).includes(one)),
      ]).toEqual([]);
  });
  test('the operator, who sees no case content, holds nothing', () => {
    expect([holding('operator', 'held'), holding('operator', 'on_demand')]).toEqual([[], []]);
  });
  test('what an allocation gives is what an adviser’s device holds of a person', () => {
    expect([...ADVISER_COMPARTMENTS].toSorted()).toEqual(
      holding('adviser', 'held').filter(one => (COMPARTMENTS as readonly string[]).includes(one)),
    );
  });
  test('staff sign in with every role but the young person’s and the operator’s', () => {
    expect([...STAFF_ROLES, 'young_person', 'operator'].toSorted()).toEqual([...ROLES].toSorted());
  });
});

test('each command has an action of the table, and a compartment that those who need a grant for it can hold', () => {
  const all = [...COMPARTMENTS, ...AUTHORITY_COMPARTMENTS] as readonly string[];
  for (const command of Object.values(COMMANDS)) {
    expect(ACTIONS).toContain(command.action);
    const withGrant = ROLES.filter(role => PERMISSIONS[command.action][role] === 'held');
    const {compartment} = command;
    // Of the record: whoever holds the scope in which it lies.
    if (compartment === 'of_record') continue;
    expect(all).toContain(compartment);
    expect(withGrant.filter(role => HOLDINGS[role][compartment] !== 'held')).toEqual([]);
  }
});
