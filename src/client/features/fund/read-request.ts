/** One request as those who work on it and decide it see it: what lies beside it, and what the rules say of it on this device. */
import type {CaseRecords, Refusal} from '#domain/command.ts';
import type {Deadline} from '#domain/deadline/deadline.ts';
import {assessmentId, assessmentOf, recommendFault} from '#domain/fund/assessment-commands.ts';
import type {FundDuty} from '#domain/fund/codes.ts';
import {duplicateHints, type DuplicateHint} from '#domain/fund/duplicates.ts';
import {dutiesToConsider, type DutyHint} from '#domain/fund/duties.ts';
import {asAuthoritySays, fundEligibility, type Eligibility} from '#domain/fund/eligibility.ts';
import {awaitsDecision, latestDecision} from '#domain/fund/which-decision.ts';
import type {DataOf, KindCode} from '#domain/record-kinds.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';

export type DutyAnswer = NonNullable<DataOf<'fund-assessment'>['duties']>[number];

export interface DutyInQuestion {
  readonly duty: FundDuty;
  /** Undefined: it was answered, though the rules do not point to it any more. */
  readonly hint: DutyHint | undefined;
  readonly answer: DutyAnswer | undefined;
}

export interface FundCase {
  readonly request: Folded<'fund-request'>;
  readonly isUndecided: boolean;
  readonly assessment: Folded<'fund-assessment'> | undefined;
  /** Where it is or will be. */
  readonly assessmentId: Id;
  readonly eligibility: Eligibility;
  readonly duties: readonly DutyInQuestion[];
  readonly duplicates: readonly (DuplicateHint & {readonly other: Folded<'fund-request'>})[];
  /** The newest first; the first holds. */
  readonly decisions: readonly Folded<'fund-decision'>[];
  readonly papers: readonly Folded<'fund-paper'>[];
  readonly notes: readonly Folded<'fund-note'>[];
  readonly outcomes: readonly Folded<'fund-outcome'>[];
  readonly payments: readonly Folded<'fund-payment'>[];
  readonly refunds: readonly Folded<'fund-refund'>[];
  readonly deadline: Deadline | undefined;
  readonly needsSection: boolean;
  /** What stands in the way of recommending or giving money. */
  readonly fault: Refusal | null;
}

/** The device's records as the domain's own functions look at them. */
export const readerOf = (memory: MemoryStore): CaseRecords => ({
  get: id => memory.record(id),
  ofPerson: (person, kind) => memory.records(person, kind as KindCode),
  scope: (person, compartment) => memory.scope(person, compartment),
});

/** Who they are to the fund on a day, with what the authority has set for category 6. */
export function eligibilityOn(memory: MemoryStore, person: Id, on: CalendarDate): Eligibility {
  return asAuthoritySays(fundEligibility(memory.file(person), on), memory.settings()('fundCategory6', on));
}

function dutiesOf(hints: readonly DutyHint[], answers: readonly DutyAnswer[]): readonly DutyInQuestion[] {
  const answered = answers.filter(({duty}) => !hints.some(hint => hint.duty === duty));
  return [
    ...hints.map(hint => ({duty: hint.duty, hint, answer: answers.find(({duty}) => duty === hint.duty)})),
    ...answered.map(answer => ({duty: answer.duty, hint: undefined, answer})),
  ];
}

export function readRequest(memory: MemoryStore, person: Id, id: Id, today: CalendarDate): FundCase | null {
  const requests = memory.records(person, 'fund-request');
  const request = requests.find(each => each.id === id);
  if (!request) return null;
  const of = <Kind extends 'fund-note' | 'fund-paper' | 'fund-outcome' | 'fund-decision' | 'fund-payment' | 'fund-refund'>(kind: Kind) =>
    memory.records(person, kind).filter(record => record.data.request === id && !struckOut(record));
  const allPapers = memory.records(person, 'fund-paper').filter(paper => !struckOut(paper));
  const assessment = assessmentOf(memory.records(person, 'fund-assessment'), id) as Folded<'fund-assessment'> | undefined;
  const {requestedOn, spendType} = request.data;
  const settings = memory.settings();
  const needsSection = settings('fundPlanLink', today) === 'required';
  const decisions = of('fund-decision');
  const holding = latestDecision(decisions, id);
  return {
    request,
    isUndecided: awaitsDecision(request, decisions),
    assessment,
    assessmentId: assessment?.id ?? assessmentId(id),
    // The day of asking counts: a birthday since takes nothing away.
    eligibility: asAuthoritySays(fundEligibility(memory.file(person), requestedOn), settings('fundCategory6', today)),
    duties: dutiesOf(dutiesToConsider(memory.file(person), spendType, requestedOn), assessment?.data.duties ?? []),
    duplicates: duplicateHints(request, requests, allPapers).flatMap(hint => {
      const other = requests.find(each => each.id === hint.request);
      return other ? [{...hint, other}] : [];
    }),
    decisions: [...(holding ? [holding] : []), ...decisions.filter(each => each !== holding).toReversed()],
    papers: of('fund-paper'),
    notes: of('fund-note').toSorted((one, other) => (one.made.at < other.made.at ? -1 : 1)),
    outcomes: of('fund-outcome'),
    payments: of('fund-payment'),
    refunds: of('fund-refund'),
    deadline: deadlinesOnDevice(memory, person, today).find(
      ({what, subject}) => subject === id && (what === 'fund_decision' || what === 'fund_evidence'),
    ),
    needsSection,
    fault: recommendFault(readerOf(memory), request, needsSection),
  };
}
