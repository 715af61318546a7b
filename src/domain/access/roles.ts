/**
 * The closed set of roles and which compartments each holds (domain.md 8). `held`: on the device, for the people it is
 * granted. `on demand`: opened online, one person at a time, and noted in the audit. Nothing is implied by a job title.
 */
import * as z from 'zod/mini';
import {COMPARTMENTS, type AnyCompartment} from '../shared/record.ts';

export const ROLES = [
  'young_person',
  'adviser',
  'manager',
  'deputy',
  'finance_officer',
  'reviewing_officer',
  'duty_worker',
  'governance_officer',
  'administrator',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

/** Roles that a person signs in with; the operator works at the command line. */
export const STAFF_ROLES = [
  'adviser',
  'manager',
  'deputy',
  'finance_officer',
  'reviewing_officer',
  'duty_worker',
  'governance_officer',
  'administrator',
] as const satisfies readonly Role[];

export type Holding = 'held' | 'on_demand' | 'none';

const none = {
  shared: 'none',
  staff: 'none',
  restricted: 'none',
  money: 'none',
  summary: 'none',
  settings: 'none',
  people: 'none',
  budgets: 'none',
} as const satisfies Record<AnyCompartment, Holding>;

export const HOLDINGS: Readonly<Record<Role, Readonly<Record<AnyCompartment, Holding>>>> = {
  young_person: {...none, shared: 'held'},
  adviser: {...none, shared: 'held', staff: 'held', restricted: 'held', summary: 'held', settings: 'held', people: 'held'},
  manager: {
    shared: 'on_demand',
    staff: 'on_demand',
    restricted: 'on_demand',
    money: 'on_demand',
    summary: 'held',
    settings: 'held',
    people: 'held',
    budgets: 'held',
  },
  deputy: {
    shared: 'on_demand',
    staff: 'on_demand',
    restricted: 'on_demand',
    money: 'on_demand',
    summary: 'held',
    settings: 'held',
    people: 'held',
    budgets: 'held',
  },
  finance_officer: {...none, money: 'on_demand', settings: 'held', people: 'held', budgets: 'held'},
  reviewing_officer: {...none, shared: 'on_demand', staff: 'on_demand', settings: 'held', people: 'held'},
  duty_worker: {...none, settings: 'held', people: 'held'},
  governance_officer: {...none, settings: 'held', people: 'held'},
  administrator: {...none, settings: 'held', people: 'held'},
  operator: none,
};

/** Whether anything of a person is kept on a device of this role; a finance officer and a duty worker see people online alone. */
export const holdsPeople = (role: Role): boolean => COMPARTMENTS.some(compartment => HOLDINGS[role][compartment] === 'held');

/** Compartments that an adviser's allocation or a cover gives of one person (issue: shared, staff, restricted). */
export const ADVISER_COMPARTMENTS = ['shared', 'staff', 'restricted', 'summary'] as const;

/** What the young person's own account holds of their file. */
export const YOUNG_PERSON_COMPARTMENTS = ['shared'] as const;

export function compartmentsOf(role: Role, holding: Holding): readonly AnyCompartment[] {
  return (Object.keys(HOLDINGS[role]) as AnyCompartment[]).filter(compartment => HOLDINGS[role][compartment] === holding);
}
