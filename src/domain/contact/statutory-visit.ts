/**
 * Whether a contact counts for the visits that the law asks for, and why or why not: the same answer as the
 * deadlines give, for whoever reads the contact.
 */
import type {RecordOf} from '../record-kinds.ts';
import {notAVisitBecause, type Contact, type NotAVisitBecause} from './contact.ts';

export type CountsBecause = 'counts' | 'no_statutory_visit' | 'home_not_known' | NotAVisitBecause;

/** @param stays where the young person has lived; the visit is judged by the home of its day */
export function countsForVisit(contact: Contact, stays: readonly RecordOf<'stay'>[]): CountsBecause {
  const not = notAVisitBecause(contact);
  if (not !== null) return not;
  const home = stays
    .filter(({data}) => data.startOn !== null && data.startOn <= contact.on && (data.endOn === null || data.endOn > contact.on))
    .toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? 1 : -1))[0];
  if (!home) return 'home_not_known';
  // Where the authority does not provide the home the law sets no interval of visits.
  return home.data.providedByAuthority === true ? 'counts' : 'no_statutory_visit';
}
