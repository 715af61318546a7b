/** What can be done with a scheme, an enrolment and a check-in, and what is refused, by the rule behind it. */
import {beforeEach, describe, expect, test} from 'vitest';
import {FundFile, idOf, MANAGER, PERSON, recordOf, type Sender} from '../fund/fund-file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import {partId} from '../shared/ids.ts';
import {must} from '../shared/result.ts';
import {checkInTimetable} from './check-ins.ts';
import {incomeEnrolmentKind, type IncomeScheme} from './income-scheme.ts';
import {NO_ANSWERS, STARTING_INCOME} from './income.test-support.ts';
import {BASIC_INCOME_PILOT, PILOT_ID} from './scheme.ts';

const [SCHEME, ENROLMENT, CHECK_IN] = [idOf(500), idOf(501), idOf(502)];
const byManager: Sender = {role: 'manager', person: null};
const open: IncomeScheme = {
  ...STARTING_INCOME,
  turns: 21,
  birthdayFrom: date('2026-01-01'),
  birthdayUntil: date('2029-12-31'),
  grossPence: 50_000,
  netPence: 40_000,
  payments: 12,
  checkIns: [1, 6, 12],
  checkInsAfter: [3],
};
/** Twenty-one on 4 May 2026, category 3 before: the scheme names it. */
const at21 = () => [
  recordOf(PERSON, 'young-person', {
    forename: 'Cai',
    surname: 'Ffug',
    birthDates: [{date: '2005-05-04', status: 'verified', heldFrom: '2005-05-04'}],
    diedOn: null,
    toldUsOn: null,
  }),
  recordOf(idOf(3), 'looked-after-period', {
    startOn: '2015-01-01',
    endOn: '2023-05-03',
    legalStatus: 'care_order',
    reasonCeased: 'turned_18',
    lastPlacement: null,
  }),
];

let file: FundFile;
const set = (facts: object = {}, id = SCHEME, sender = byManager) =>
  file.send('income-scheme.set', id, {...open, reason: null, ...facts}, sender);
const offer = (scheme = SCHEME, more: object = {}) =>
  file.send('income-enrolment.offer', ENROLMENT, {scheme, offeredOn: '2026-11-01', adviceOn: null, ...more});
const answer = (more: object = {}) =>
  file.send('income-enrolment.answer', ENROLMENT, {
    decision: 'joined',
    on: '2026-11-02',
    frequency: 'monthly',
    accountSetUp: true,
    ...more,
  });
const enrolment = () => file.data(ENROLMENT, 'income-enrolment');
const enrolled = () => must(file.of('income-enrolment')[0], 'they were offered a place');
beforeEach(() => {
  file = new FundFile(at21());
});

describe('setting up a scheme', () => {
  test('by a manager or an administrator, with no code', () => {
    expect(set()).toBe('applied');
    expect(file.data(SCHEME, 'income-scheme')).toMatchObject({name: {en: 'Starting Income'}, payments: 12});
    expect(set({}, idOf(510), {role: 'adviser', person: null})).toBe('not_permitted');
  });
  test('dates in order, net not above gross, no check-in in a month that it does not pay', () => {
    expect(set({birthdayUntil: '2025-12-31'})).toBe('dates_out_of_order birthdayUntil');
    expect(set({netPence: 60_000})).toBe('out_of_range netPence');
    expect(set({checkIns: [1, 13]})).toBe('out_of_range checkIns');
    expect(set({questions: ['wellbeing', 'wellbeing']})).toMatch(/^body_invalid/u);
  });
  test('a change says why; one that changes nothing is none', () => {
    set();
    expect(set({netPence: 45_000})).toBe('words_missing reason');
    expect(set({netPence: 45_000, reason: 'New rate'})).toBe('applied');
    expect(set({netPence: 45_000, reason: 'Again'})).toBe('unchanged');
  });
  test('of the pilot only what is asked and when can be changed, and it is never opened again', () => {
    const pilot = (facts: object) =>
      file.send('income-scheme.set', PILOT_ID, {...BASIC_INCOME_PILOT, reason: 'Ein cwestiynau ni', ...facts}, byManager);
    expect(pilot({netPence: 100_000})).toBe('scheme_fixed netPence');
    expect(pilot({closedOn: null, lastPaymentMonth: null})).toBe('scheme_fixed closedOn lastPaymentMonth');
    expect(pilot({questions: ['wellbeing']})).toBe('applied');
  });
  test('any scheme that is closed stays closed', () => {
    set({closedOn: '2026-11-20'});
    expect(set({closedOn: '2027-11-20', reason: 'Eto'})).toBe('scheme_closed closedOn');
    expect(set({closedOn: null, reason: 'Eto'})).toBe('scheme_closed closedOn');
  });
  test('a closed scheme whose last month is past pays for no later one, whatever is changed of it', () => {
    set({closedOn: '2026-09-30', lastPaymentMonth: '2026-10'});
    const ended = {closedOn: '2026-09-30', reason: 'Eto'};
    expect(set({...ended, lastPaymentMonth: '2027-10'})).toBe('scheme_closed lastPaymentMonth');
    expect(set({...ended, lastPaymentMonth: null})).toBe('scheme_closed lastPaymentMonth');
    expect(set({...ended, lastPaymentMonth: '2026-09'})).toBe('applied');
  });
});

describe('an enrolment', () => {
  test('is worked out from the scheme and the dates', () => {
    set();
    expect(offer()).toBe('applied');
    expect(answer()).toBe('applied');
    // Late: the month after joining, and all twelve.
    expect(enrolment()).toMatchObject({
      decision: 'joined',
      firstPaymentMonth: '2026-12',
      finalPaymentMonth: '2027-11',
      grossMonthPence: 50_000,
      netMonthPence: 40_000,
      paymentsMade: 0,
    });
  });
  test('nobody is enrolled in a closed scheme, by no date and no role', () => {
    for (const role of ['adviser', 'manager'] as const)
      expect(file.send('income-enrolment.offer', ENROLMENT, {scheme: PILOT_ID, offeredOn: '2023-04-01', adviceOn: null}, {role})).toBe(
        'scheme_closed scheme',
      );
    set({closedOn: '2026-11-21'});
    expect(offer()).toBe('scheme_closed scheme');
  });
  test('an offer made while it was open cannot be taken up once it is closed', () => {
    set();
    offer();
    set({closedOn: '2026-11-21', reason: 'Diwedd'});
    expect(answer()).toBe('scheme_closed');
    expect(answer({decision: 'declined', frequency: null})).toBe('applied');
  });
  test('only for whom it is; once in each scheme; in the way that it pays; not ahead of today or before the offer', () => {
    set({categories: ['C5']});
    expect(offer()).toBe('scheme_not_for_them scheme');
    set({categories: ['C3', 'none'], frequencies: ['monthly'], reason: 'Pawb'});
    expect(offer(SCHEME, {offeredOn: '2026-11-22'})).toBe('date_in_future offeredOn');
    expect(offer()).toBe('applied');
    expect(file.send('income-enrolment.offer', idOf(520), {scheme: SCHEME, offeredOn: '2026-11-01', adviceOn: null})).toBe(
      'already_there scheme',
    );
    expect(answer({frequency: 'twice_monthly'})).toBe('out_of_range frequency');
    expect(answer({on: '2026-10-31'})).toBe('dates_out_of_order on');
    expect(answer({on: '2026-11-22'})).toBe('date_in_future on');
    expect(offer(idOf(999))).toBe('unknown_record scheme');
  });
  test('nobody is taken in who has died, though they were eligible; that they had said no can be put down', () => {
    set();
    offer();
    const [person] = at21();
    file.records.set(PERSON, {...must(person, 'a person'), data: {...must(person, 'a person').data, diedOn: '2026-11-10'}});
    expect(answer({on: '2026-11-12'})).toBe('scheme_not_for_them');
    expect(answer({decision: 'declined', frequency: null})).toBe('applied');
    set({}, idOf(510));
    expect(file.send('income-enrolment.offer', idOf(521), {scheme: idOf(510), offeredOn: '2026-11-11', adviceOn: null})).toBe(
      'scheme_not_for_them scheme',
    );
  });
  test('whoever said no can still say yes; whoever is in it is not asked again', () => {
    set();
    offer();
    expect(answer({decision: 'declined', frequency: null})).toBe('applied');
    expect(answer()).toBe('applied');
    expect(answer()).toBe('state_moved');
  });
});

describe('payments', () => {
  beforeEach(() => {
    set();
    offer();
    answer();
    file.today = date('2027-03-15');
  });
  const note = (made: number, lastMonth: string) => file.send('income-enrolment.note-payments', ENROLMENT, {made, lastMonth});
  test('are noted for months that have come, as many as there can be', () => {
    expect(note(4, '2027-03')).toBe('applied');
    expect(note(5, '2027-04')).toBe('date_in_future lastMonth');
    expect(note(13, '2027-03')).toBe('out_of_range made');
    expect(note(1, '2026-11')).toBe('dates_out_of_order lastMonth');
  });
  test('none for a month that a closed scheme does not pay, in a pause or at the end', () => {
    set({closedOn: '2027-01-31', lastPaymentMonth: '2027-01', reason: 'Diwedd'});
    expect(note(3, '2027-02')).toBe('scheme_closed lastMonth');
    expect(note(2, '2027-01')).toBe('applied');
    const end = (lastMonth: string) =>
      file.send('income-enrolment.end', ENROLMENT, {reason: 'other', on: '2027-03-01', made: 3, lastMonth});
    expect(end('2027-02')).toBe('scheme_closed lastMonth');
    expect(file.send('income-enrolment.pause', ENROLMENT, {from: '2027-02', until: null, reason: 'away'})).toBe('scheme_closed');
  });
  test('rest in a pause, which moves the end and does not overlap another', () => {
    const pause = (from: string, until: string | null) => file.send('income-enrolment.pause', ENROLMENT, {from, until, reason: 'prison'});
    expect(pause('2027-01', null)).toBe('applied');
    expect(pause('2027-03', '2027-04')).toBe('overlaps from');
    expect(file.send('income-enrolment.resume', ENROLMENT, {until: '2027-02'})).toBe('applied');
    expect(enrolment().finalPaymentMonth).toBe('2028-01');
    expect(file.send('income-enrolment.resume', ENROLMENT, {until: '2027-02'})).toBe('state_moved');
    expect(pause('2027-05', '2027-04')).toBe('dates_out_of_order until');
    expect(pause('2026-11', '2026-11')).toBe('out_of_range from');
  });
  test('while a pause has no end the last month is not known: nobody has had their last payment by resting', () => {
    const pause = (from: string, until: string | null) => file.send('income-enrolment.pause', ENROLMENT, {from, until, reason: 'prison'});
    pause('2027-01', null);
    expect(enrolment().finalPaymentMonth).toBe(null);
    expect(checkInTimetable(open, enrolled(), [], date('2027-06-15')).filter(({isAfter}) => isAfter)).toEqual([]);
    file.send('income-enrolment.resume', ENROLMENT, {until: '2027-03'});
    expect(enrolment()).toMatchObject({firstPaymentMonth: '2026-12', finalPaymentMonth: '2028-02'});
  });
  test('a date of birth that is put right later moves no month by a pause: the first payment was when it was', () => {
    file.records.set(
      PERSON,
      recordOf(PERSON, 'young-person', {birthDates: [{date: '2006-05-04', status: 'verified', heldFrom: '2027-01-01'}], diedOn: null}),
    );
    file.send('income-enrolment.pause', ENROLMENT, {from: '2027-01', until: '2027-02', reason: 'away'});
    expect(enrolment()).toMatchObject({firstPaymentMonth: '2026-12', finalPaymentMonth: '2028-01'});
  });
  test('what was paid can be noted although the scheme pays for fewer months since', () => {
    file.today = date('2027-11-15');
    set({payments: 6, checkIns: [1, 6], reason: 'Llai o arian'});
    expect(note(12, '2027-11')).toBe('applied');
    expect(note(13, '2027-11')).toBe('out_of_range made');
    expect(file.send('income-enrolment.pause', ENROLMENT, {from: '2027-11', until: '2027-11', reason: 'away'})).toBe('applied');
    expect(enrolment().finalPaymentMonth).toBe('2027-12');
  });
  test('whoever ended with nothing paid is asked nothing more', () => {
    file.send('income-enrolment.end', ENROLMENT, {reason: 'ineligible', on: '2027-03-01', made: 0, lastMonth: null});
    expect(checkInTimetable(open, enrolled(), [], date('2027-06-15'))).toEqual([]);
  });
  test('twice a month for as long as a scheme can pay fits its record', () => {
    const {paymentsMade} = incomeEnrolmentKind.schema.shape;
    expect(paymentsMade.safeParse(120).success).toBe(true);
  });
  test('end with the reason and what was paid by then; afterwards nothing is noted', () => {
    expect(file.send('income-enrolment.end', ENROLMENT, {reason: 'left', on: '2027-03-01', made: 3, lastMonth: null})).toBe(
      'out_of_range lastMonth',
    );
    expect(file.send('income-enrolment.end', ENROLMENT, {reason: 'left', on: '2027-03-01', made: 3, lastMonth: '2027-02'})).toBe('applied');
    expect(enrolment()).toMatchObject({decision: 'left_early', closingReason: 'left', paymentsMade: 3, finalPaymentMonth: '2027-02'});
    expect(note(4, '2027-03')).toBe('state_moved');
  });
});

describe('a check-in', () => {
  beforeEach(() => {
    file = new FundFile([
      ...at21(),
      recordOf(ENROLMENT, 'income-enrolment', {
        decision: 'joined',
        joinedOn: '2023-05-20',
        firstPaymentMonth: '2023-06',
        finalPaymentMonth: '2025-05',
      }),
    ]);
  });
  const check = (answers: object, sender: Sender = {role: 'young_person'}, id = CHECK_IN) =>
    file.send('income-check-in.answer', id, {...NO_ANSWERS, enrolment: ENROLMENT, ...answers}, sender);
  test('any one answer is enough, alone; it knows its month, and which scheme it belongs to', () => {
    expect(check({wellbeing: 7})).toBe('applied');
    expect(file.data(CHECK_IN, 'income-check-in')).toMatchObject({
      enrolment: ENROLMENT,
      on: '2026-11-21',
      monthNumber: 42,
      alone: true,
      withStaff: null,
      wellbeing: 7,
      paidOnTime: null,
    });
  });
  test('with the adviser, and on the day that it was held', () => {
    expect(check({usedFor: 'Rhent', on: '2026-11-02'}, {})).toBe('applied');
    expect(file.data(CHECK_IN, 'income-check-in')).toMatchObject({on: '2026-11-02', alone: false, withStaff: idOf(50)});
  });
  test('nothing at all is no check-in; nor is one ahead of today, before joining, or of somebody else’s enrolment', () => {
    expect(check({usedFor: '  ', own: [{cy: 'Pam?', en: 'Why?', answer: ' '}]})).toBe('words_missing answers');
    expect(check({wellbeing: 7, on: '2026-11-22'}, {})).toBe('date_in_future on');
    expect(check({wellbeing: 7, on: '2023-05-19'}, {})).toBe('dates_out_of_order on');
    expect(check({wellbeing: 7, enrolment: idOf(999)})).toBe('unknown_record');
    expect(check({wellbeing: 11})).toMatch(/^body_invalid/u);
  });
  test('a phone whose clock stands before they joined: no day was said, so none is wrong', () => {
    file.today = date('2015-01-01');
    expect(check({wellbeing: 7})).toBe('applied');
    expect(file.data(CHECK_IN, 'income-check-in')).toMatchObject({on: '2023-05-20', wellbeing: 7});
  });
  test('the authority’s own questions stay as they were asked, those passed over are left out', () => {
    check({
      own: [
        {cy: 'Beth helpodd?', en: 'What helped?', answer: 'Mam-gu'},
        {cy: 'Arall?', en: 'Else?', answer: ''},
      ],
    });
    expect(file.data(CHECK_IN, 'income-check-in').own).toEqual([{cy: 'Beth helpodd?', en: 'What helped?', answer: 'Mam-gu'}]);
  });
  test('each cause for concern is a worry of its own, and whoever answers no question raises none', () => {
    check({coversEssentials: false, rentPaid: 'no', wellbeing: 2, home: 'worried'});
    expect(file.of('worry').map(({data}) => data.about)).toEqual(['essentials', 'arrears', 'home', 'health']);
    expect(file.of('worry').every(({scope}) => scope === idOf(101))).toBe(true);
    check(
      {coversEssentials: true, rentPaid: 'not_applicable', arrearsPence: 0, wellbeing: 3, moneyControlled: false, home: 'moving'},
      {},
      idOf(530),
    );
    expect(file.of('worry')).toHaveLength(4);
  });
  test('somebody else controls the money: said alone it is a worry and nothing else on that phone; said to a colleague it stays with staff', () => {
    check({moneyControlled: true});
    expect(file.of('money-controlled')).toEqual([]);
    expect(file.of('worry').map(({data, scope}) => [data.about, scope])).toEqual([['money_controlled', idOf(101)]]);
    expect(JSON.stringify(file.data(CHECK_IN, 'income-check-in'))).not.toContain('moneyControlled');
    check({moneyControlled: true}, {}, idOf(530));
    expect(file.of('money-controlled').map(({scope, data}) => [scope, data])).toEqual([[idOf(107), {checkIn: idOf(530), answer: true}]]);
    expect(file.of('worry').at(-1)).toMatchObject({scope: idOf(102)});
  });
  test('pressed twice it is one check-in and one worry', () => {
    check({rentPaid: 'no'});
    expect(check({rentPaid: 'no'})).toBe('already_there');
    expect(file.of('worry')).toHaveLength(1);
  });
});

describe('a worry', () => {
  const WORRY = partId(CHECK_IN, 'worry arrears');
  beforeEach(() => {
    file = new FundFile([
      ...at21(),
      recordOf(ENROLMENT, 'income-enrolment', {decision: 'joined', joinedOn: '2023-05-20', firstPaymentMonth: '2023-06'}),
    ]);
    file.send('income-check-in.answer', CHECK_IN, {...NO_ANSWERS, enrolment: ENROLMENT, rentPaid: 'no'}, {role: 'young_person'});
  });
  test('is seen by each of the team once, and closed with what came of it', () => {
    expect(file.send('worry.see', WORRY, {})).toBe('applied');
    expect(file.send('worry.see', WORRY, {})).toBe('unchanged');
    expect(file.send('worry.see', WORRY, {}, {role: 'manager'})).toBe('applied');
    expect(file.data(WORRY, 'worry').seenBy.map(({holder}) => holder)).toEqual([idOf(50), MANAGER]);
    expect(file.send('worry.close', WORRY, {outcome: ' '})).toBe('words_missing outcome');
    expect(file.send('worry.close', WORRY, {outcome: 'Cynllun talu gyda’r landlord'})).toBe('applied');
    expect(file.data(WORRY, 'worry')).toMatchObject({outcome: 'Cynllun talu gyda’r landlord', closedAt: '2026-11-21T10:00:00.000Z'});
    expect(file.send('worry.close', WORRY, {outcome: 'Eto'})).toBe('state_moved');
  });
  test('is not for the young person to close, nor for whoever is not theirs', () => {
    expect(file.send('worry.close', WORRY, {outcome: 'x'}, {role: 'young_person'})).toBe('not_permitted');
    expect(file.send('worry.close', WORRY, {outcome: 'x'}, {person: idOf(900)})).toBe('unknown_record');
  });
});
