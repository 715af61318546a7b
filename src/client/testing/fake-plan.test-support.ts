/** Parts of a plan for component tests: where each lies and what stands in it, so that a test says only what it is about. */
import type {DataOf} from '#domain/record-kinds.ts';
import type {PlanSection, PlanStatus} from '#domain/pathway-plan/codes.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord, Head} from '#domain/shared/record.ts';
import {idFor, planRecord, recordOf, SELF} from './fake-records.test-support.ts';
import {ownWordsId, planViewsId, shownSectionId, staffSectionId} from '#domain/pathway-plan/part-ids.ts';

/** As the fake device names them. */
export const SHARED = idFor(600);
export const STAFF = idFor(602);

export const written = (text: string, lang: 'cy' | 'en' = 'en') => ({text, lang});
/** A text that somebody wrote by one command. */
export const headOf = (op: number, text: string, author: Id = SELF): Head => ({
  ops: [idFor(op)],
  value: written(text),
  author,
  device: null,
  at: '2026-11-20T10:00:00.000Z',
});

export function planIn(status: PlanStatus, id: Id, person: Id, changes: Partial<DataOf<'pathway-plan'>> = {}): DomainRecord {
  const record = planRecord(id, person);
  return {...record, scope: status === 'draft' ? STAFF : SHARED, data: {...record.data, status, ...changes}};
}

type Texts = Partial<Pick<DataOf<'plan-section'>, 'needs' | 'goingWell' | 'outcome'>>;
const textOf = (plan: Id, section: PlanSection, texts: Texts): DataOf<'plan-section'> => ({
  plan,
  section,
  heading: null,
  needs: null,
  goingWell: null,
  outcome: null,
  updatedOn: null,
  ...texts,
});

/** What staff write for themselves. */
export const staffText = (plan: Id, person: Id, section: PlanSection, texts: Texts, heads: Record<string, readonly Head[]> = {}) => ({
  ...recordOf('plan-section', staffSectionId(plan, section), person, textOf(plan, section, texts), heads),
  scope: STAFF,
});

/** What the young person sees of it. */
export const shownText = (plan: Id, person: Id, section: PlanSection, texts: Texts) =>
  recordOf('plan-section', shownSectionId(plan, section), person, textOf(plan, section, texts));

export const ownWords = (plan: Id, person: Id, section: PlanSection, text: string, heads: Record<string, readonly Head[]> = {}) =>
  recordOf('own-words', ownWordsId(plan, section), person, {plan, section, words: written(text), rating: null}, heads);

export const planViews = (plan: Id, person: Id, text: string, heads: Record<string, readonly Head[]> = {}) =>
  recordOf('plan-views', planViewsId(plan), person, {plan, words: written(text), how: 'PN1'}, heads);

export const planAction = (id: Id, plan: Id, person: Id, text: string, changes: Partial<DataOf<'plan-action'>> = {}) =>
  recordOf('plan-action', id, person, {
    plan,
    section: 'health',
    fromContact: null,
    what: written(text),
    owner: 'The clinic',
    ownerStaff: null,
    dueOn: date('2027-01-15'),
    status: 'not_started',
    statusOn: null,
    fundRequest: null,
    costPence: null,
    whyNotDone: null,
    ...changes,
  });

export const contingency = (id: Id, plan: Id, person: Id, trigger: string, response: string) =>
  recordOf('plan-contingency', id, person, {plan, trigger: written(trigger), response: written(response), owner: null});

export const consulted = (id: Id, plan: Id, person: Id, name: string) =>
  recordOf('plan-consulted', id, person, {plan, name, relation: 'school', on: date('2026-11-03')});
