/** Children whom the authority looks after outside Wales: in England those under 16 may live in no home that is not registered. */
import {WELSH_AUTHORITIES} from '../authority/welsh-authorities.ts';
import type {RecordOf} from '../record-kinds.ts';
import {ageOn, type CalendarDate} from '../shared/calendar-date.ts';

/** What councils put beside their names, in either language. */
const OF_COUNCILS = /\b(?:cyngor|council|county|city|borough|bwrdeistref|sirol|sir|dinas)\b/gu;

const bare = (name: string): string => name.toLowerCase().replaceAll(OF_COUNCILS, ' ').replaceAll(/\s+/gu, ' ').trim();

/** A code, with or without what an old system wrote beside it, or the name of a Welsh authority, whole or in part; a place elsewhere of the same name with more is none. */
function isWelsh(area: string): boolean {
  const names = WELSH_AUTHORITIES.flatMap(({cy, en}) => [cy, en]);
  return /^W06\d{6}/u.test(area) || names.some(name => name.toLowerCase().includes(area.trim().toLowerCase()) || bare(name) === bare(area));
}

/** Whether somebody under 16 lives, on the day, in a home whose area is known and is in no Welsh authority: a reader is warned, nothing is refused. */
export const isUnder16OutsideWales = ({area}: RecordOf<'stay'>['data'], bornOn: CalendarDate | undefined, on: CalendarDate): boolean =>
  !!area && !isWelsh(area) && bornOn !== undefined && ageOn(bornOn, on) < 16;
