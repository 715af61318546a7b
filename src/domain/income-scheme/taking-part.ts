/** Who takes part in the evaluation of a scheme: whoever was in it and said yes, for as long as they do not take it back. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {partId, type Id} from '../shared/ids.ts';
import {struckOut} from '../shared/record.ts';
import {PILOT_ID} from './scheme.ts';

type Enrolment = RecordOf<'income-enrolment'>;

/** Somebody's time in a scheme: joined, also where they left early. Whoever never did has said nothing at check-ins. */
export const enrolmentIn = <Kept extends Enrolment>(enrolments: readonly Kept[], scheme: Id): Kept | undefined =>
  enrolments
    .filter(each => !struckOut(each) && (each.data.scheme ?? PILOT_ID) === scheme)
    .find(({data}) => data.decision === 'joined' || data.decision === 'left_early');

/** The same on every device: whoever takes it back takes back the only one there is. */
export const evaluationConsentId = (person: Id, scheme: Id): Id => partId(person, `evaluation ${scheme}`);

/** Taken back is taken back, whatever day it says. */
export const takesPart = (consent: Pick<RecordOf<'evaluation-consent'>, 'heads' | 'data'>, on: CalendarDate): boolean =>
  !struckOut(consent) && consent.data.withdrawnOn === null && consent.data.givenOn <= on;
