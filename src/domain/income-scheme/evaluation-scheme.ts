/** Which scheme somebody was part of, and so can be asked about its evaluation. */
import type {RecordOf} from '../record-kinds.ts';
import type {Id} from '../shared/ids.ts';
import {struckOut} from '../shared/record.ts';

type Enrolment = RecordOf<'income-enrolment'>;

export const THE_PILOT: Id = '00000000-0000-8000-8000-000000000b11';
export const schemeOf = (_enrolment: Enrolment): Id => THE_PILOT;

/** Joined, also where they left early: whoever never did has said nothing at check-ins. */
export const enrolmentIn = (enrolments: readonly Enrolment[], scheme: Id): Enrolment | undefined =>
  enrolments.find(
    each => !struckOut(each) && schemeOf(each) === scheme && (each.data.decision === 'joined' || each.data.decision === 'left_early'),
  );

export const isAskedAbout = (enrolments: readonly Enrolment[], scheme: Id): boolean => enrolmentIn(enrolments, scheme) !== undefined;
