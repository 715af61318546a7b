/** Printing: what comes onto paper for whom, in whose language, and that it is noted before anything is printed. */
import {act, screen, waitFor} from '@testing-library/react';
import {Link} from 'react-router';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {struckOut, type Head} from '#domain/shared/record.ts';
import {FakeDevice} from '../fake-device.test-support.tsx';
import {
  contingency,
  headOf,
  ownWords,
  planAction,
  planIn,
  planViews,
  SHARED,
  shownText,
  STAFF,
  staffText,
  written,
} from '../fake-plan.test-support.ts';
import {idFor, recordOf, riskHead, SELF, staffRecord, summaryRecord, youngPersonRecord} from '../fake-records.test-support.ts';
import {renderScreen} from '../render-screen.test-support.tsx';
import {OwnPrintPage} from './own-print-page.tsx';
import {quoted} from './paper.tsx';
import {PrintPage} from './print-page.tsx';

const [FFION, PLAN, DRAFT, NOTE, SHOWN] = [idFor(1), idFor(30), idFor(31), idFor(40), idFor(41)];
const SECRET = 'Mam is in hospital again';
const contact = {
  ...recordOf('contact', NOTE, FFION, {
    on: date('2026-11-20'),
    at: '14:05',
    worker: SELF,
    workerAsWritten: null,
    type: 'visit_at_accommodation',
    atAccommodation: true,
    seen: true,
    seenAlone: true,
    outcome: 'seen',
    markedAsVisit: null,
    note: written(SECRET),
    nextContactOn: null,
    writtenUpOn: null,
    amends: null,
  }),
  scope: STAFF,
};
const FILE = [
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  youngPersonRecord(FFION, FFION, {write: 'cy'}),
  staffRecord(SELF, 'Catrin', 'Hafgan'),
  planIn('current', PLAN, FFION, {planOn: date('2026-06-01')}),
  planViews(PLAN, FFION, 'A place of my own'),
  ownWords(PLAN, FFION, 'health', 'I want to sleep'),
  staffText(PLAN, FFION, 'health', {needs: written(SECRET)}),
  shownText(PLAN, FFION, 'health', {needs: written('The nurse will call')}),
  planAction(idFor(32), PLAN, FFION, 'Call the nurse'),
  contingency(idFor(33), PLAN, FFION, 'Rent is late', 'We call the landlord'),
  planIn('draft', DRAFT, FFION, {version: 2}),
  contact,
  recordOf('shared-note', SHOWN, FFION, {about: NOTE, words: written('We talked about sleep'), sharedOn: date('2026-11-20')}),
];

const helps = (nextContactOn: CalendarDate | null) =>
  recordOf('who-helps', idFor(60), FFION, {
    adviser: {id: SELF, name: 'Catrin Hafgan', phone: '01632 960100'},
    cover: [],
    nextContactOn,
    names: [{id: SELF, name: 'Catrin Hafgan'}],
    numbers: [{cy: 'Y cyngor', en: 'The council', number: '01632 960555', whenCy: 'bob dydd', whenEn: 'every day'}],
    helpText: null,
    complaintText: null,
    welcomeText: null,
    hiddenLockSeconds: 60,
    idleLockMinutes: 5,
  });

let sheets = 0;
beforeEach(() => {
  sheets = 0;
  vi.stubGlobal('print', () => {
    sheets += 1;
  });
});
afterEach(() => vi.unstubAllGlobals());

const paper = () => document.querySelector('.app-paper')?.textContent ?? '';
const at = (rest: string, device: FakeDevice) =>
  renderScreen(<PrintPage />, {
    device,
    at: `/people/${FFION}/print/${rest}`,
    path: rest.includes('/') ? '/people/:person/print/:what/:about' : '/people/:person/print/:what',
  });

describe('the plan', () => {
  test('for the young person it is in their language and holds nothing that staff wrote for themselves', async () => {
    const device = new FakeDevice({records: FILE});
    const {user} = await at(`plan/${PLAN}`, device);
    await waitFor(() => expect(paper()).toContain('Fy nghynllun llwybr'));
    for (const there of ['A place of my own', 'I want to sleep', 'The nurse will call', 'Call the nurse', 'Rent is late', 'Llofnodion'])
      expect(paper()).toContain(there);
    expect(paper()).not.toContain(SECRET);
    await user.click(screen.getByRole('radio', {name: 'English'}));
    await waitFor(() => expect(paper()).toContain('My pathway plan'));
    // The screen itself goes on in its own language.
    expect(screen.getByText('Paper leaves the seal')).toBeTruthy();
    await user.click(screen.getByRole('radio', {name: 'Staff'}));
    await waitFor(() => expect(paper()).toContain(SECRET));
  });

  test('is noted, and only then printed', async () => {
    const device = new FakeDevice({records: FILE});
    const {user} = await at(`plan/${PLAN}`, device);
    await waitFor(() => expect(paper()).not.toBe(''));
    await user.click(screen.getByRole('button', {name: 'Print'}));
    await waitFor(() => expect(sheets).toBe(1));
    expect(device.saved).toEqual([
      expect.objectContaining({kind: 'paper-copy.note', person: FFION, body: {what: 'plan', about: PLAN, reader: 'them', language: 'cy'}}),
    ]);
  });

  test('is printed for the reader that was noted, whatever is pressed or arrives meanwhile', async () => {
    const device = new FakeDevice({records: FILE});
    const phase = device.phase();
    if (phase.kind !== 'open') throw new Error('open');
    const save = phase.vault.save;
    let go = () => undefined as void;
    vi.spyOn(phase.vault, 'save').mockImplementation(async (...given) => {
      await new Promise<void>(resolve => {
        go = resolve;
      });
      return save(...given);
    });
    let onSheet = '';
    vi.stubGlobal('print', () => {
      onSheet = paper();
    });
    const {user} = await at(`plan/${PLAN}`, device);
    await waitFor(() => expect(paper()).toContain('Call the nurse'));
    await user.click(screen.getByRole('button', {name: 'Print'}));
    const choices = screen.getByRole('radio', {name: 'Staff', hidden: true});
    expect(choices.closest('[inert]')).toBeTruthy();
    act(() => device.put(planAction(idFor(35), PLAN, FFION, 'Arrived meanwhile')));
    // Even where a press comes through.
    await user.click(choices);
    await act(async () => go());
    await waitFor(() => expect(onSheet).toContain('Fy nghynllun llwybr'));
    expect(onSheet).not.toContain(SECRET);
    expect(onSheet).not.toContain('Arrived meanwhile');
    expect(device.saved[0]?.body).toMatchObject({reader: 'them', language: 'cy'});
  });

  test('that cannot be noted is not printed', async () => {
    const device = new FakeDevice({records: FILE});
    const phase = device.phase();
    if (phase.kind !== 'open') throw new Error('open');
    vi.spyOn(phase.vault, 'save').mockRejectedValue(new Error('full'));
    const {user} = await at(`plan/${PLAN}`, device);
    await waitFor(() => expect(paper()).not.toBe(''));
    await user.click(screen.getByRole('button', {name: 'Print'}));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(sheets).toBe(0);
    expect(document.querySelector('.app-paper--noted')).toBeNull();
  });

  test('by the browser’s own menu is not printed: the sheet is printable from its note until the browser has printed', async () => {
    const device = new FakeDevice({records: FILE});
    const {user} = await at('summary', device);
    const isPrintable = () => document.querySelector('.app-paper--noted') !== null;
    const margins = () => document.adoptedStyleSheets?.length ?? 0;
    const marginsBefore = margins();
    await waitFor(() => expect(paper()).not.toBe(''));
    act(() => void globalThis.dispatchEvent(new Event('beforeprint')));
    expect([isPrintable(), device.saved.length]).toEqual([false, 0]);
    act(() => void globalThis.dispatchEvent(new Event('afterprint')));
    let [wasPrintable, savedFirst] = [false, 0];
    vi.stubGlobal('print', () => {
      [wasPrintable, savedFirst] = [isPrintable(), device.saved.length];
    });
    await user.click(screen.getByRole('button', {name: 'Print'}));
    await waitFor(() => expect([wasPrintable, savedFirst]).toEqual([true, 1]));
    act(() => void globalThis.dispatchEvent(new Event('beforeprint')));
    expect(isPrintable()).toBe(true);
    act(() => void globalThis.dispatchEvent(new Event('afterprint')));
    expect([isPrintable(), margins(), device.saved.length]).toEqual([false, marginsBefore, 1]);
  });

  test('that was chosen anew is another, and not printable before it is noted', async () => {
    const device = new FakeDevice({records: FILE});
    const {user} = await at(`plan/${PLAN}`, device);
    await waitFor(() => expect(paper()).toContain('Call the nurse'));
    await user.click(screen.getByRole('button', {name: 'Print'}));
    await waitFor(() => expect(document.querySelector('.app-paper--noted')).toBeTruthy());
    await user.click(screen.getByRole('radio', {name: 'Staff'}));
    await waitFor(() => expect(paper()).toContain(SECRET));
    expect(document.querySelector('.app-paper--noted')).toBeNull();
  });

  test('a draft is nothing for the young person, and staff’s paper says that it is being made', async () => {
    const {user} = await at(`plan/${DRAFT}`, new FakeDevice({records: FILE}));
    expect(await screen.findByText('There is nothing of this that this reader may see.')).toBeTruthy();
    expect(screen.queryByRole('button', {name: 'Print'})).toBeNull();
    await user.click(screen.getByRole('radio', {name: 'Staff'}));
    await waitFor(() => expect(paper()).toContain('This plan is still being made'));
  });

  test('with two versions of a text both are on paper, with who wrote each and when, and a line that says so', async () => {
    const other: Head = {...headOf(511, 'I want to sleep at night', FFION), at: '2026-11-21T15:45:00.000Z'};
    const overtaken = {...headOf(514, 'Long passed', FFION), overtaken: true as const};
    const records = [
      ...FILE.filter(({id}) => id !== ownWords(PLAN, FFION, 'health', '').id && id !== idFor(32)),
      ownWords(PLAN, FFION, 'health', 'I want to sleep', {words: [headOf(510, 'I want to sleep'), other]}),
      {
        ...planAction(idFor(32), PLAN, FFION, 'Call the nurse'),
        heads: {what: [headOf(512, 'Call the nurse'), headOf(513, 'Write to her')]},
      },
      {...planAction(idFor(36), PLAN, FFION, 'Find a bed'), heads: {what: [headOf(515, 'Find a bed'), overtaken]}},
    ];
    const {user} = await at(`plan/${PLAN}`, new FakeDevice({records}));
    await waitFor(() => expect(paper()).toContain('Call the nurse'));
    for (const there of ['I want to sleep at night', 'Ffion, 21 Tachwedd 2026, 15:45', 'Write to her']) expect(paper()).toContain(there);
    expect(paper().split('Mae mwy nag un fersiwn o hyn.').length - 1).toBe(2);
    expect(paper()).not.toContain('Long passed');
    await user.click(screen.getByRole('radio', {name: 'Staff'}));
    await user.click(screen.getByRole('radio', {name: 'English'}));
    await waitFor(() => expect(paper()).toContain('Catrin Hafgan, 20 November 2026, 10:00'));
  });

  test('what was struck out is not on paper', async () => {
    const struck = {
      ...planAction(idFor(34), PLAN, FFION, 'Somebody else’s promise'),
      heads: {struck: [{ops: [idFor(502)], value: written('Wrong file'), author: SELF, device: null, at: '2026-11-21T10:00:00.000Z'}]},
    };
    expect(struckOut(struck)).toBeDefined();
    await at(`plan/${PLAN}`, new FakeDevice({records: [...FILE, struck]}));
    await waitFor(() => expect(paper()).toContain('Call the nurse'));
    expect(paper()).not.toContain('Somebody else’s promise');
  });
});

test('a contact for staff has the note; for the young person what was shared with them', async () => {
  const device = new FakeDevice({records: FILE});
  const {user} = await at(`contact/${NOTE}`, device);
  await waitFor(() => expect(paper()).toContain(SECRET));
  await user.click(screen.getByRole('radio', {name: 'The young person: Ffion'}));
  await waitFor(() => expect(paper()).toContain('We talked about sleep'));
  expect(paper()).not.toContain(SECRET);
  await user.click(screen.getByRole('button', {name: 'Print'}));
  // A note of staff's is not named where they read.
  await waitFor(() => expect(device.saved[0]?.body).toMatchObject({what: 'contact', about: null, reader: 'them'}));
});

test('both versions of the risk summary are on staff’s page, each with its author', async () => {
  const risk = recordOf(
    'risk-summary',
    idFor(50),
    FFION,
    {words: written('Two dogs')},
    {words: [riskHead(60, SELF, 'Two dogs'), riskHead(61, FFION, 'One dog')]},
  );
  await at('summary', new FakeDevice({records: [...FILE, risk]}));
  await waitFor(() => expect(paper()).toContain('Two dogs'));
  expect(paper()).toContain('One dog');
  expect(paper()).toContain('There is more than one version of this.');
});

test('a page holds the beginning of long texts and says that the rest is in the file', async () => {
  const long = 'gair '.repeat(200);
  const alert = (id: number, code: DataOf<'alert'>['code'], text: string, heads: Record<string, readonly Head[]> = {}) =>
    recordOf('alert', idFor(id), FFION, {code, text, startOn: null, reviewOn: null, endOn: null, enteredBy: null}, heads);
  const both = [
    {...headOf(521, ''), value: 'Second'},
    {...headOf(522, ''), value: 'Another second'},
  ];
  const records = [
    ...FILE.filter(({kind}) => kind !== 'plan-views' && kind !== 'plan-action'),
    planViews(PLAN, FFION, long),
    planAction(idFor(32), PLAN, FFION, long),
    alert(71, 'risk_to', long),
    alert(72, 'health', 'Second', {text: both}),
    alert(73, 'missing', 'Third'),
    alert(74, 'dog', 'Fourth'),
  ];
  const {user} = await at('summary', new FakeDevice({records}));
  await waitFor(() => expect(paper()).toContain('Third'));
  expect(paper()).toContain('Another second');
  expect(paper()).not.toContain('Fourth');
  expect(paper()).toContain('Also: ');
  const times = (words: string) => paper().split(words).length - 1;
  expect([times('gair') < 70, times('The rest is in the file.')]).toEqual([true, 2]);
  await user.click(screen.getByRole('radio', {name: 'The young person: Ffion'}));
  await waitFor(() => expect(paper()).toContain('Fy nhudalen i'));
  expect([times('gair') < 130, times('Mae’r gweddill yn y ffeil.')]).toEqual([true, 2]);
});

test('both versions of an alert are in the chronology on paper', async () => {
  const both = [
    {...headOf(521, ''), value: 'A dog'},
    {...headOf(522, ''), value: 'Two dogs'},
  ];
  const data = {code: 'dog' as const, text: 'A dog', startOn: date('2026-11-01'), reviewOn: null, endOn: null, enteredBy: null};
  await at('chronology', new FakeDevice({records: [...FILE, recordOf('alert', idFor(71), FFION, data, {text: both})]}));
  await waitFor(() => expect(paper()).toContain('Two dogs'));
  expect(paper()).toContain('There is more than one version of this.');
});

test('what is promised on paper is what was promised: nothing of a plan that is still being made', async () => {
  const records = [
    ...FILE,
    planIn('shared', idFor(37), FFION, {version: 3}),
    planAction(idFor(38), idFor(37), FFION, 'Talked of in the new plan'),
    planAction(idFor(39), DRAFT, FFION, 'Thought of in a draft'),
  ];
  const {user} = await at('summary', new FakeDevice({records}));
  await waitFor(() => expect(paper()).toContain('Call the nurse'));
  for (const notYet of ['Talked of', 'Thought of']) expect(paper()).not.toContain(notYet);
  await user.click(screen.getByRole('radio', {name: 'The young person: Ffion'}));
  await waitFor(() => expect(paper()).toContain('Fy nhudalen i'));
  expect(paper()).toContain('Call the nurse');
  expect(paper()).not.toContain('Talked of');
});

test('a chronology is printed of the parts and days in its address, and for the young person of what they see', async () => {
  const device = new FakeDevice({records: FILE});
  const {user} = await at('chronology?groups=contact&since=2026-11-01', device);
  await waitFor(() => expect(paper()).toContain(SECRET));
  expect(paper()).not.toContain('Pathway plan made');
  await user.click(screen.getByRole('radio', {name: 'The young person: Ffion'}));
  await waitFor(() => expect(paper()).toContain('We talked about sleep'));
  expect(paper()).not.toContain(SECRET);
});

test('on the way to somebody else the desk begins anew: what was chosen for one is not chosen for another', async () => {
  const NIA = idFor(2);
  const nia = [summaryRecord(NIA, {knownAs: 'Nia'}), youngPersonRecord(NIA, NIA, {knownAs: 'Nia'})];
  const {user} = await renderScreen(
    <>
      <Link to={`/people/${NIA}/print/summary`}>Nia</Link>
      <PrintPage />
    </>,
    {device: new FakeDevice({records: [...FILE, ...nia]}), at: `/people/${FFION}/print/summary`, path: '/people/:person/print/:what'},
  );
  await user.click(await screen.findByRole('radio', {name: 'The young person: Ffion'}));
  await user.click(screen.getByRole('link', {name: 'Nia'}));
  await waitFor(() => expect(paper()).toContain('Nia'));
  expect(screen.getByRole<HTMLInputElement>('radio', {name: 'Staff'}).checked).toBe(true);
});

test('nothing is printed where the desk is left while it is being noted', async () => {
  const device = new FakeDevice({records: FILE});
  const phase = device.phase();
  if (phase.kind !== 'open') throw new Error('open');
  let go = () => undefined as void;
  vi.spyOn(phase.vault, 'save').mockImplementation(async () => {
    await new Promise<void>(resolve => {
      go = resolve;
    });
    return {ok: true, ops: []} as never;
  });
  const {user} = await renderScreen(
    <>
      <Link to="/elsewhere">Elsewhere</Link>
      <PrintPage />
    </>,
    {device, at: `/people/${FFION}/print/summary`, path: '/people/:person/print/:what'},
  );
  await waitFor(() => expect(paper()).not.toBe(''));
  await user.click(screen.getByRole('button', {name: 'Print'}));
  await user.click(screen.getByRole('link', {name: 'Elsewhere'}));
  await act(async () => go());
  expect(sheets).toBe(0);
});

test('nothing is printed of a file that is not here', async () => {
  await at('summary', new FakeDevice({records: FILE, withoutFile: [FFION]}));
  expect(
    await screen.findByText('That could not be found on this device.').catch(() => screen.findByRole('link', {name: 'My young people'})),
  ).toBeTruthy();
  expect(paper()).toBe('');
});

test('the young person’s page says the next day of their screen, and the home of today', async () => {
  const visit = (id: number, on: string, at: string | null) =>
    recordOf('planned-visit', idFor(id), FFION, {
      on: date(on),
      at,
      type: 'visit_elsewhere',
      where: null,
      purpose: null,
      worker: SELF,
      keptBy: null,
      cancelledBecause: null,
      cancelledBy: null,
    });
  const stay = (id: number, town: string, startOn: string) =>
    recordOf('stay', idFor(id), FFION, {
      type: null,
      providedByAuthority: null,
      address: null,
      town,
      postcode: null,
      landlord: null,
      tenancyStatus: null,
      startOn: date(startOn),
      endOn: null,
      endReason: null,
      weeklyRentPence: null,
    });
  const records = [
    ...FILE,
    helps(date('2099-12-03')),
    visit(51, '2099-12-03', '15:30'),
    visit(52, '2099-12-03', '09:15'),
    stay(53, 'Y Bala', '2026-05-01'),
    stay(54, 'Corwen', '2025-01-01'),
  ];
  const device = new FakeDevice({records, role: 'young_person', holder: FFION});
  const {user} = await renderScreen(<OwnPrintPage />, {device, at: '/print', path: '/print'});
  await user.click(await screen.findByRole('radio', {name: 'My page'}));
  await waitFor(() => expect(paper()).toContain('3 Rhagfyr 2099, 09:15'));
  expect(paper()).toContain('Y Bala');
  expect(paper()).not.toContain('Corwen');
  act(() => device.put(helps(date('2099-11-01'))));
  await waitFor(() => expect(paper()).toContain('1 Tachwedd 2099'));
  expect(paper()).not.toContain('2099, ');
  act(() => device.put(helps(date('2026-01-01'))));
  await waitFor(() => expect(paper()).toContain('3 Rhagfyr 2099, 09:15'));
});

test('a young person prints their own plan or their page, and sees what was printed and by whom', async () => {
  const copy = recordOf('paper-copy', idFor(61), FFION, {
    what: 'plan',
    about: PLAN,
    reader: 'them',
    language: 'cy',
    printedAt: '2026-11-20T10:00:00.000Z',
  });
  const theirs = [...FILE.filter(record => record.scope === SHARED), helps(null), copy];
  const device = new FakeDevice({records: theirs, role: 'young_person', holder: FFION});
  const {user} = await renderScreen(<OwnPrintPage />, {device, at: '/print', path: '/print'});
  await waitFor(() => expect(paper()).toContain('Fy nghynllun llwybr'));
  expect(screen.queryByRole('radio', {name: 'Staff'})).toBeNull();
  expect(screen.getByText(/My pathway plan · Welsh · Catrin Hafgan/u)).toBeTruthy();
  await user.click(screen.getByRole('radio', {name: 'My page'}));
  await waitFor(() => expect(paper()).toContain('01632 960555'));
  await user.click(screen.getByRole('button', {name: 'Print'}));
  await waitFor(() => expect(device.saved[0]?.body).toMatchObject({what: 'summary', reader: 'them', language: 'cy'}));
});

test('a name in the margin of a page can end nothing but itself', () => {
  expect(quoted('Cai "Twm" \\ Ŵyn\n} body {}')).toBe('"Cai \\22 Twm\\22  \\5c  Ŵyn\\a } body {}"');
});
