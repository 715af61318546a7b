/**
 * What council tax comes to for somebody who has been in care. A home in which everybody is a care leaver, a
 * student or severely mentally impaired is exempt (Class X); elsewhere a care leaver is not counted: with one adult who is
 * counted a quarter is taken off, with none of those half, with more nothing, and then nobody pays more because of them.
 */
import {addDays, birthday, date, type CalendarDate} from '../shared/calendar-date.ts';
import type {DataOf} from '../record-kinds.ts';
import type {CATEGORIES} from '../young-person/codes.ts';
import type {COUNCIL_TAX_EFFECTS} from './codes.ts';

/** The exemption was made on this day. */
export const COUNCIL_TAX_FROM = date('2019-04-01');
const FIRST_AGE = 18;
const LAST_AGE = 25;

export interface CouncilTaxDays {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** The first and the last day of care-leaver status for council tax, by the category of the day; null for whoever has none. */
export function councilTaxDaysOf(category: (typeof CATEGORIES)[number], bornOn: CalendarDate): CouncilTaxDays | null {
  if (category !== 'C3' && category !== 'C4') return null;
  const turned18 = birthday(bornOn, FIRST_AGE);
  return {from: turned18 > COUNCIL_TAX_FROM ? turned18 : COUNCIL_TAX_FROM, until: addDays(birthday(bornOn, LAST_AGE), -1)};
}

export type CouncilTaxEffect = (typeof COUNCIL_TAX_EFFECTS)[number];

/** Of a home in which they live as a care leaver. */
export function councilTaxEffect({adults, notCounted}: Pick<DataOf<'household'>, 'adults' | 'notCounted'>): CouncilTaxEffect {
  if (adults === 0) return notCounted === 0 ? 'exempt' : 'half';
  return adults === 1 ? 'quarter' : 'disregarded';
}
