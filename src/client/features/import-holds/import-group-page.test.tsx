/** Deciding about rows of an import: asked with the state that was seen, and nothing is said to be done that is not. */
import {act, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {Draft} from '#client/vault/contract.ts';
import type {ImportCell, ImportGroupView, SettleAnswer, SettleRequest} from '#client/sync/contract.ts';
import type {Language} from '#client/i18n/language-choice.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {ImportGroupPage} from './import-group-page.tsx';

const GROUP = idFor(61);
const cell = (column: string, text: string, changes: Partial<ImportCell> = {}): ImportCell => ({
  column,
  heading: column,
  text,
  corrected: null,
  read: null,
  reading: 'line',
  list: null,
  choices: [],
  ...changes,
});
const view: ImportGroupView = {
  group: {
    id: GROUP,
    mark: 'seen-1',
    kind: 'held',
    file: 'young_people.csv',
    reason: 'DOB_MISSING',
    column: 'dob',
    value: null,
    because: null,
    rows: 1,
  },
  choices: ['correct', 'set_aside'],
  rows: [
    {
      file: 'young_people.csv',
      row: 12,
      person: {id: null, name: 'Ffion Penrhyn'},
      cells: [cell('surname', 'Penrhyn'), cell('dob', '', {reading: 'date'})],
      other: null,
      history: [],
    },
  ],
  more: 0,
};

/** `later`: what the server shows after an answer; null once nothing of the group is left. */
async function openWith(
  answer: Partial<SettleAnswer>,
  later: ImportGroupView | null = view,
  first: ImportGroupView = view,
  language: Language = 'en',
  drafts: readonly Draft[] = [],
) {
  const asked: SettleRequest[] = [];
  let isCut = false;
  const device = new FakeDevice({
    role: 'manager',
    teamwork: {
      importGroup: async () => {
        const seen = asked.length === 0 ? first : later;
        if (isCut) return {ok: false, code: 'offline'};
        if (seen === null) return {ok: false, code: 'not_found'};
        // Each decision moves the mark.
        return {ok: true, value: asked.length < 2 ? seen : {...seen, group: {...seen.group, mark: `seen-${asked.length + 1}`}}};
      },
      settleImport: async request => {
        asked.push(request);
        return {ok: true, value: {refused: null, reason: null, imported: 0, waiting: 0, ...answer}};
      },
    },
  });
  for (const draft of drafts) device.kept.set(draft.key, draft);
  const {user} = await renderScreen(<ImportGroupPage />, {device, language, at: `/import/${GROUP}`, path: '/import/:group'});
  await screen.findAllByRole('button', {name: language === 'cy' ? 'Penderfynu' : 'Decide', hidden: true});
  // What is folded away is drawn after the rest.
  await waitFor(() => expect(document.querySelectorAll('.govuk-details__text:empty').length).toBe(0));
  const cut = () => {
    isCut = true;
    act(() => device.sync({connection: 'offline'}));
  };
  return {user, asked, cut};
}

test('a date is corrected: written as the old system writes dates, with the mark of what was seen', async () => {
  const {user, asked} = await openWith({imported: 3});
  await user.click(screen.getByLabelText('Correct it and bring it in'));
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  expect(await screen.findByRole('link', {name: 'Write what it should be'})).toBeTruthy();
  for (const [part, text] of [
    ['Day', '4'],
    ['Month', '3'],
    ['Year', '2007'],
  ] as const)
    await user.type(screen.getByLabelText(part), text);
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  expect(await screen.findByText('Rows brought in: 3')).toBeTruthy();
  expect(asked).toMatchObject([
    {group: GROUP, mark: 'seen-1', row: 12, kind: 'correct', corrections: [{column: 'dob', value: '04/03/2007'}], words: null},
  ]);
});

test('setting aside needs words', async () => {
  const {user, asked} = await openWith({});
  await user.click(screen.getByLabelText('Set it aside'));
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  expect(await screen.findByRole('link', {name: 'Write why'})).toBeTruthy();
  await user.type(screen.getByLabelText('Why?'), 'A test row.');
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  await waitFor(() => expect(asked).toMatchObject([{kind: 'set_aside', corrections: [], words: 'A test row.'}]));
});

test('what mends nothing is said, with what is wrong now, and the words stay', async () => {
  const {user} = await openWith({refused: 'still_wrong', reason: 'DUPLICATE_PERSON'});
  await user.click(screen.getByLabelText('Set it aside'));
  await user.type(screen.getByLabelText('Why?'), 'A test row.');
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  expect(await screen.findByText('Something is still wrong, so nothing was changed.')).toBeTruthy();
  expect(screen.getByText('Perhaps the same person twice')).toBeTruthy();
  expect(screen.getByLabelText('Why?')).toHaveProperty('value', 'A test row.');
});

const two: ImportGroupView = {
  ...view,
  group: {...view.group, rows: 2},
  rows: [12, 13].flatMap(row => view.rows.map(each => ({...each, row}))),
};

test('a decision half made is open when the page opens again; the others are closed', async () => {
  const value = {choice: 'set_aside', values: {}, dates: {}, added: [], words: 'Half a sentence'};
  await openWith({}, two, two, 'en', [{key: `import/${GROUP}-13`, value, savedAt: '2026-11-21T10:00:00.000Z'}]);
  expect(screen.getByText('Half a sentence').closest('details')).toHaveProperty('open', true);
  expect(screen.getAllByText('Decide about this row').map(each => each.closest('details')?.open)).toEqual([false, true]);
});

test('two decisions with the same end are each said aloud', async () => {
  const {user} = await openWith({}, {...two, group: {...two.group, mark: 'seen-2'}}, two);
  const said: HTMLElement[] = [];
  for (const turn of [0, 1]) {
    await user.click((await screen.findAllByLabelText('Set it aside'))[1] as HTMLElement);
    await user.type(screen.getByLabelText('Why?'), 'A test row.');
    await user.click(screen.getAllByRole('button', {name: 'Decide', hidden: true})[1] as HTMLElement);
    await waitFor(() => expect(screen.queryByLabelText('Why?')).toBeNull());
    said.push(await screen.findByText('That is decided'));
    expect(said).toHaveLength(turn + 1);
  }
  expect(said[0]).not.toBe(said[1]);
});

test('a connection that is lost takes no form away', async () => {
  const {user, cut} = await openWith({});
  await user.click(screen.getByLabelText('Set it aside'));
  await user.type(screen.getByLabelText('Why?'), 'Half a sen');
  cut();
  expect(await screen.findByText(/^You have no connection/)).toBeTruthy();
  await user.type(screen.getByLabelText('Why?'), 'tence');
  expect(screen.getByLabelText('Why?')).toHaveProperty('value', 'Half a sentence');
});

test.each([
  ['in another state', {...view, group: {...view.group, mark: 'seen-2'}}],
  ['and is gone', null],
])('what a colleague has decided since %s is said, and what was typed stays within reach', async (_name, later) => {
  const {user} = await openWith({refused: 'state_moved'}, later);
  await user.click(screen.getByLabelText('Set it aside'));
  await user.type(screen.getByLabelText('Why?'), 'A test row.');
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  expect(await screen.findByText('This has changed since you opened it. Look at it again.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', {name: 'Decide'}) === null).toBe(later === null));
  expect(screen.getByText('A test row.')).toBeTruthy();
  expect(screen.getByText('This has changed since you opened it. Look at it again.')).toBeTruthy();
});

const stays: ImportGroupView = {
  ...view,
  group: {...view.group, file: 'accommodation.csv', reason: 'SPELL_OVERLAP', column: null},
  choices: ['correct', 'as_it_is', 'set_aside'],
  rows: view.rows.map(row => ({
    ...row,
    cells: [
      cell('start_date', '01/02/2024', {reading: 'date', read: '2024-02-01'}),
      cell('end_date', '01/03/2024', {reading: 'date', read: '2024-03-01'}),
      cell('town', 'Tre-fach'),
    ],
  })),
};

test('a date that somebody empties is sent as empty, not left as it was', async () => {
  const {user, asked} = await openWith({}, view, stays);
  await user.click(screen.getByLabelText('Correct it and bring it in'));
  const [startDay, endDay] = screen.getAllByLabelText('Day');
  await user.clear(startDay as HTMLElement);
  await user.type(startDay as HTMLElement, '2');
  await user.clear(endDay as HTMLElement);
  for (const part of ['Month', 'Year']) await user.clear(screen.getAllByLabelText(part)[1] as HTMLElement);
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  await waitFor(() =>
    expect(asked).toMatchObject([
      {
        corrections: [
          {column: 'start_date', value: '02/02/2024'},
          {column: 'end_date', value: ''},
        ],
      },
    ]),
  );
});

test('what was typed for a correction and is hidden again goes with no other decision', async () => {
  const {user, asked} = await openWith({}, view, stays);
  await user.click(screen.getByLabelText('Correct it and bring it in'));
  await user.clear(screen.getAllByLabelText('Day')[0] as HTMLElement);
  await user.click(screen.getByLabelText('Bring it in as it is'));
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  await waitFor(() => expect(asked).toMatchObject([{kind: 'as_it_is', corrections: []}]));
});

test('a list set back to nothing chosen is no correction', async () => {
  const activity = cell('eet_status', 'Seeking', {reading: 'list', choices: [{code: 'work', written: 'Working'}]});
  const {user, asked} = await openWith({}, view, {
    ...view,
    group: {...view.group, kind: 'question', reason: 'UNKNOWN_CODE', column: 'eet_status'},
    choices: ['correct', 'blank'],
    rows: view.rows.map(row => ({...row, cells: [activity]})),
  });
  await user.click(screen.getByLabelText('Correct it and bring it in'));
  const list = screen.getByLabelText('Learning and work: what it should be');
  await user.selectOptions(list, 'Working');
  await user.selectOptions(list, '');
  await user.click(screen.getByRole('button', {name: 'Decide'}));
  expect(await screen.findByRole('link', {name: 'Write what it should be'})).toBeTruthy();
  expect(asked).toEqual([]);
});

test('what others wrote is marked as theirs on a Welsh screen; a cell that was emptied says so', async () => {
  const history = [{at: '2026-11-20T10:00:00.000Z', holder: idFor(9), kind: 'set_aside', words: 'Typed twice', values: []}];
  const cells = [cell('dob', '1/1/2O05', {corrected: '01/01/2005'}), cell('end_date', 'never', {corrected: ''}), cell('notes', 'Un\nDau')];
  const rows = view.rows.map(row => ({...row, history, cells}));
  await openWith({}, view, {...view, rows}, 'cy');
  for (const text of ['Ffion Penrhyn', '01/01/2005', 'Typed twice'])
    expect([text, screen.getByText(text).closest('[translate="no"]') !== null]).toEqual([text, true]);
  expect(screen.getByText('gwag').closest('[translate]')).toBeNull();
  // Shown with its line breaks.
  expect(screen.getByText(/^Un/).className).toBe('app-words__text');
});

test.each([
  ['cy', 'Dyddiad geni', 'Noson gyntaf', 'Ei gywiro a’i dderbyn', 'Dyddiad geni: beth ddylai fod yno'],
  ['en', 'Date of birth', 'First night', 'Correct it and bring it in', 'Date of birth: what it should be'],
] as const)(
  '%s: a column has a name in words, and the old heading beside it is nobody’s to translate',
  async (language, birth, night, correct, label) => {
    const cells = [
      cell('dob', '1/1/2O05', {heading: 'DOB', reading: 'date'}),
      cell('start_date', '01/02/2024'),
      cell('x', '41', {column: null, heading: 'Shoe size'}),
    ];
    const rows = view.rows.map(row => ({...row, file: 'accommodation.csv', cells}));
    const {user} = await openWith({}, view, {...view, group: {...view.group, file: 'accommodation.csv'}, rows}, language);
    expect(screen.getByText(birth).textContent).toBe(`${birth} (DOB)`);
    expect(screen.getByText('(DOB)').getAttribute('translate')).toBe('no');
    expect(screen.getByText(night).textContent).toBe(`${night} (start_date)`);
    expect(screen.getByText('Shoe size').getAttribute('translate')).toBe('no');
    await user.click(screen.getByLabelText(correct));
    expect(screen.getByRole('group', {name: label})).toBeTruthy();
  },
);

test('a heading that says what the words say is not said twice', async () => {
  await openWith({});
  expect(screen.getByText('Surname').textContent).toBe('Surname');
});
