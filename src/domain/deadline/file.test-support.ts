/** Invented people and their records for tests of rules: a field that nobody names is null, and what would not be stored fails. */
import {expect} from 'vitest';
import type * as z from 'zod/mini';
import {checkDraft} from '../import/record-draft.ts';
import {RECORD_KINDS, type DataOf, type KindCode, type RecordOf} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import type {AnyCompartment, DomainRecord, Head} from '../shared/record.ts';
import {SETTINGS, type SettingName} from '../authority/settings.ts';
import type {Deadline, DeadlineWhat} from './deadline.ts';
import {deadlinesOf} from './deadlines.ts';

export const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [PERSON, ELIN, HUW] = [id(1), id(2), id(3)];
export const TODAY = '2026-11-21';
let next = 100;

/** A record as the store holds it; a field that is not named is null. */
export function record<Kind extends KindCode>(kind: Kind, data: Partial<DataOf<Kind>>, one = id(next++)): RecordOf<Kind> {
  // What came into a kind later may be missing from a record, and is then no null.
  const shape = RECORD_KINDS[kind].schema.shape as Readonly<Record<string, z.ZodMiniType>>;
  const fields = Object.fromEntries(
    Object.entries(shape).flatMap(([field, schema]) => (schema.safeParse(undefined).success ? [] : [[field, null]])),
  );
  const whole = {...fields, ...data} as DataOf<Kind>;
  const compartment: AnyCompartment | undefined = RECORD_KINDS[kind].compartments[0];
  const person = compartment === 'settings' ? null : PERSON;
  expect(checkDraft({id: one, kind, person, compartment, data: whole} as never)).toMatchObject({ok: true});
  return {
    id: one,
    kind,
    scope: id(90),
    person,
    data: whole,
    heads: {},
    made: {author: ELIN, device: null, at: '2026-01-01T00:00:00.000Z', op: id(91)},
  };
}

export const head = (value: unknown, on: string): Head => ({ops: [id(92)], value, author: ELIN, device: null, at: `${on}T12:00:00.000Z`});
export const struck = <Kept extends DomainRecord>(one: Kept): Kept => ({
  ...one,
  heads: {...one.heads, struck: [head({text: 'Wrong file', lang: 'en'}, '2026-11-20')]},
});

const day = (on: string | null) => (on === null ? null : date(on));

export const young = (bornOn: string, data: Partial<DataOf<'young-person'>> = {}) =>
  record(
    'young-person',
    {forename: 'Cai', surname: 'Gwennol-Hud', birthDates: [{date: date(bornOn), status: 'verified', heldFrom: date(bornOn)}], ...data},
    PERSON,
  );
export const inCare = (startOn: string, endOn: string | null = null, data: Partial<DataOf<'looked-after-period'>> = {}) =>
  record('looked-after-period', {startOn: date(startOn), endOn: day(endOn), legalStatus: 'care_order', authority: 'W06000011', ...data});
export const plan = (planOn: string | null, data: Partial<DataOf<'pathway-plan'>> = {}) =>
  record('pathway-plan', {version: 1, status: 'current', planOn: day(planOn), ...data});
export const review = (heldOn: string, data: Partial<DataOf<'review'>> = {}) =>
  record('review', {type: 'six_monthly', heldOn: date(heldOn), present: [], coversEverySection: true, ...data});
export const stay = (type: DataOf<'stay'>['type'], startOn: string, endOn: string | null = null, data: Partial<DataOf<'stay'>> = {}) =>
  record('stay', {type, startOn: date(startOn), endOn: day(endOn), ...data});
export const provided = (startOn: string, endOn: string | null = null, data: Partial<DataOf<'stay'>> = {}) =>
  stay('semi_independent', startOn, endOn, {providedByAuthority: true, ...data});
export const contact = (
  on: string,
  type: DataOf<'contact'>['type'],
  outcome: DataOf<'contact'>['outcome'],
  data: Partial<DataOf<'contact'>> = {},
) => record('contact', {on: date(on), type, outcome, ...data});
export const visit = (on: string, data: Partial<DataOf<'contact'>> = {}) =>
  contact(on, 'visit_at_accommodation', 'seen', {atAccommodation: true, seen: true, ...data});
export const assessed = (on: string) => record('assessment', {completedOn: date(on)});

/** One row of the authority's settings; of two from one day the later made stands. */
export function setting(name: SettingName, value: number, from: string, madeOn = '2026-01-01'): DomainRecord {
  const row = record('setting', {name, value, from: date(from), withdrawn: undefined});
  expect(SETTINGS[name].schema.safeParse(value).success).toBe(true);
  return {...row, made: {...row.made, at: `${madeOn}T09:00:00.000Z`}};
}

/** 16 on 20 May 2026 and looked after since 2020. */
export const category1 = (...more: readonly DomainRecord[]) => [young('2010-05-20'), inCare('2020-01-10'), ...more];
/** 17; left care on 31 August 2026, so category 2 since 1 September. */
export const category2 = (...more: readonly DomainRecord[]) => [young('2009-06-15'), inCare('2020-01-10', '2026-08-31'), ...more];
/** 19; category 3 since 15 June 2025. */
export const category3 = (...more: readonly DomainRecord[]) => [young('2007-06-15'), inCare('2020-01-10', '2025-06-14'), ...more];
/** 23; told us on 30 September 2026 that she wants to study. */
export const category4 = (...more: readonly DomainRecord[]) => [
  young('2003-05-06', {toldUsOn: date('2026-09-30')}),
  inCare('2015-01-10', '2021-05-05'),
  ...more,
];
/** 22; the duty ended on 15 June 2025 unless the plan says otherwise. */
export const past21 = (...more: readonly DomainRecord[]) => [young('2004-06-15'), inCare('2015-01-10', '2022-06-14'), ...more];

export const deadlinesIn = (file: readonly DomainRecord[], today = TODAY, settings: readonly DomainRecord[] = []): readonly Deadline[] =>
  deadlinesOf(file, settings, date(today));

/** The deadline of a kind, of which there is one. */
export function one(file: readonly DomainRecord[], what: DeadlineWhat, today = TODAY, settings: readonly DomainRecord[] = []): Deadline {
  const found = deadlinesIn(file, today, settings).filter(deadline => deadline.what === what);
  expect(found.length).toBe(1);
  return found[0] as Deadline;
}

/** All of a kind in the order of their dates, as 'date state', or 'date met day' when done. */
export const due = (file: readonly DomainRecord[], what: DeadlineWhat, today = TODAY, settings: readonly DomainRecord[] = []) =>
  deadlinesIn(file, today, settings)
    .filter(deadline => deadline.what === what)
    .map(({dueOn, state, metOn}) => [dueOn, state, metOn].filter(part => part !== null).join(' '))
    .toSorted();
