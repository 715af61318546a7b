/** Printing: what comes onto paper for whom, in whose language, and that it is noted before anything is printed. */
import {act, screen, waitFor} from '@testing-library/react';
import {Link} from '#client/ui/link.tsx';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {struckOut, type Head} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {headOf, ownWords, planAction, written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, SELF, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {quoted} from './paper.tsx';
import {at, DRAFT, FFION, FILE, NOTE, paper, PLAN, SECRET} from './print-file.test-support.tsx';
import {PrintPage} from './print-page.tsx';

let sheets = 0;
beforeEach(() => {
  sheets = 0;
  vi.stubGlobal('print', () => {
    sheets += 1;
  });
});
afterEach(() => vi.unstubAllGlobals());

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

test('what a worry is about is on no sheet that a young person takes home, as it is on no screen of their phone', async () => {
  const worry = (about: 'money_controlled' | 'arrears', n: number) =>
    recordOf('worry', idFor(n), FFION, {
      about,
      words: null,
      raisedAt: '2026-11-20T10:00:00.000Z',
      receivedAt: null,
      seenBy: [],
      closedAt: '2026-11-21T10:00:00.000Z',
      outcome: 'Cwrdd ddydd Llun',
    });
  const {user} = await at('chronology', new FakeDevice({records: [...FILE, worry('money_controlled', 72), worry('arrears', 73)]}));
  await waitFor(() => expect(paper()).toContain('Someone else controls the money'));
  await user.click(screen.getByRole('radio', {name: 'The young person: Ffion'}));
  await waitFor(() => expect(paper()).toContain('Cronoleg'));
  for (const about of ['Rhywun arall yn rheoli’r arian', 'Ar ei hôl hi gyda rhent neu filiau']) expect(paper()).not.toContain(about);
  expect(paper()).toContain('Cwrdd ddydd Llun');
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

test('a name in the margin of a page can end nothing but itself', () => {
  expect(quoted('Cai "Twm" \\ Ŵyn\n} body {}')).toBe('"Cai \\22 Twm\\22  \\5c  Ŵyn\\a } body {}"');
});
