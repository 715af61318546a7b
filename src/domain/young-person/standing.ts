/**
 * A person's category and duty from their own records: gathers what the rules need and asks them. What was
 * struck out counts for nothing. A manager's recorded override in force wins, and says so by its rule.
 */
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {isKind} from '../shared/is-kind.ts';
import {standingStays} from '../accommodation/spells.ts';
import {addDays, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {careLeaverCategory, dutyOfCategory, type CareLeaverCategory, type CategoryFacts, type ReturnHome} from './care-leaver-category.ts';
import {programmeOf} from './programme.ts';

/** Kinds of records that a category follows from. */
export const READ_FOR_STANDING = [
  'young-person',
  'looked-after-period',
  'pathway-plan',
  'immigration',
  'stay',
  'detention',
  'category-override',
] as const satisfies readonly KindCode[];

/** @throws InvariantError when the file has no young-person record. */
export function categoryFacts(file: readonly DomainRecord[]): CategoryFacts {
  const of = <Kind extends KindCode>(kind: Kind) =>
    file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record)).map(record => record.data);
  const person = must(of('young-person')[0], 'a file has a young person');
  const dateOfBirth = must(person.birthDates.at(-1), 'a young person has a date of birth').date;
  const at16 = birthday(dateOfBirth, 16);
  return {
    dateOfBirth,
    diedOn: person.diedOn,
    periods: of('looked-after-period').map(period => ({
      startOn: period.startOn,
      endOn: period.endOn,
      isShortBreak: period.legalStatus === 'short_breaks',
      reasonEnded: period.reasonCeased,
      lastPlacement: period.lastPlacement,
    })),
    toldUsOn: person.toldUsOn,
    programme: programmeOf(file.filter((record): record is RecordOf<'pathway-plan'> => isKind(record, 'pathway-plan'))),
    schedule3: of('immigration').some(({schedule3}) => schedule3 === true),
    returnsHome: returnsHome(file.filter((record): record is RecordOf<'stay'> => isKind(record, 'stay'))),
    detainedAt16: of('detention').some(({startOn, releasedOn}) => startOn <= at16 && (releasedOn === null || releasedOn >= at16)),
  };
}

/** Time with parents without a break, whatever the address: who moves with them has not left them. */
function returnsHome(stays: readonly RecordOf<'stay'>[]): readonly ReturnHome[] {
  const returns: ReturnHome[] = [];
  for (const {data} of standingStays(stays)) {
    const {type, startOn, endOn} = data;
    if (type !== 'parents' || startOn === null) continue;
    const before = returns.at(-1);
    const goesOn = before !== undefined && (before.endOn === null || addDays(before.endOn, 1) >= startOn);
    if (goesOn) returns.pop();
    const latest = goesOn && (before.endOn === null || (endOn !== null && before.endOn > endOn)) ? before.endOn : endOn;
    returns.push({startOn: goesOn ? before.startOn : startOn, endOn: latest});
  }
  return returns;
}

export function careLeaverStanding(file: readonly DomainRecord[], today: CalendarDate): CareLeaverCategory {
  const facts = categoryFacts(file);
  const computed = careLeaverCategory(facts, today);
  if (facts.diedOn !== null && facts.diedOn <= today) return computed;
  const override = file.find(
    record =>
      isKind(record, 'category-override') &&
      !struckOut(record) &&
      record.data.since <= today &&
      (record.data.endedOn === null || record.data.endedOn > today),
  );
  if (!override || !isKind(override, 'category-override')) return computed;
  const {category, since} = override.data;
  return {category, since, dutyStatus: dutyOfCategory(category, facts, today), rules: [...computed.rules, 'category-override']};
}
