/** What a decider has written: kept as typed, judged by what can be seen here, and the rest by the domain's own rules. */
import * as z from 'zod/mini';
import {DECISION_LEVELS, FUND_OUTCOMES, FUND_REFUSALS} from '#domain/fund/codes.ts';
import {decideFund} from '#domain/fund/decision-commands.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {stateOp} from '#domain/shared/record.ts';
import type {Text, Translate} from '#client/i18n/text.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsInHand, wordsOf} from '#client/forms/words-draft.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {dateFromParts, NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {amountFault, amountOf, datePart, typedFrom, wordsPart} from './draft-parts.ts';

const draftSchema = z.object({
  outcome: z.nullable(z.enum(FUND_OUTCOMES)),
  amount: z.string(),
  refusal: z.enum(['', ...FUND_REFUSALS]),
  words: wordsPart,
  level: z.enum(DECISION_LEVELS),
  panelOn: datePart,
  againOn: datePart,
  /** What the decider had in view: what has moved since is read again before it is decided. */
  seen: z.object({scope: z.string(), state: z.string()}),
});
export type DecisionDraft = z.infer<typeof draftSchema>;
type Request = Folded<'fund-request'>;

export const readDecisionDraft = readAs(draftSchema);
export const seenNow = (request: Request) => ({scope: request.scope, state: stateOp(request)});

export function newDecisionDraft(request: Request, language: 'cy' | 'en', hasOwnLimit: boolean): DecisionDraft {
  return {
    outcome: null,
    amount: '',
    refusal: '',
    words: {text: '', lang: language},
    level: hasOwnLimit ? 'own' : 'panel',
    panelOn: NO_DATE,
    againOn: NO_DATE,
    seen: seenNow(request),
  };
}

/** A decision that was refused, taken up again with every word of it; null where it is not one. */
export function draftFromBody(body: unknown, request: Request, language: 'cy' | 'en'): DecisionDraft | null {
  const read = decideFund.body.safeParse(body);
  if (!read.success) return null;
  const {outcome, awardedPence, refusal, words, level, panelOn, againOn} = read.data;
  return {
    outcome,
    amount: typedFrom(awardedPence),
    refusal: refusal ?? '',
    words: wordsInHand(words, language),
    level,
    panelOn: panelOn === null ? NO_DATE : partsFromDate(panelOn),
    againOn: againOn === null ? NO_DATE : partsFromDate(againOn),
    seen: seenNow(request),
  };
}

/** In full is what was asked for; an amount is said where it is less, or where nobody knew what it costs. */
export const asksAmount = ({outcome}: DecisionDraft, askedPence: number | null): boolean =>
  outcome === 'part' || (outcome === 'approved' && askedPence === null);

export function decisionFaults(
  value: DecisionDraft,
  {data}: Request,
  today: CalendarDate,
  {t, format}: Pick<Text, 't' | 'format'>,
): readonly FormError[] {
  const faults: (FormError | null)[] = [];
  if (value.outcome === null) faults.push({field: 'outcome', message: t('fund:decide.outcome.missing')});
  if (asksAmount(value, data.askedPence)) faults.push(awardFault(value, data.askedPence, {t, format}));
  if (value.outcome === 'refused' && value.refusal === '') faults.push({field: 'refusal', message: t('fund:decide.refusal.missing')});
  if (value.outcome === 'deferred') faults.push(againFault(value, today, t));
  if (value.outcome !== null && value.outcome !== 'approved' && wordsOf(value.words) === null)
    faults.push({field: 'reason', message: t('fund:decide.reason.missing')});
  if (isTooLong(value.words)) faults.push({field: 'reason', message: t('common:words.tooLong')});
  if (value.level === 'panel') faults.push(panelFault(value, today, t));
  return faults.filter(fault => fault !== null);
}

function awardFault(
  {outcome, amount}: DecisionDraft,
  askedPence: number | null,
  {t, format}: Pick<Text, 't' | 'format'>,
): FormError | null {
  const wrong = amountFault('award', amount, t);
  if (wrong || outcome !== 'part' || askedPence === null) return wrong;
  return (amountOf(amount) ?? 0) < askedPence
    ? null
    : {field: 'award', message: t('fund:amount.lessThan', {asked: format.money(askedPence)})};
}

function againFault({againOn}: DecisionDraft, today: CalendarDate, t: Translate): FormError | null {
  const on = dateFromParts(againOn);
  if (on === null) return {field: 'again', message: t('fund:decide.again.missing')};
  return on > today ? null : {field: 'again', message: t('fund:decide.again.past')};
}

function panelFault({panelOn}: DecisionDraft, today: CalendarDate, t: Translate): FormError | null {
  const on = dateFromParts(panelOn);
  if (on === null) return {field: 'panel', message: t('fund:decide.panel.missing')};
  return on <= today ? null : {field: 'panel', message: t('errors:refusal.date_in_future')};
}

export function decisionCommand(value: DecisionDraft, {id, person, data}: Request): NewCommand<'fund-request.decide'> | null {
  const {outcome, level} = value;
  if (outcome === null) return null;
  const isAward = outcome === 'approved' || outcome === 'part';
  return {
    kind: 'fund-request.decide',
    record: id,
    person,
    body: {
      outcome,
      awardedPence: isAward ? (asksAmount(value, data.askedPence) ? amountOf(value.amount) : data.askedPence) : null,
      refusal: outcome === 'refused' && value.refusal !== '' ? value.refusal : null,
      words: wordsOf(value.words),
      level,
      panelOn: level === 'panel' ? dateFromParts(value.panelOn) : null,
      againOn: outcome === 'deferred' ? dateFromParts(value.againOn) : null,
    },
    seen: value.seen,
  };
}

/** Where on the form a refusal of the domain is put right; the words are the domain's own, or nearer ones. */
export function placeOfRefusal(
  {code, fields}: {readonly code: string; readonly fields: readonly string[]},
  value: DecisionDraft,
  askedPence: number | null,
  t: Translate,
): FormError | null {
  const award = asksAmount(value, askedPence) ? 'award' : 'outcome';
  switch (code) {
    case 'over_cap':
      return {field: award, message: t(fields.includes('year') ? 'fund:decide.overYear' : 'fund:decide.overRequest')};
    case 'over_limit':
      return {field: award, message: t('errors:refusal.over_limit')};
    case 'budget_spent':
      return {field: award, message: t('errors:refusal.budget_spent')};
    case 'words_missing':
      return fields.includes('section') ? {field: null, message: t('fund:missing.section')} : null;
    default:
      return null;
  }
}
