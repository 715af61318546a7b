/** Children whom the authority looks after outside Wales: in England those under 16 may live in no home that is not registered. */
import {WELSH_AUTHORITIES} from '../authority/welsh-authorities.ts';
import type {RecordOf} from '../record-kinds.ts';
import {ageOn, type CalendarDate} from '../shared/calendar-date.ts';

/** A code, with or without what an old system wrote beside it, or the name of a Welsh authority in either language, shortened or with more. */
function isWelsh(area: string): boolean {
  const said = area.trim().toLowerCase();
  const names = WELSH_AUTHORITIES.flatMap(({cy, en}) => [cy.toLowerCase(), en.toLowerCase()]);
  return /^w06\d{6}/u.test(said) || names.some(name => name.includes(said) || said.includes(name));
}

/** Whether somebody under 16 lives, on the day, in a home whose area is known and is in no Welsh authority: a reader is warned, nothing is refused. */
export const isUnder16OutsideWales = ({area}: RecordOf<'stay'>['data'], bornOn: CalendarDate | undefined, on: CalendarDate): boolean =>
  !!area && !isWelsh(area) && bornOn !== undefined && ageOn(bornOn, on) < 16;
