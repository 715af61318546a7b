/** A signal that was switched off is back when there is more to see than whoever switched it off saw; not because of work done. */
import {describe, expect, test} from 'vitest';
import {category2, category3, record, stay} from '../deadline/file.test-support.ts';
import {idOf, PlanFile, welsh} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {RadarSignal} from './codes.ts';
import {radarOf} from './radar.ts';

const TODAY = date('2026-11-21');
const flat = stay('private_rented', '2025-06-15');

describe('what was switched off is back', () => {
  const all = (file: PlanFile) => [...file.records.values()];
  const notice = (endsOn: string | null) =>
    stay('private_rented', '2025-06-15', null, {noticeOn: date('2026-11-01'), noticeEndsOn: endsOn === null ? null : date(endsOn)});
  const seenIn = (file: PlanFile, signal: RadarSignal, today = TODAY) => radarOf(all(file), [], today).find(each => each.signal === signal);
  const off = (file: PlanFile, signal: RadarSignal, more: object = {}) => {
    const seen = seenIn(file, signal);
    const said = {signal, subject: seen?.subject ?? null, reason: welsh('Mae’r landlord yn ailystyried.'), until: date('2027-02-20')};
    expect(file.send('radar.hold', idOf(300), {...said, seen: seen?.facts, ...more})).toBe('applied');
    expect(seenIn(file, signal)?.hold).toMatchObject({hold: idOf(300)});
  };
  test('when the notice that it was about ends on another day', () => {
    const flatWithNotice = notice('2027-04-01');
    const file = new PlanFile(category3(flatWithNotice));
    off(file, 'home_may_end');
    expect(file.send('stay.change', flatWithNotice.id, {noticeEndsOn: date('2026-12-01')})).toBe('applied');
    expect(seenIn(file, 'home_may_end')?.hold).toBeNull();
  });
  test('when staff put down another risk to that home', () => {
    const file = new PlanFile(category3(notice(null)));
    off(file, 'home_may_end');
    const risk = {level: 'at_risk', drivers: ['exploitation'], words: 'New.', lookAgainOn: date('2026-11-24')};
    expect(file.send('home-risk.set', idOf(301), risk)).toBe('applied');
    expect(seenIn(file, 'home_may_end')?.hold).toBeNull();
  });
  test('when the same end has come so near that it is a threat in law', () => {
    const file = new PlanFile(category3(notice('2027-02-01')));
    off(file, 'home_may_end');
    expect(seenIn(file, 'home_may_end', date('2026-12-01'))?.hold).not.toBeNull();
    expect(seenIn(file, 'home_may_end', date('2026-12-20'))?.hold).toBeNull();
  });
  test('R-47 category 2 out of touch is never off, by no hold of before either; for category 3 it can be', () => {
    const lost = record('in-touch', {status: 'no', since: date('2026-10-01'), words: null});
    const file = new PlanFile(category2(lost));
    const seen = seenIn(file, 'out_of_touch');
    const hold = {signal: 'out_of_touch' as const, subject: seen?.subject ?? null, reason: welsh('Dim ateb'), until: date('2027-02-20')};
    expect(file.send('radar.hold', idOf(300), {...hold, seen: seen?.facts})).toBe('stays_open signal');
    const before = record('radar-hold', {...hold, from: date('2026-11-01')});
    expect(seenIn(new PlanFile(category2(lost, before)), 'out_of_touch')?.hold).toBeNull();
    expect(seenIn(new PlanFile(category3(lost, before)), 'out_of_touch')?.hold).toMatchObject({hold: before.id});
  });
  test('and not because somebody has done what was asked; nor where an older app said nothing of what it saw', () => {
    const lost = record('in-touch', {status: 'no', since: date('2026-09-01'), words: null});
    const file = new PlanFile(category3(flat, lost));
    off(file, 'out_of_touch');
    expect(file.send('touch-step.note', idOf(302), {on: TODAY, words: welsh('Ffoniais i’r fodryb.')})).toBe('applied');
    expect(seenIn(file, 'out_of_touch')?.hold).not.toBeNull();
    const older = new PlanFile(category3(notice('2027-04-01')));
    off(older, 'home_may_end', {seen: undefined});
  });
});
