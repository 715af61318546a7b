/** The profile by its commands: what is changed and kept, what is refused, and what a corrected date of birth moves. */
import {describe, expect, test} from 'vitest';
import {deadlinesOf} from '../deadline/deadlines.ts';
import {inCare, young} from '../deadline/file.test-support.ts';
import type {RecordOf} from '../record-kinds.ts';
import {ADVISER, idOf, PERSON, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {fieldsToChoose} from '../shared/versions.ts';
import {must} from '../shared/result.ts';
import {careLeaverStanding} from './standing.ts';

const person = young('2010-01-10', {ethnicity: 'Cymreig'});
const file = (...more: ConstructorParameters<typeof PlanFile>[0] & object) => new PlanFile([person, ...more]);
const own = (of: PlanFile) => must(of.records.get(PERSON), 'the person is there') as RecordOf<'young-person'>;

describe('the profile', () => {
  test('only what is named is changed; a name that two people write differently is kept twice, a plain fact once', () => {
    const of = file();
    const seen = {bases: {forename: [person.made.op], ethnicity: [person.made.op]}};
    expect(of.send('profile.change', PERSON, {forename: 'Caio', ethnicity: 'Cymro'}, 'adviser', seen)).toBe('applied');
    expect(of.send('profile.change', PERSON, {forename: 'Kai', ethnicity: 'Cymro a Sais'}, 'manager', seen)).toBe('conflict');
    expect(own(of).data).toMatchObject({forename: 'Caio', surname: 'Gwennol-Hud', ethnicity: 'Cymro a Sais'});
    expect(fieldsToChoose(own(of))).toEqual(['forename']);
  });

  test('nobody is left without a name, and what nobody has is refused', () => {
    const of = file();
    expect(of.send('profile.change', PERSON, {forename: '  ', knownAs: null})).toBe('words_missing forename');
    expect(of.send('profile.change', PERSON, {surname: ''})).toBe('words_missing surname');
    expect(of.send('profile.change', PERSON, {sex: 'X'})).toBe('body_invalid sex');
    expect(of.send('profile.change', idOf(77), {knownAs: 'Cai'})).toBe('unknown_record');
    expect(of.send('profile.change', PERSON, {knownAs: 'Cai'}, 'young_person')).toBe('not_permitted');
  });
});

describe('[edge case 18] a date of birth is corrected', () => {
  test('by a manager, not by an adviser, and by nobody who has not seen what stands there', () => {
    const of = file();
    const right = {date: '2009-01-10', status: 'assessed'};
    expect(of.send('birth-date.correct', PERSON, right)).toBe('not_permitted');
    expect(of.send('birth-date.correct', PERSON, right, 'manager', {expect: idOf(5)})).toBe('state_moved');
    expect(of.send('birth-date.correct', PERSON, right, 'deputy')).toBe('applied');
    expect(own(of).data.birthDates).toEqual([
      {date: '2010-01-10', status: 'verified', heldFrom: '2010-01-10'},
      {date: '2009-01-10', status: 'assessed', heldFrom: '2026-11-21'},
    ]);
  });

  test.each([
    ['in the future', {date: '2026-11-22', status: 'verified'}, 'date_in_future date'],
    ['longer ago than anybody lives', {date: '1906-11-20', status: 'verified'}, 'out_of_range date'],
    ['the same as the one held', {date: '2010-01-10', status: 'verified'}, 'unchanged date'],
    ['said and settled by nobody', {date: '2009-01-10', status: 'stated'}, 'body_invalid status'],
    ['the same standing as the one held', {status: 'verified'}, 'unchanged status'],
    ['nothing', {}, 'unchanged status'],
    ['no date at all', {date: '2009-02-29', status: 'verified'}, 'body_invalid date'],
  ])('refused: %s', (_what, body, answer) => {
    expect(file().send('birth-date.correct', PERSON, body, 'manager')).toBe(answer);
  });

  test('refused: after a death; taken: a hundred years ago, and the very day', () => {
    const died = new PlanFile([young('2010-01-10', {diedOn: date('2026-03-01')})]);
    expect(died.send('birth-date.correct', PERSON, {date: '2026-03-02', status: 'verified'}, 'manager')).toBe('dates_out_of_order date');
    for (const on of ['1926-11-21', '2026-11-21'])
      expect(file().send('birth-date.correct', PERSON, {date: on, status: 'disputed'}, 'manager')).toBe('applied');
  });

  test('a certificate that says the same settles the date that is held, from the day on which it was held', () => {
    const of = new PlanFile([
      young('2010-01-10', {birthDates: [{date: date('2010-01-10'), status: 'stated', heldFrom: date('2020-02-01')}]}),
    ]);
    expect(of.send('birth-date.correct', PERSON, {date: '2010-01-10', status: 'verified'}, 'manager')).toBe('applied');
    expect(own(of).data.birthDates).toEqual([{date: '2010-01-10', status: 'verified', heldFrom: '2020-02-01'}]);
  });

  test('what is not named stays: the date that is held is settled, or another is as settled as it was', () => {
    const of = file();
    expect(of.send('birth-date.correct', PERSON, {status: 'disputed'}, 'manager')).toBe('applied');
    expect(own(of).data.birthDates).toEqual([{date: '2010-01-10', status: 'disputed', heldFrom: '2010-01-10'}]);
    expect(of.send('birth-date.correct', PERSON, {date: '2009-01-10'}, 'manager')).toBe('applied');
    expect(own(of).data.birthDates.at(-1)).toEqual({date: '2009-01-10', status: 'disputed', heldFrom: '2026-11-21'});
  });

  test('what was measured stays as it was; the category and what is to come go by the new date', () => {
    const of = file(inCare('2020-01-10'));
    const standing = () => careLeaverStanding([...of.records.values()], of.today);
    const deadlines = () => deadlinesOf([...of.records.values()], [], of.today);
    const before = deadlines();
    const assessment = must(
      before.find(({what}) => what === 'assessment'),
      'an assessment is owed',
    );
    expect([standing().category, assessment.dueOn, assessment.state]).toEqual(['C1', '2026-04-10', 'overdue']);
    // Two years younger: not 16 yet.
    expect(of.send('birth-date.correct', PERSON, {date: '2012-01-10', status: 'assessed'}, 'manager')).toBe('applied');
    expect(standing().category).toBe('pre');
    const after = deadlines();
    // Late by the date that was held while it fell due, and so it stays.
    expect(after.find(({what}) => what === 'assessment')).toMatchObject({dueOn: '2026-04-10', state: 'overdue', frozenOn: '2026-11-21'});
    const birthdays = (all: typeof after) => all.filter(({what, state}) => what === 'turns_18' && state !== 'met').map(({dueOn}) => dueOn);
    expect([birthdays(before), birthdays(after)]).toEqual([['2028-01-10'], ['2030-01-10']]);
  });
});

describe('periods of being looked after', () => {
  const period = {
    startOn: '2020-01-10',
    endOn: null,
    authority: 'W06000011',
    legalStatus: 'care_order',
    lastPlacement: null,
    reasonCeased: null,
  };
  const ended = {
    startOn: '2014-02-01',
    endOn: '2016-05-01',
    legalStatus: 'accommodated_s76',
    authority: 'W06000011',
    lastPlacement: null,
    reasonCeased: 'home_to_parents',
  };

  test('added, ended and described: the category follows the days', () => {
    const of = file();
    const category = () => careLeaverStanding([...of.records.values()], of.today).category;
    const start = category();
    expect(of.send('looked-after-period.add', idOf(30), period)).toBe('applied');
    expect([start, category()]).toEqual(['none', 'C1']);
    expect(of.send('looked-after-period.correct', idOf(30), {startOn: '2020-01-10', endOn: '2026-10-01'})).toBe('applied');
    expect(of.send('looked-after-period.change', idOf(30), {reasonCeased: 'independent_with_support'})).toBe('applied');
    expect(category()).toBe('C2');
    expect(of.data(idOf(30), 'looked-after-period')).toMatchObject({endOn: '2026-10-01', reasonCeased: 'independent_with_support'});
    // A short time after 14 is not thirteen weeks.
    expect(of.send('looked-after-period.correct', idOf(30), {startOn: '2026-09-20', endOn: null})).toBe('applied');
    expect(category()).toBe('none_yet');
    expect(of.send('record.strike-out', idOf(30), {reason: {text: 'Ffeil arall', lang: 'cy'}})).toBe('applied');
    expect(of.send('looked-after-period.add', idOf(31), period)).toBe('applied');
  });

  test.each([
    ['an end before its start', {...period, endOn: '2020-01-09'}, 'dates_out_of_order endOn'],
    ['a start before birth', {...period, startOn: '2010-01-09'}, 'out_of_range startOn'],
    ['a start that is to come', {...period, startOn: '2026-11-22'}, 'date_in_future startOn'],
    ['an end in the far future', {...period, endOn: '2028-11-22'}, 'out_of_range endOn'],
    ['days that another has', {...period, startOn: '2016-04-30'}, 'overlaps startOn'],
    ['the same start', {...period, startOn: '2014-02-01', endOn: '2014-02-01'}, 'overlaps startOn'],
    ['one within another', {...period, startOn: '2015-01-01', endOn: '2015-02-01'}, 'overlaps startOn'],
    ['one around another', {...period, startOn: '2013-01-01'}, 'overlaps startOn'],
    ['no authority', {...period, authority: ' '}, 'words_missing authority'],
  ])('refused: %s', (_what, body, answer) => {
    const of = file();
    expect(of.send('looked-after-period.add', idOf(30), ended)).toBe('applied');
    expect(of.send('looked-after-period.add', idOf(31), body)).toBe(answer);
  });

  test('a correction names what it changes: the other day stays, and is not judged again', () => {
    const of = file();
    expect(of.send('looked-after-period.add', idOf(30), period)).toBe('applied');
    expect(of.send('looked-after-period.correct', idOf(30), {})).toBe('unchanged endOn');
    expect(of.send('looked-after-period.correct', idOf(30), {endOn: '2026-10-01'})).toBe('applied');
    expect(of.data(idOf(30), 'looked-after-period')).toMatchObject({startOn: '2020-01-10', endOn: '2026-10-01'});
    expect(of.send('looked-after-period.correct', idOf(30), {startOn: '2026-10-02'})).toBe('dates_out_of_order startOn');
    expect(of.send('looked-after-period.correct', idOf(30), {startOn: '2020-02-10'})).toBe('applied');
    expect(of.data(idOf(30), 'looked-after-period')).toMatchObject({startOn: '2020-02-10', endOn: '2026-10-01'});
    expect(of.send('looked-after-period.correct', idOf(30), {endOn: '2020-02-09'})).toBe('dates_out_of_order endOn');
    expect(of.send('looked-after-period.correct', idOf(30), {endOn: null})).toBe('applied');
    expect(of.data(idOf(30), 'looked-after-period')?.endOn).toBeNull();
    // The date of birth turns out later than the start: it can be ended all the same, also by an app that sends both days.
    expect(of.send('birth-date.correct', PERSON, {date: '2020-03-01'}, 'manager')).toBe('applied');
    expect(of.send('looked-after-period.correct', idOf(30), {endOn: '2026-10-01'})).toBe('applied');
    expect(of.send('looked-after-period.correct', idOf(30), {startOn: '2020-02-10', endOn: '2026-10-02'})).toBe('applied');
    expect(of.send('looked-after-period.correct', idOf(30), {startOn: '2020-02-11'})).toBe('out_of_range startOn');
    // It still takes nobody else’s days.
    expect(of.send('looked-after-period.add', idOf(31), {...period, startOn: '2026-10-02'})).toBe('applied');
    expect(of.send('looked-after-period.correct', idOf(30), {endOn: '2026-10-03'})).toBe('overlaps startOn');
  });

  test('one that was struck out does not stand again on days that another has, however it is changed', () => {
    const of = file();
    const seen = {bases: {legalStatus: [idOf(5)]}};
    of.send('looked-after-period.add', idOf(30), period);
    of.send('looked-after-period.change', idOf(30), {legalStatus: 'accommodated_s76'}, 'adviser', seen);
    of.send('looked-after-period.change', idOf(30), {legalStatus: 'short_breaks'}, 'manager', seen);
    of.send('record.strike-out', idOf(30), {reason: {text: 'Ffeil arall', lang: 'cy'}});
    of.send('looked-after-period.add', idOf(31), period);
    const before = of.records.get(idOf(30));
    expect(of.send('looked-after-period.change', idOf(30), {lastPlacement: 'Nain'})).toBe('overlaps startOn');
    expect(of.send('looked-after-period.correct', idOf(30), {endOn: '2026-10-01'})).toBe('overlaps startOn');
    expect(of.send('conflict.settle', idOf(30), {field: 'legalStatus', value: 'care_order'})).toBe('state_moved');
    expect(of.records.get(idOf(30))).toBe(before);
    expect(of.send('looked-after-period.change', idOf(31), {lastPlacement: 'Nain'})).toBe('applied');
    of.send('record.strike-out', idOf(31), {reason: {text: 'Ddwywaith', lang: 'cy'}});
    expect(of.send('looked-after-period.change', idOf(30), {lastPlacement: 'Nain'})).toBe('applied');
    expect(of.send('looked-after-period.change', idOf(31), {lastPlacement: 'Taid'})).toBe('overlaps startOn');
  });

  test('one begins on the day on which another ends, and a correction is held to the same', () => {
    const of = file();
    of.send('looked-after-period.add', idOf(30), ended);
    expect(of.send('looked-after-period.add', idOf(31), {...period, startOn: '2016-05-01'})).toBe('applied');
    expect(of.send('looked-after-period.add', idOf(31), period)).toBe('already_there');
    expect(of.send('looked-after-period.correct', idOf(31), {startOn: '2016-04-01', endOn: null})).toBe('overlaps startOn');
    expect(of.send('looked-after-period.correct', idOf(31), {startOn: '2016-05-02', endOn: null}, 'adviser', {expect: idOf(5)})).toBe(
      'state_moved',
    );
    expect(of.send('looked-after-period.change', idOf(99), {legalStatus: null})).toBe('unknown_record');
    expect(of.send('looked-after-period.add', idOf(32), period, 'young_person')).toBe('not_permitted');
  });
});

describe('alerts', () => {
  const alert = {code: 'dog', text: 'Ring first.', startOn: '2026-11-20', reviewOn: '2027-02-20', to: 'restricted'};
  const on = (of: PlanFile) => deadlinesOf([...of.records.values()], [], of.today).find(({what}) => what === 'alert_review')?.dueOn;

  test('written where it may be read, its review falls due, put off, and over with its last day', () => {
    const of = file();
    expect(of.send('alert.write', idOf(30), alert)).toBe('applied');
    expect(of.send('alert.write', idOf(31), {...alert, to: 'shared'})).toBe('applied');
    expect(of.shared.map(({id}) => id)).toEqual([idOf(31)]);
    of.send('record.strike-out', idOf(31), {reason: {text: 'Ddwywaith', lang: 'cy'}});
    expect([on(of), of.data(idOf(30), 'alert')?.enteredBy]).toEqual(['2027-02-20', ADVISER]);
    expect(of.send('alert.change', idOf(30), {reviewOn: '2027-05-20'})).toBe('applied');
    expect(on(of)).toBe('2027-05-20');
    expect(of.send('alert.change', idOf(30), {text: 'Ring twice.'}, 'adviser', {bases: {text: [idOf(5)]}})).toBe('applied');
    expect(of.send('alert.change', idOf(30), {text: 'Knock.'}, 'manager', {bases: {text: [idOf(5)]}})).toBe('conflict');
    expect(of.send('alert.end', idOf(30), {endOn: '2026-11-21'})).toBe('applied');
    expect(on(of)).toBeUndefined();
    expect(of.send('alert.end', idOf(30), {endOn: '2026-11-21'})).toBe('state_moved');
  });

  test('one that was struck out and opened again does not take the reason to the young person, nor one its other version', () => {
    const of = file();
    of.send('alert.write', idOf(30), alert);
    of.send('record.strike-out', idOf(30), {reason: {text: 'He hit his brother', lang: 'en'}});
    expect(of.send('alert.change', idOf(30), {reviewOn: '2027-05-20'})).toBe('applied');
    expect(of.send('alert.move', idOf(30), {to: 'shared'}, 'manager')).toBe('state_moved');
    of.send('alert.write', idOf(31), alert);
    of.send('alert.change', idOf(31), {text: 'Ring twice.'}, 'adviser', {bases: {text: [idOf(5)]}});
    of.send('alert.change', idOf(31), {text: 'Knock.'}, 'manager', {bases: {text: [idOf(5)]}});
    expect(of.send('alert.move', idOf(31), {to: 'shared'}, 'manager')).toBe('state_moved');
    of.send('alert.write', idOf(32), alert);
    expect(of.send('alert.move', idOf(32), {to: 'shared'}, 'manager')).toBe('applied');
    expect(of.shared.map(({id}) => id)).toEqual([idOf(32)]);
  });

  test.each([
    ['no words', {text: ' '}, 'words_missing text'],
    ['a start that is to come', {startOn: '2026-11-22'}, 'date_in_future startOn'],
    ['a review that has passed', {reviewOn: '2026-11-20'}, 'date_past reviewOn'],
    ['a review in the far future', {reviewOn: '2028-11-22'}, 'out_of_range reviewOn'],
    ['no review', {reviewOn: null}, 'body_invalid reviewOn'],
    ['nobody to read it', {to: 'money'}, 'body_invalid to'],
  ])('refused: %s', (_what, change, answer) => {
    expect(file().send('alert.write', idOf(30), {...alert, ...change})).toBe(answer);
  });

  test('written offline, it arrives after its review day and is kept; a clock that is ahead excuses nothing', () => {
    const of = file();
    const late = {...alert, startOn: '2026-11-01', reviewOn: '2026-11-15'};
    const at = (on: string) => ({at: `${on}T10:00:00.000Z`});
    expect(of.send('alert.write', idOf(30), late, 'adviser', at('2026-11-10'))).toBe('applied');
    expect(of.send('alert.change', idOf(30), {reviewOn: '2026-11-16'}, 'adviser', at('2026-11-16'))).toBe('applied');
    expect(on(of)).toBe('2026-11-16');
    for (const written of ['2026-11-17', '2031-01-01', '0001-01-01'])
      expect(of.send('alert.change', idOf(30), {reviewOn: '2026-11-16'}, 'adviser', at(written))).toBe('date_past reviewOn');
    // The minutes after midnight of a Welsh summer are the next day's.
    expect(of.send('alert.write', idOf(31), {...late, reviewOn: '2026-08-01'}, 'adviser', {at: '2026-08-01T23:30:00.000Z'})).toBe(
      'date_past reviewOn',
    );
    // A clock that is years ahead: today judges.
    expect(of.send('alert.write', idOf(32), {...alert, reviewOn: '2026-11-21'}, 'adviser', at('2031-01-01'))).toBe('applied');
  });

  test('refused: a change without words, a review that has passed, an end before its start or to come', () => {
    const of = file();
    of.send('alert.write', idOf(30), alert);
    expect(of.send('alert.write', idOf(30), alert)).toBe('already_there');
    expect(of.send('alert.change', idOf(30), {text: ''})).toBe('words_missing text');
    expect(of.send('alert.change', idOf(30), {reviewOn: '2026-11-20'})).toBe('date_past reviewOn');
    expect(of.send('alert.end', idOf(30), {endOn: '2026-11-19'})).toBe('dates_out_of_order endOn');
    expect(of.send('alert.end', idOf(30), {endOn: '2026-11-22'})).toBe('date_in_future endOn');
    expect(of.send('alert.end', PERSON, {endOn: '2026-11-21'})).toBe('unknown_record');
  });
});
