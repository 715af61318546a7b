/**
 * What is still missing before a manager can sign a plan off: asked by the screen that hands it in, and by the server
 * before it is handed in and before it is signed. A refusal of the young person is an answer and is never missing.
 */
import type {DataOf} from '../record-kinds.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import type {Id} from '../shared/ids.ts';
import {PLAN_SECTIONS} from './codes.ts';

/** In the order in which a plan is read; each with its rule. */
export const SIGN_OFF_CHECKS = {
  assessed: 'R-24',
  sections: 'R-30',
  views: 'R-28',
  views_how: 'R-27',
  action_owner: 'R-30',
  action_date: 'R-30',
  contingency: 'R-30',
  care_may_end: 'R-26',
  response: 'R-27',
} as const;
export type SignOffCheck = keyof typeof SIGN_OFF_CHECKS;

const isBlank = (words: {readonly text: string} | null | undefined): boolean => (words?.text ?? '').trim() === '';

/** Status needs are for those who have a status from which needs come; the other ten matters are everybody's. */
const EVERYBODYS = PLAN_SECTIONS.filter(section => section !== 'status_needs');

/** Kinds that the checks look through. */
export const READ_BY_CHECKS = [
  'pathway-plan',
  'plan-section',
  'own-words',
  'plan-views',
  'plan-action',
  'plan-contingency',
  'plan-response',
] as const;

/** Whether each matter has something to say: in the shown text or in the young person's own words. */
export function emptySections(file: readonly DomainRecord[], plan: Id): readonly string[] {
  return EVERYBODYS.filter(
    section =>
      !file.some(
        record =>
          (isKind(record, 'plan-section') && record.data.plan === plan && record.data.section === section && !isBlank(record.data.needs)) ||
          (isKind(record, 'own-words') && record.data.plan === plan && record.data.section === section && !isBlank(record.data.words)),
      ),
  );
}

/** @param whole the person's records of READ_BY_CHECKS */
export function missingForSignOff(
  plan: {readonly id: Id; readonly data: DataOf<'pathway-plan'>},
  whole: readonly DomainRecord[],
): readonly SignOffCheck[] {
  const file = whole.filter(record => !struckOut(record));
  const {id, data} = plan;
  const views = file.filter(record => isKind(record, 'plan-views')).find(record => record.data.plan === id);
  const actions = file.filter(record => isKind(record, 'plan-action')).filter(record => record.data.plan === id);
  const hasNone: Record<SignOffCheck, boolean> = {
    assessed: data.assessedOn === null,
    sections: emptySections(file, id).length > 0,
    // a written record of the views, or why they could not be sought; never blank.
    views: isBlank(views?.data.words) && isBlank(data.viewsNotPracticable),
    views_how: !isBlank(views?.data.words) && views?.data.how === null,
    action_owner: actions.some(action => action.data.ownerStaff === null && (action.data.owner ?? '').trim() === ''),
    action_date: actions.some(action => action.data.dueOn === null),
    contingency: !file.some(record => isKind(record, 'plan-contingency') && record.data.plan === id),
    care_may_end: data.categoryAtPlan === 'C1' && isBlank(data.careMayEnd),
    response: data.response === null,
  };
  return (Object.keys(SIGN_OFF_CHECKS) as SignOffCheck[]).filter(check => hasNone[check]);
}
