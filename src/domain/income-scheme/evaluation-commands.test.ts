/** Consent to an evaluation: theirs alone to give and take back, or told to staff; taken back it stays so, whatever comes late. */
import {describe, expect, test} from 'vitest';
import {record, young} from '../deadline/file.test-support.ts';
import {idOf, PERSON, PlanFile} from '../pathway-plan/plan-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {stateOp} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {PILOT_ID} from './scheme.ts';
import {evaluationConsentId} from './taking-part.ts';

const CONSENT = evaluationConsentId(PERSON, PILOT_ID);
const joined = () => record('income-enrolment', {decision: 'joined', firstPaymentMonth: '2023-06', finalPaymentMonth: '2025-05'});
const file = (enrolment = joined()) => new PlanFile([young('2005-05-04'), enrolment]);
const yes = (givenHow = 'own_device', givenOn = '2026-11-20') => ({scheme: PILOT_ID, givenOn, givenHow});
const no = (withdrawnHow = 'own_device', withdrawnOn = '2026-11-21') => ({withdrawnOn, withdrawnHow});
const give = 'evaluation-consent.give';
const withdraw = 'evaluation-consent.withdraw';
const state = (of: PlanFile) => ({expect: stateOp(must(of.records.get(CONSENT), 'it was given'))});

describe('given', () => {
  test('by the young person alone, and taken back by them alone', () => {
    const of = file();
    expect(of.send(give, CONSENT, yes(), 'young_person')).toBe('applied');
    expect(of.shared.map(({id}) => id)).toContain(CONSENT);
    expect(of.send(give, CONSENT, yes(), 'young_person')).toBe('in_force_already');
    expect(of.send(withdraw, CONSENT, no(), 'young_person')).toBe('applied');
    expect(of.data(CONSENT, 'evaluation-consent')).toEqual({
      scheme: PILOT_ID,
      givenOn: '2026-11-20',
      givenHow: 'own_device',
      withdrawnOn: '2026-11-21',
      withdrawnHow: 'own_device',
    });
  });
  test('by staff whom they told, who say how; and whoever they tell takes it back', () => {
    const of = file();
    expect(of.send(give, CONSENT, yes('phone'), 'adviser')).toBe('applied');
    expect(of.send(withdraw, CONSENT, no('in_person'), 'manager')).toBe('applied');
  });
  test('nobody says for them that they did it themselves, and nobody told them', () => {
    const of = file();
    expect(of.send(give, CONSENT, yes('own_device'), 'adviser')).toBe('out_of_range givenHow');
    expect(of.send(give, CONSENT, yes('phone'), 'young_person')).toBe('out_of_range givenHow');
    of.send(give, CONSENT, yes(), 'young_person');
    expect(of.send(withdraw, CONSENT, no('own_device'), 'adviser')).toBe('out_of_range withdrawnHow');
    expect(of.send(withdraw, CONSENT, no('phone'), 'finance_officer')).toBe('not_permitted');
  });
  test('only by whoever joined this scheme, not ahead of the day, and under the one id that there is', () => {
    const declined = file(record('income-enrolment', {decision: 'declined'}));
    expect(declined.send(give, CONSENT, yes(), 'young_person')).toBe('out_of_range scheme');
    const left = file(record('income-enrolment', {decision: 'left_early'}));
    expect(left.send(give, CONSENT, yes(), 'young_person')).toBe('applied');
    const of = file();
    expect(of.send(give, CONSENT, yes('phone', '2026-11-22'))).toBe('date_in_future givenOn');
    expect(of.send(give, idOf(30), yes('phone'))).toBe('unknown_record');
    expect(of.send(give, CONSENT, {...yes('phone'), scheme: idOf(31)})).toBe('unknown_record');
    expect(of.send(give, evaluationConsentId(PERSON, idOf(31)), {...yes('phone'), scheme: idOf(31)})).toBe('out_of_range scheme');
  });
});

describe('taken back', () => {
  test('is never refused for what happened in between, and twice is once', () => {
    const of = file();
    of.send(give, CONSENT, yes('phone', '2026-11-21'), 'adviser');
    // On their own device they had said yes, and no, days before.
    expect(of.send(withdraw, CONSENT, no('own_device', '2026-11-19'), 'young_person')).toBe('applied');
    expect(of.data(CONSENT, 'evaluation-consent')).toMatchObject({withdrawnOn: '2026-11-21'});
    expect(of.send(withdraw, CONSENT, no('phone', '2026-11-21'), 'adviser')).toBe('applied');
    expect(of.data(CONSENT, 'evaluation-consent')).toMatchObject({withdrawnHow: 'own_device'});
    expect(of.send(withdraw, idOf(30), no('phone'), 'adviser')).toBe('unknown_record');
  });
  test('is never refused for a clock that is ahead: it holds from the day on which it came', () => {
    const of = file();
    of.send(give, CONSENT, yes(), 'young_person');
    expect(of.send(withdraw, CONSENT, no('own_device', '2031-05-01'), 'young_person')).toBe('applied');
    expect(of.data(CONSENT, 'evaluation-consent')).toMatchObject({withdrawnOn: '2026-11-21', withdrawnHow: 'own_device'});
  });
  test('a yes from before that comes late does not undo it; one that saw it does', () => {
    const of = file();
    of.send(give, CONSENT, yes(), 'young_person');
    const before = state(of);
    of.send(withdraw, CONSENT, no(), 'young_person');
    expect(of.send(give, CONSENT, yes('phone'), 'adviser')).toBe('state_moved');
    expect(of.send(give, CONSENT, yes('phone'), 'adviser', before)).toBe('dates_out_of_order givenOn');
    of.today = date('2026-11-25');
    expect(of.send(give, CONSENT, yes('own_device', '2026-11-25'), 'young_person', state(of))).toBe('applied');
    expect(of.data(CONSENT, 'evaluation-consent')).toMatchObject({givenOn: '2026-11-25', withdrawnOn: null, withdrawnHow: null});
    of.send(withdraw, CONSENT, no('phone', '2026-11-25'), 'adviser');
    expect(of.send(give, CONSENT, yes('phone', '2026-11-25'), 'adviser', before)).toBe('state_moved');
  });
});
