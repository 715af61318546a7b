/** Choosing between versions: what is on the screen, what is saved for each choice, and what comes in meanwhile. */
import {act, cleanup, screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import {RECORD_KINDS} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {FieldClass, Head} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {isWrittenField, useWhatOf, VersionValue} from '#client/case/records/version-words.tsx';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  idFor,
  recordOf,
  riskHead,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {ChoosePage} from './choose-page.tsx';
import {TogetherPage} from './together-page.tsx';

const FFION = idFor(1);
const RISK = idFor(20);
const mine = riskHead(1, SELF, 'Ci mawr. Ffoniwch cyn cyrraedd.', 'cy');
const theirs = riskHead(2, COLLEAGUE, 'The dog has gone.');
const third = riskHead(3, idFor(902), 'Knock at the back.');
const people = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
];
const risk = (...heads: Head[]) => recordOf('risk-summary', RISK, FFION, {words: (heads[0]?.value ?? null) as never}, {words: heads});
const visit = (at: string) => ({
  ...recordOf('contact', idFor(40), FFION, {
    on: date('2026-11-21'),
    at: null,
    worker: COLLEAGUE,
    workerAsWritten: null,
    type: 'visit_at_accommodation',
    atAccommodation: true,
    seen: true,
    seenAlone: null,
    outcome: 'seen',
    markedAsVisit: null,
    note: null,
    nextContactOn: null,
    writtenUpOn: null,
    amends: null,
  }),
  made: {author: COLLEAGUE, device: null, at, op: idFor(41)},
});
const device = (heads: Head[], more: FakeOptions = {}) => new FakeDevice({records: [...people, risk(...heads)], ...more});
const open = (on: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<ChoosePage />, {device: on, at: `/together/${RISK}/words`, path: '/together/:record/:field', language});
const card = (title: string) => must(screen.getByText(title).closest('article'), 'a card');

test('each version is whole, with who wrote it, when, on which visit, on which device and in which language', async () => {
  await open(new FakeDevice({records: [...people, risk(mine, theirs), visit('2026-11-21T10:00:00.000Z')]}));
  const [one, two] = [card('Version 1'), card('Version 2')];
  expect(within(one).getByText('Ci mawr. Ffoniwch cyn cyrraedd.').getAttribute('lang')).toBe('cy');
  expect(within(one).getByText('Written in Welsh')).toBeTruthy();
  expect(one.textContent).toContain('By you');
  expect(one.textContent).toContain('On this device');
  expect(one.textContent).not.toContain('Visit at home');
  expect(two.textContent).toContain('By: Catrin Hafgan-Price');
  expect(two.textContent).toMatch(/When: .*10:42/u);
  expect(two.textContent).toContain('After: Visit at home, 21 November 2026');
  expect(two.textContent).toContain('On another device');
});

test('a visit that was written down after the words is only said to be of the same day', async () => {
  await open(new FakeDevice({records: [...people, risk(mine, theirs), visit('2026-11-21T18:00:00.000Z')]}));
  expect(card('Version 2').textContent).toContain('Same day: Visit at home, 21 November 2026');
});

test('keeping one is asked once and names exactly the versions that were on the screen', async () => {
  const on = device([mine, theirs]);
  const {user} = await open(on);
  await user.click(screen.getByRole('button', {name: 'Keep this one: version 2'}));
  expect(on.saved).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Yes, keep it'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]).toEqual({
    kind: 'conflict.settle',
    record: RISK,
    person: FFION,
    body: {field: 'words', value: {text: 'The dog has gone.', lang: 'en'}},
    bases: {words: [...mine.ops, ...theirs.ops]},
  });
  expect(await screen.findByRole('heading', {name: 'Your choice is saved'})).toBeTruthy();
  expect(screen.getByText('The dog has gone.')).toBeTruthy();
  expect(screen.getByText('Saved on this device, not sent yet')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Look at the history'}).getAttribute('href')).toBe(`/history/${RISK}`);
  expect(on.kept.size).toBe(0);
});

test('keeping all of three makes one text of them, in both languages, to be changed before it is saved', async () => {
  const on = device([mine, theirs, third]);
  const {user} = await open(on);
  await user.click(screen.getByRole('button', {name: 'Keep them all'}));
  const field = screen.getByLabelText('The new version') as HTMLTextAreaElement;
  expect(field.value).toBe('Ci mawr. Ffoniwch cyn cyrraedd.\n\nThe dog has gone.\n\nKnock at the back.');
  await user.type(field, '!');
  // All versions stay in view while somebody writes.
  for (const text of ['Ci mawr. Ffoniwch cyn cyrraedd.', 'The dog has gone.', 'Knock at the back.'])
    expect(screen.getAllByText(text, {selector: '.app-words__text'})).toHaveLength(1);
  await user.click(screen.getByRole('button', {name: 'Save the new version'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]).toMatchObject({
    body: {value: {text: 'Ci mawr. Ffoniwch cyn cyrraedd.\n\nThe dog has gone.\n\nKnock at the back.!', lang: 'mixed'}},
    bases: {words: [...mine.ops, ...theirs.ops, ...third.ops]},
  });
});

test('a new version without words is refused at its field', async () => {
  const on = device([mine, theirs]);
  const {user} = await open(on);
  await user.click(screen.getByRole('button', {name: 'Write a new one'}));
  await user.click(screen.getByRole('button', {name: 'Save the new version'}));
  await user.click(await screen.findByRole('link', {name: 'Write the new version first'}));
  expect(document.activeElement).toBe(screen.getByLabelText('The new version'));
  expect(on.saved).toEqual([]);
});

test('a version that arrives is announced, is not counted as seen, and counts once it was shown', async () => {
  const on = device([mine, theirs]);
  const {user} = await open(on);
  act(() => on.put(risk(mine, theirs, third)));
  const notice = must(screen.getByText('Another version has come in').closest('[role=status]'), 'it is said aloud');
  expect(screen.queryByText('Knock at the back.')).toBeNull();
  await user.click(screen.getByRole('button', {name: 'Keep this one: version 1'}));
  await user.click(screen.getByRole('button', {name: 'Yes, keep it'}));
  await waitFor(() => expect(on.saved[0]).toMatchObject({bases: {words: [...mine.ops, ...theirs.ops]}}));
  expect(notice.isConnected).toBe(false);
  expect(await screen.findByText(/kept beside yours/u)).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Look at both'}));
  expect(await screen.findByText('Knock at the back.')).toBeTruthy();

  const shown = device([mine, theirs]);
  cleanup();
  const again = await open(shown);
  act(() => shown.put(risk(mine, theirs, third)));
  await again.user.click(screen.getByRole('button', {name: 'Show it'}));
  expect(screen.getByText('Knock at the back.')).toBeTruthy();
  expect(screen.getByText('It is shown now. Read it before you choose.')).toBeTruthy();
  await again.user.click(screen.getByRole('button', {name: 'Keep this one: version 3'}));
  await again.user.click(screen.getByRole('button', {name: 'Yes, keep it'}));
  await waitFor(() => expect(shown.saved[0]).toMatchObject({bases: {words: [...mine.ops, ...theirs.ops, ...third.ops]}}));
});

test('a draft remembers what was on the screen when it began, over a lock and a later version', async () => {
  const on = device([mine, theirs]);
  const {user} = await open(on);
  await user.click(screen.getByRole('button', {name: 'Write a new one'}));
  await user.type(screen.getByLabelText('The new version'), 'Ci bach.');
  await user.click(screen.getByRole('button', {name: /^Cymraeg/u}));
  expect(((await screen.findByLabelText('Y fersiwn newydd', {}, {timeout: 10_000})) as HTMLTextAreaElement).value).toBe('Ci bach.');
  cleanup();
  on.put(risk(mine, theirs, third));
  const again = await open(on);
  expect((screen.getByLabelText('The new version') as HTMLTextAreaElement).value).toBe('Ci bach.');
  expect(screen.getByText('Another version has come in')).toBeTruthy();
  await again.user.click(screen.getByRole('button', {name: 'Save the new version'}));
  await waitFor(() => expect(on.saved[0]).toMatchObject({bases: {words: [...mine.ops, ...theirs.ops]}}));
});

test('when a colleague has chosen meanwhile nothing changes under the reader’s eyes until they ask', async () => {
  const on = device([mine, theirs]);
  const {user} = await open(on);
  act(() => on.put(risk({...third, author: COLLEAGUE})));
  expect(screen.getByText('Somebody has chosen meanwhile')).toBeTruthy();
  expect(screen.getByText('The dog has gone.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Show how it is now'}));
  expect(screen.queryByText('The dog has gone.')).toBeNull();
  expect(screen.getByText('There is one version now')).toBeTruthy();
  expect(screen.queryByRole('button', {name: /Keep this one/u})).toBeNull();
});

test('reading alone leaves no draft behind; what was written is thrown away only when asked', async () => {
  const on = device([mine, theirs]);
  const {user} = await open(on);
  act(() => on.put(risk(mine, theirs, third)));
  await user.click(screen.getByRole('button', {name: 'Show it'}));
  expect(on.kept.size).toBe(0);
  await user.click(screen.getByRole('button', {name: 'Write a new one'}));
  await user.type(screen.getByLabelText('The new version'), 'Ci');
  await user.click(screen.getByRole('button', {name: 'Cancel'}));
  await user.click(screen.getByRole('button', {name: 'Yes, delete the draft'}));
  await waitFor(() => expect(on.kept.size).toBe(0));
  expect(await screen.findByRole('button', {name: 'Write a new one'})).toBeTruthy();
  expect(on.saved).toEqual([]);
});

const status = (op: number, author: string, value: string): Head => ({
  ops: [idFor(op)],
  value,
  author,
  device: null,
  at: '2026-11-21T10:42:00.000Z',
});
const action = recordOf(
  'plan-action',
  idFor(30),
  FFION,
  {
    plan: null,
    section: null,
    fromContact: null,
    what: {text: 'Ring the college', lang: 'en'},
    owner: 'Ffion',
    ownerStaff: null,
    dueOn: null,
    status: 'done',
    statusOn: null,
    fundRequest: null,
    whyNotDone: null,
  },
  {status: [status(1, FFION, 'done'), status(2, FFION, 'in_progress')]},
);
const openAction = (on: FakeDevice) =>
  renderScreen(<ChoosePage />, {device: on, at: `/together/${action.id}/status`, path: '/together/:record/:field'});

test('a value that is no text is shown in words and can only be chosen', async () => {
  const on = new FakeDevice({records: [...people, action]});
  const {user} = await openAction(on);
  expect(screen.getByText('Ring the college')).toBeTruthy();
  expect(within(card('Version 1')).getByText('Done')).toBeTruthy();
  expect(within(card('Version 2')).getByText('In progress')).toBeTruthy();
  expect(screen.queryByRole('button', {name: /both|new one/u})).toBeNull();
  await user.click(screen.getByRole('button', {name: 'Keep this one: version 2'}));
  await user.click(screen.getByRole('button', {name: 'Yes, keep it'}));
  await waitFor(() =>
    expect(on.saved[0]).toMatchObject({body: {field: 'status', value: 'in_progress'}, bases: {status: [idFor(1), idFor(2)]}}),
  );
});

test('a young person chooses in their own file, in their own words for it', async () => {
  const on = new FakeDevice({records: [youngPersonRecord(FFION, FFION, {forename: 'Ffion'}), action], role: 'young_person', holder: FFION});
  const {user} = await openAction(on);
  expect(within(card('Version 2')).getByText('Started')).toBeTruthy();
  expect(card('Version 1').textContent).toContain('By you');
  await user.click(screen.getByRole('button', {name: 'Keep this one: version 1'}));
  await user.click(screen.getByRole('button', {name: 'Yes, keep it'}));
  await waitFor(() => expect(on.saved[0]).toMatchObject({kind: 'conflict.settle', body: {value: 'done'}}));
  expect(screen.queryByRole('link', {name: 'Look at the history'})).toBeNull();
  expect(screen.getByText(/Your adviser can find them/u)).toBeTruthy();
});

test('a manager chooses in a file that was opened, and for the authority’s own records; who may not choose can read', async () => {
  const team = recordOf(
    'team',
    idFor(70),
    null,
    {nameCy: 'Tîm y Gorllewin', nameEn: 'West team', manager: SELF, members: []},
    {manager: [status(1, SELF, SELF), status(2, COLLEAGUE, COLLEAGUE)]},
  );
  const openTeam = (on: FakeDevice) =>
    renderScreen(<ChoosePage />, {device: on, at: `/together/${team.id}/manager`, path: '/together/:record/:field'});
  const on = new FakeDevice({records: [...people, team], role: 'manager'});
  const {user} = await openTeam(on);
  expect(screen.getByRole('heading', {level: 1, name: /Manager of the team/u})).toBeTruthy();
  expect(within(card('Version 2')).getByText('Catrin Hafgan-Price', {selector: 'strong'})).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Keep this one: version 2'}));
  await user.click(screen.getByRole('button', {name: 'Yes, keep it'}));
  await waitFor(() => expect(on.saved[0]).toMatchObject({person: null, body: {field: 'manager', value: COLLEAGUE}}));
  for (const role of ['administrator', 'adviser'] as const) {
    cleanup();
    await openTeam(new FakeDevice({records: [...people, team], role}));
    expect(screen.queryByRole('button', {name: /Keep this one/u})).toBeNull();
    expect(screen.getByText(/Someone who works with this file chooses/u)).toBeTruthy();
  }
});

test('the list leads to each of them, and says so when there is none', async () => {
  const {user, address} = await renderScreen(<TogetherPage />, {device: device([mine, theirs])});
  expect(screen.getByText('About: Ffion')).toBeTruthy();
  expect(screen.getByText(/Written by: You and Catrin Hafgan-Price/u)).toBeTruthy();
  await user.click(screen.getByRole('link', {name: 'Risk summary'}));
  await waitFor(() => expect(address()).toBe(`/together/${RISK}/words`));
  cleanup();
  await renderScreen(<TogetherPage />, {device: device([mine]), language: 'cy'});
  expect(screen.getByText('Does dim dwy fersiwn o ddim byd ar y ddyfais hon.')).toBeTruthy();
});

test('an address without two versions says why there is nothing to choose', async () => {
  await open(device([mine]));
  expect(screen.getByText('There are not two versions here')).toBeTruthy();
});

test('of a money plan it says which line or benefit, and leads back to it', async () => {
  const words = (op: number, text: string): Head => ({...riskHead(op, FFION, ''), value: {text, lang: 'cy'}});
  const line = recordOf(
    'money-line',
    idFor(40),
    FFION,
    {what: 'loan', amount: {pence: 12_000, every: null}, words: {text: 'Siop', lang: 'cy'}, wish: null, takenOutOn: null},
    {words: [words(1, 'Siop'), words(2, 'Y banc')]},
  );
  const on = new FakeDevice({records: [youngPersonRecord(FFION, FFION), line], role: 'young_person', holder: FFION});
  await renderScreen(<TogetherPage />, {device: on});
  expect(screen.getByText('Loan')).toBeTruthy();
  cleanup();
  const {user} = await renderScreen(<ChoosePage />, {device: on, at: `/together/${line.id}/words`, path: '/together/:record/:field'});
  expect(screen.getByText('Loan')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Keep this one: version 1'}));
  await user.click(screen.getByRole('button', {name: 'Yes, keep it'}));
  expect((await screen.findByRole('link', {name: 'My money, week by week'})).getAttribute('href')).toBe('/my-money/week');
});

/** What a field may hold, without what may be nothing. */
const inner = (schema: unknown): {readonly type: string; readonly entries?: Readonly<Record<string, unknown>>} => {
  const {def} = (schema as {_zod: {def: {type: string; innerType?: unknown; entries?: Readonly<Record<string, unknown>>}}})._zod;
  return def.innerType === undefined ? def : inner(def.innerType);
};
/** Every field of which two versions can stand until somebody chooses one. */
const CHOSEN = Object.entries(RECORD_KINDS).flatMap(([kind, {compartments, fields, schema}]) =>
  Object.entries(fields as Readonly<Record<string, FieldClass>>)
    .filter(([, how]) => how === 'decision' || how === 'text')
    .map(([field, how]) => ({kind, field, how, of: (schema.shape as Readonly<Record<string, unknown>>)[field], compartments})),
);
const valuesOf = (of: unknown): readonly unknown[] => {
  const {type, entries} = inner(of);
  return type === 'boolean' ? [true, false] : Object.keys(entries ?? {});
};

function EveryChoice({fields}: {readonly fields: typeof CHOSEN}) {
  const whatOf = useWhatOf();
  return fields.map(({kind, field, of}) => (
    <section key={`${kind}.${field}`} aria-label={`${kind}.${field}`}>
      <h2>{whatOf({kind: kind as 'stay'}, field)}</h2>
      {valuesOf(of).map(value => (
        <VersionValue key={String(value)} record={{kind: kind as 'stay', person: FFION}} field={field} value={value} />
      ))}
    </section>
  ));
}

describe.each(['cy', 'en'] as const)('whatever can have two versions, in %s', language => {
  test.each(['adviser', 'young_person'] as const)('has a name for %s, and each of its values is in words', async role => {
    const fields = CHOSEN.filter(({compartments}) => role === 'adviser' || (compartments as readonly string[]).includes('shared'));
    expect(fields.length).toBeGreaterThan(40);
    await renderScreen(<EveryChoice fields={fields} />, {
      device: new FakeDevice({role, holder: role === 'adviser' ? SELF : FFION}),
      language,
    });
    const shown = fields.map(({kind, field, of}) => {
      const section = screen.getByRole('region', {name: `${kind}.${field}`});
      const [title = '', ...words] = [...section.children].map(({textContent}) => textContent);
      return {name: `${kind}.${field}`, title, words, values: valuesOf(of)};
    });
    const unnamed = /^(?:Something in the file|Rhywbeth yn y ffeil)$/u;
    expect(shown.filter(({title}) => title === '' || unnamed.test(title)).map(({name}) => name)).toEqual([]);
    const raw = /_|^(?:Ticked|Not ticked|Wedi’i dicio|Heb ei dicio)$/u;
    const isRaw = (word: string, value: unknown) => raw.test(word) || word === value;
    expect(shown.filter(({words, values}) => words.some((word, index) => isRaw(word, values[index]))).map(({name}) => name)).toEqual([]);
    // Of two values nobody could choose by words that are the same.
    expect(shown.filter(({words}) => new Set(words).size !== words.length).map(({name}) => name)).toEqual([]);
  });
});

test('whatever is kept as text of any length can be written anew, both versions in one; a line can only be chosen', () => {
  const accepts = (of: unknown, value: unknown) => (of as {safeParse: (value: unknown) => {success: boolean}}).safeParse(value).success;
  const texts = CHOSEN.filter(({how, of}) => how === 'text' && accepts(of, 'One'));
  expect(texts.length).toBeGreaterThan(10);
  const written = texts.filter(({kind, field}) => isWrittenField(kind, field, []));
  const ids = (some: typeof CHOSEN) => some.map(({kind, field}) => `${kind}.${field}`);
  expect(ids(written)).toEqual(ids(texts.filter(({of}) => accepts(of, 'One\n\nTwo'))));
});
