/** Faults that other authorities' extracts hold: what is held, what is asked, and what must raise nothing. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {judged, outcomes, smallExtract} from './extract-folder.test-support.ts';

const PEOPLE = 'legacy_id,surname,forename,dob,nhs_no,ni_no,category_old,pa_staff_id,lac_first_start,date_of_death,in_touch\n';
const people = (...lines: string[]) =>
  smallExtract({
    'young_people.csv': `${PEOPLE}${lines.join('\n')}\n`,
    'looked_after_periods.csv': 'period_id,legacy_id,start_date,end_date\n',
  });
const person = (id: string, surname: string, forename: string, dob: string, nhs = '', ni = '', rest = '') =>
  `${id},${surname},${forename},${dob},${nhs},${ni},,${rest}`;

describe('people', () => {
  test('the date of birth', async () => {
    const files = people(
      person('P1', 'A', 'A', ''),
      person('P2', 'B', 'B', '01/01/1900'),
      person('P3', 'C', 'C', '31/02/2007'),
      person('P4', 'D', 'D', '17/06/2028'),
      person('P5', 'E', 'E', 'spring 2007'),
      person('P6', 'F', 'F', '39299'),
      person('P7', 'G', 'G', '05/05/2007', '', '', 'U1,01/01/2006'),
      person('P8', 'H', 'H', '05/05/2007', '', '', 'U1,01/01/2016'),
      person('P9', 'I', 'I', '05/05/1907'),
      person('P10', 'J', 'J', '05/05/1987', '', '', 'U1,01/01/2016'),
    );
    expect(await outcomes(files, 'young_people.csv')).toEqual([
      '2 held DOB_MISSING',
      '3 held DOB_MISSING',
      '4 held DATE_IMPOSSIBLE',
      '5 held DOB_FUTURE',
      '6 held DATE_UNREADABLE',
      '7 imported',
      '8 held DATE_ORDER',
      '9 imported',
      '10 held DATE_IMPOSSIBLE',
      '11 held DATE_ORDER',
    ]);
  });
  test('one person under two numbers: names turned round, spelt otherwise, or the same with no number against it', async () => {
    const files = people(
      person('P1', 'Llwyn-Iâr', 'Morgan', '10/01/2008', '999 337 3680', 'QQ672887A'),
      person('P2', 'Llwyn Iar', 'Morgan', '2008-01-10', '9993373680', ''),
      person('P3', 'Celyn', 'Sioned', '02/06/2005', '', 'QQ127047D'),
      person('P4', 'Celyn', 'Sioneed', '02/06/2005', '', 'QQ 12 70 47 D'),
      person('P5', 'Jordan', 'Aber', '11/02/2005', '', ''),
      person('P6', 'Aber', 'Jordan', '11/02/2005', '', ''),
    );
    const {rows} = await judged(files);
    expect(rows.filter(row => row.file === 'young_people.csv').map(({row, reason, withRow}) => [row, reason, withRow])).toEqual([
      [2, null, undefined],
      [3, 'DUPLICATE_PERSON', 2],
      [4, null, undefined],
      [5, 'DUPLICATE_PERSON', 4],
      [6, null, undefined],
      [7, 'DUPLICATE_PERSON', 6],
    ]);
  });
  test('twins, namesakes and placeholder numbers stay apart', async () => {
    const files = people(
      person('P1', 'Pebble', 'Ffion', '26/08/2006', '999 355 4820', 'QQ594250C'),
      person('P2', 'Pebble', 'Ffiona', '26/08/2006', '999 100 0003', 'QQ102030B'),
      person('P3', 'Pebble', 'Ffion', '26/08/2006', '999 355 4821', 'QQ594251C'),
      person('P4', 'Pebble', 'Ffion', '27/08/2006'),
      person('P5', 'Moor', 'Ann', '26/08/2006', '000 000 0000', ''),
      person('P6', 'Lea', 'Ben', '26/08/2006', '000 000 0000', ''),
      person('P7', '', 'Ann', '26/08/2006'),
      person('P8', '', 'Ann', '26/08/2006'),
    );
    expect((await judged(files)).report.files['young_people.csv']).toMatchObject({rows: 8, imported: 8});
  });
  test('one number twice: the same row again is rejected, another person is held, and the first stays', async () => {
    const line = person('P1', 'A', 'A', '05/05/2007');
    const files = {
      ...people(line, line.replace('05/05/2007', '2007-05-05'), person('P1', 'B', 'B', '01/01/2006')),
      'alerts.csv': 'alert_id,legacy_id,alert_code\nX1,P1,DOG\n',
    };
    expect(await outcomes(files, 'young_people.csv')).toEqual(['2 imported', '3 rejected DUPLICATE_ROW', '4 held DUPLICATE_PERSON']);
    expect(await outcomes(files, 'alerts.csv')).toEqual(['2 imported']);
  });
  test('unknown adviser, death without a date, and a person without a number', async () => {
    const files = people(
      person('P1', 'A', 'A', '05/05/2007', '', '', 'U9'),
      person('P2', 'B', 'B', '05/05/2006', '', '', 'u 1,,,Died'),
      person('', 'C', 'C', '05/05/2005'),
      person('P4', 'D', 'D', '05/05/2004', '', '', 'U1,,17/03/2028,Died'),
    );
    expect(await outcomes(files, 'young_people.csv')).toEqual([
      '2 imported pa_staff_id?UNKNOWN_STAFF',
      '3 imported date_of_death?DATE_MISSING',
      '4 held UNKNOWN_PERSON',
      '5 imported date_of_death?DATE_FUTURE',
    ]);
  });
  test('the old category is asked about when no day of the export gives it, and not on the day itself', async () => {
    const category = (dob: string, old: string) => ({
      ...smallExtract({'young_people.csv': `legacy_id,surname,forename,dob,category_old\nP1,A,A,${dob},${old}\n`}),
      'looked_after_periods.csv': 'period_id,legacy_id,start_date,end_date,legal_status\nL1,P1,01/02/2015,,Care Order (s.31)\n',
      'README.md': 'Extract made: Friday 20 November 2026, 18:00.\n',
    });
    expect(await outcomes(category('20/11/2009', 'Cat 1 - Eligible'), 'young_people.csv')).toEqual(['2 imported']);
    expect(await outcomes(category('20/11/2009', 'Cat 3 - Former Relevant'), 'young_people.csv')).toEqual([
      '2 imported category_old?CATEGORY_CONFLICT',
    ]);
    expect(await outcomes(category('21/11/2008', 'Cat 1 - Eligible'), 'young_people.csv')).toEqual(['2 imported']);
    expect(await outcomes(category('20/11/2008', 'Cat 1 - Eligible'), 'young_people.csv')).toEqual([
      '2 imported category_old?CATEGORY_CONFLICT',
    ]);
  });
});

test('R-02 a child in short breaks raises no conflict, whatever the old system calls it', async () => {
  const files = (old: string) => ({
    ...smallExtract({'young_people.csv': `legacy_id,surname,forename,dob,category_old\nP1,A,A,20/11/2009,${old}\n`}),
    'looked_after_periods.csv': 'period_id,legacy_id,start_date,end_date,legal_status\nL1,P1,01/02/2015,,Short breaks (series)\n',
  });
  expect(await outcomes(files('LAC - not yet eligible'), 'young_people.csv')).toEqual(['2 imported']);
  expect(await outcomes(files('Not a care leaver'), 'young_people.csv')).toEqual(['2 imported']);
  expect(await outcomes(files('Cat 1 - Eligible'), 'young_people.csv')).toEqual(['2 imported category_old?CATEGORY_CONFLICT']);
});

describe('periods and stays', () => {
  test('periods that cannot be', async () => {
    const lines = [
      'L1,P1,01/02/2015,04/05/2025',
      'L2,P1,01/02/2016,31/01/2016',
      'L3,P1,01/02/2005,01/02/2006',
      'L4,P1,05/05/2025,01/06/2025',
      'L5,P1,01/03/2015,05/05/2025',
      'L6,P9,01/02/2015,',
      'L7,P1,,',
      'L8,P1,01/01/2016,31/04/2016',
      'L9,P1,01/01/2024,',
    ];
    expect(
      await outcomes(
        smallExtract({'looked_after_periods.csv': `period_id,legacy_id,start_date,end_date\n${lines.join('\n')}\n`}),
        'looked_after_periods.csv',
      ),
    ).toEqual([
      '2 imported',
      '3 held DATE_ORDER',
      '4 held DATE_ORDER',
      '5 held DATE_ORDER',
      '6 imported end_date?DATE_ORDER',
      '7 held UNKNOWN_PERSON',
      '8 held DATE_MISSING',
      '9 held DATE_IMPOSSIBLE',
      '10 imported end_date?DATE_ORDER',
    ]);
  });
  const stays = (...lines: string[]) =>
    smallExtract({'accommodation.csv': `spell_id,legacy_id,type_text,start_date,end_date,weekly_rent\n${lines.join('\n')}\n`});
  test('overlap, two open, gap: the later by start is held, whatever the order of the rows', async () => {
    const files = stays(
      'A3,P1,Foyer,01/03/2026,',
      'A1,P1,Foyer,01/01/2025,01/06/2025',
      'A2,P1,B&B,20/05/2025,02/06/2025',
      'A4,P1,NFA,01/06/2025,01/12/2025',
      'A5,P1,NFA,01/04/2026,',
      'A6,P1,NFA,02/12/2025,10/12/2025',
    );
    const {rows} = await judged(files);
    expect(
      rows
        .filter(row => row.file === 'accommodation.csv')
        .map(({row, reason, withRow, questions}) => [row, reason, withRow, questions.map(({reason: why}) => why)]),
    ).toEqual([
      [2, null, undefined, ['SPELL_GAP']],
      [3, null, undefined, []],
      [4, 'SPELL_OVERLAP', 3, []],
      [5, null, undefined, []],
      [6, 'TWO_OPEN_SPELLS', 2, []],
      [7, null, undefined, []],
    ]);
    expect(rows.find(({key}) => key === 'A3')?.values['start_date']).toBe('2026-03-01');
  });
  test('an unreadable stay between two is no gap; a day of moving is no overlap', async () => {
    expect(
      await outcomes(
        stays(
          'A1,P1,Foyer,01/01/2025,01/06/2025',
          'A2,P1,Foyer,31/06/2025,01/12/2025',
          'A3,P1,Foyer,02/12/2025,',
          'A4,P1,Foyer,01/01/2020,01/01/2025',
        ),
        'accommodation.csv',
      ),
    ).toEqual(['2 imported', '3 held DATE_IMPOSSIBLE', '4 imported', '5 imported']);
  });
  test('types, rents and days to come', async () => {
    expect(
      await outcomes(
        stays(
          'A1,P1,Houseboat,01/01/2020,01/01/2021,£100 pw',
          'A2,P1,foyer,01/01/2021,01/01/2022,"12,50"',
          'A3,P1,Foyer,01/01/2022,01/01/2023,-5',
          'A4,P1,Foyer,01/01/2023,01/02/2027,n/a',
          'A5,P1,Foyer,01/02/2027,,',
        ),
        'accommodation.csv',
      ),
    ).toEqual([
      '2 imported type_text?UNKNOWN_CODE',
      '3 imported weekly_rent?AMOUNT_UNREADABLE',
      '4 imported weekly_rent?AMOUNT_NEGATIVE',
      '5 imported end_date?DATE_FUTURE',
      '6 held DATE_FUTURE',
    ]);
  });
});

describe('plans', () => {
  const files = smallExtract({
    'pathway_plans.csv':
      'plan_id,legacy_id,version,status,plan_date,approved_date\nPL1,P1,1,Current,01/06/2024,02/06/2024\nPL2,P1,2,Cyfredol,01/06/2025,01/05/2025\nPL3,P1,3,Draft,01/06/2026,\nPL4,P9,1,Current,01/06/2026,\nPL5,P1,1,Lost,01/06/2020,\nPL6,P1,first,Ended,01/06/2020,\n',
    'plan_sections.csv':
      'section_id,plan_id,section_no,needs_text\nS1,PL2,1,a\nS2,PL1,2,b\nS3,PL4,3,c\nS4,PL9,4,d\nS5,PL3,12,e\nS6, pl3 ,Llety,f\n',
    'plan_actions.csv':
      'action_id,plan_id,section_no,action_text,owner_staff_id,due_date,status,fund_ref\nT1,PL2,5,a,U1,31/04/2026,Done,F1\nT2,PL2,0,b,U9,,Wedi’i wneud,F9\nT3,PL2,5,c,,,Half done,\n',
    'fund_requests.csv': 'request_id,legacy_id,requested_date,requested_by,amount_requested,status\nF1,P1,01/06/2025,YP,10,Submitted\n',
  });
  test('the lower version of two current plans is held, with what hangs from it', async () => {
    expect(await outcomes(files, 'pathway_plans.csv')).toEqual([
      '2 held TWO_CURRENT_PLANS',
      '3 imported approved_date?DATE_ORDER',
      '4 imported',
      '5 held UNKNOWN_PERSON',
      '6 held UNKNOWN_CODE',
      '7 held UNKNOWN_CODE',
    ]);
    expect(await outcomes(files, 'plan_sections.csv')).toEqual([
      '2 imported',
      '3 held TWO_CURRENT_PLANS',
      '4 held UNKNOWN_PERSON',
      '5 held UNKNOWN_PLAN',
      '6 held UNKNOWN_CODE',
      '7 imported',
    ]);
    const {rows} = await judged(files);
    expect(rows.find(({key}) => key === 'S1')).toMatchObject({personKey: 'P1', planKey: 'PL2'});
  });
  test('actions: one column waits, the promise stays', async () => {
    expect(await outcomes(files, 'plan_actions.csv')).toEqual([
      '2 imported due_date?DATE_IMPOSSIBLE',
      '3 imported section_no?UNKNOWN_CODE owner_staff_id?UNKNOWN_STAFF fund_ref?UNKNOWN_REQUEST',
      '4 held UNKNOWN_CODE',
    ]);
  });
});

describe('contacts', () => {
  const contacts = (...lines: string[]) => ({
    ...people(person('P1', 'A', 'A', '05/05/2007', '', '', 'U1,,17/03/2026,Died'), person('P2', 'B', 'B', '')),
    'contacts.csv': `contact_id,legacy_id,contact_date,contact_type,visit_flag,seen,contact_time,next_contact_date,written_up_date,staff_id\n${lines.join('\n')}\n`,
  });
  test('calls as visits, visits after a death, days to come', async () => {
    expect(
      await outcomes(
        contacts(
          'C1,P1,01/06/2025,Galwad ffôn,Y,N,9.30,,,U1',
          'C2,P1,18/03/2026,PA visit - home,Y,Y',
          'C3,P1,18/03/2026,3rd party,N,N',
          'C4,P1,17/03/2026,PA visit - home,Y,Y',
          'C5,P1,22/11/2026,Phone call,N,N',
          'C6,P2,01/06/2025,Phone call,N,N',
          'C7,P1,01/06/2025,Phone call,N,N,25:10,31/05/2025,31/05/2025,U9',
          'C8,P1,01/06/2025,Carrier pigeon,N,N',
          'C9,P1,,Phone call,N,N',
          'C10,P1,01/06/2025,Attempted visit,maybe,N',
        ),
        'contacts.csv',
      ),
    ).toEqual([
      '2 imported visit_flag?PHONE_AS_VISIT',
      '3 held VISIT_AFTER_DEATH',
      '4 imported',
      '5 imported',
      '6 held DATE_FUTURE',
      '7 held DOB_MISSING',
      '8 imported contact_time?DATE_IMPOSSIBLE staff_id?UNKNOWN_STAFF next_contact_date?DATE_ORDER written_up_date?DATE_ORDER',
      '9 held UNKNOWN_CODE',
      '10 held DATE_MISSING',
      '11 imported visit_flag?UNKNOWN_CODE',
    ]);
  });
  test('a doubled row in other writing is rejected, the same key with other words is held; both name the first', async () => {
    const {rows} = await judged(
      contacts(
        'C1,P1,01/06/2025,Phone call,N,N',
        'C1 ,P1,2025-06-01,Galwad ffôn,No,n',
        'C1,P1,02/06/2025,Phone call,N,N',
        'C2,P2,01/06/2025,Phone call,N,N',
        'C2,P2,01/06/2025,Phone call,N,N',
      ),
    );
    expect(rows.filter(row => row.file === 'contacts.csv').map(({outcome, reason, withRow}) => [outcome, reason, withRow])).toEqual([
      ['imported', null, undefined],
      ['rejected', 'DUPLICATE_ROW', 2],
      ['held', 'DUPLICATE_ROW', 2],
      ['held', 'DOB_MISSING', undefined],
      ['rejected', 'DUPLICATE_ROW', 5],
    ]);
  });
  test('rows without a key of their own get one from what they say', async () => {
    const {rows} = await judged(contacts(',P1,01/06/2025,Phone call', ',P1,02/06/2025,Phone call', ',P1,01/06/2025,Phone call'));
    const found = rows.filter(row => row.file === 'contacts.csv');
    expect(found.map(({outcome}) => outcome)).toEqual(['imported', 'imported', 'rejected']);
    expect(found[0]?.key).toMatch(/^~/);
  });
});

test('money records that break a control or cannot be read', async () => {
  const lines = [
    'F1,P1,01/06/2025,U1,10,10,Paid,U1,02/06/2025,03/06/2025',
    'F2,P1,01/06/2025,YP,10,10,Paid,U2,05/06/2025,03/06/2025',
    'F3,P1,01/06/2025,YP,TBC,,Submitted,,,',
    'F4,P1,01/06/2025,YP,-5,,Submitted,,,',
    'F5,P1,01/06/2025,YP,5,"1,5",Approved,U2,02/06/2025,',
    'F6,P1,01/06/2025,YP,5,5,Paid,,,03/06/2025',
    'F7,P1,01/06/2025,YP,5,5,Approved,U2,31/05/2025,',
    'F8,P1,01/06/2025,YP,5,5,Approved,U2,31/06/2025,',
    'F9,P1,01/06/2025,U7,"£1,000.00",5,Approved,U8,01/06/2025,',
    'F10,P1,01/06/2025,PI,5,5,Talwyd,U2,01/06/2025,01/06/2025',
    'F11,P1,01/06/2027,YP,5,,Submitted,,,',
    'F12,P1,01/06/2025,YP,5,,Odd,,,',
  ];
  const files = smallExtract({
    'fund_requests.csv': `request_id,legacy_id,requested_date,requested_by,amount_requested,amount_awarded,status,decided_by,decided_date,paid_date\n${lines.join('\n')}\n`,
  });
  expect(await outcomes(files, 'fund_requests.csv')).toEqual([
    '2 held SELF_APPROVED',
    '3 held PAID_BEFORE_DECIDED',
    '4 held AMOUNT_UNREADABLE',
    '5 held AMOUNT_NEGATIVE',
    '6 held AMOUNT_UNREADABLE',
    '7 held PAID_BEFORE_DECIDED',
    '8 held DATE_ORDER',
    '9 held DATE_IMPOSSIBLE',
    '10 imported requested_by?UNKNOWN_STAFF decided_by?UNKNOWN_STAFF',
    '11 imported',
    '12 held DATE_FUTURE',
    '13 held UNKNOWN_CODE',
  ]);
});

test('basic income: the first and last birthday in, the days beside them out', async () => {
  const dobs = ['30/06/2004', '01/07/2004', '30/06/2005', '01/07/2005'];
  const files = smallExtract({
    'young_people.csv': `legacy_id,surname,forename,dob\n${dobs.map((dob, at) => `P${at},S${at},F,${dob}`).join('\n')}\nP8,S8,F,01/01/2005\n`,
    'looked_after_periods.csv': `period_id,legacy_id,start_date,end_date,legal_status\n${dobs.map((_, at) => `L${at},P${at},01/01/2015,01/05/2022,Remand`).join('\n')}\nL8,P8,01/01/2015,01/01/2018,Remand\n`,
    'income_scheme.csv': `enrol_id,legacy_id,decision,first_payment_month,final_payment_month,payments_made\n${[0, 1, 2, 3, 8].map(at => `B${at},P${at},Joined,Aug-22,Jul-21,99`).join('\n')}\n`,
  });
  const asked = 'imported final_payment_month?DATE_ORDER payments_made?UNKNOWN_CODE';
  expect(await outcomes(files, 'income_scheme.csv')).toEqual([
    '2 held BI_OUTSIDE_WINDOW',
    `3 ${asked}`,
    `4 ${asked}`,
    '5 held BI_OUTSIDE_WINDOW',
    '6 held BI_NOT_ELIGIBLE',
  ]);
});

test('without a file of staff every worker is unknown, and nothing is guessed', async () => {
  const {'staff.csv': _, ...files} = smallExtract();
  expect(await outcomes(files, 'young_people.csv')).toEqual(['2 imported pa_staff_id?UNKNOWN_STAFF']);
});

describe('any dirt at all', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'P1',
      'P9',
      'C1',
      '01/06/2025',
      '2025-06-01',
      '45809',
      '31/02/2025',
      'Phone call',
      'Y',
      'N',
      '£5',
      '12,50',
      '"',
      'a\nb',
      '9.30',
      'U1',
      'U9',
      ',',
      ';',
      '01/01/1900',
      'Seen',
      'en',
    ),
    fc.string({maxLength: 8}),
  );
  const table = fc.array(fc.array(cell, {maxLength: 18}), {maxLength: 12});
  const header =
    'contact_id,legacy_id,contact_date,contact_time,staff_id,contact_type,visit_flag,at_accommodation,seen,seen_alone,outcome,lang,note,next_contact_date,written_up_date';

  test('imported + held + rejected = rows; every row once, in order; the same input gives the same report', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), fc.constantFrom('\n', '\r\n', '\r'), async (records, quote, lineEnd) => {
        const text = [
          header,
          ...records.map(record => record.map(text => (quote ? `"${text.replaceAll('"', '""')}"` : text)).join(',')),
        ].join(lineEnd);
        const files = smallExtract({'contacts.csv': text});
        const first = await judged(files);
        for (const {rows, imported, held, rejected} of Object.values(first.report.files)) expect(imported + held + rejected).toBe(rows);
        const numbers = first.rows.filter(row => row.file === 'contacts.csv').map(({row}) => row);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        for (const row of first.rows) expect(row.outcome === 'imported').toBe(row.reason === null);
        for (const {outcome, column} of first.report.items) expect(outcome === 'question').toBe(column !== null);
        expect((await judged(files)).report).toEqual(first.report);
      }),
      {numRuns: 60},
    );
  });
  test('quoted cells come back exactly as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({unit: 'grapheme', minLength: 1, maxLength: 20}), {minLength: 1, maxLength: 6}), async notes => {
        const text = `contact_id,legacy_id,contact_date,note\n${notes.map((note, at) => `C${at},P1,01/06/2025,"${note.replaceAll('"', '""')}"`).join('\r\n')}\r\n`;
        const {rows} = await judged(smallExtract({'contacts.csv': text}));
        expect(rows.filter(row => row.file === 'contacts.csv').map(row => row.original['note'])).toEqual(notes);
      }),
      {numRuns: 60},
    );
  });
});

test('the day of judging counts: a date of tomorrow is held today and imported tomorrow', async () => {
  const files = smallExtract({'contacts.csv': 'contact_id,legacy_id,contact_date,contact_type\nC1,P1,22/11/2026,Phone call\n'});
  expect((await judged(files, date('2026-11-21'))).report.items).toEqual([
    {file: 'contacts.csv', row: 2, column: null, outcome: 'held', reason: 'DATE_FUTURE'},
  ]);
  expect((await judged(files, date('2026-11-22'))).report.items).toEqual([]);
});
