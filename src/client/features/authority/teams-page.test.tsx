/** Teams: who leads whom, a name in both languages, and nobody in two teams; nothing typed is lost. */
import {act, screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, recordOf, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen, WhileOpen} from '#client/testing/render-screen.test-support.tsx';
import {TeamsPage} from './teams-page.tsx';

const LEFT = idFor(902);
const PASSPHRASE = 'pedwar gair da iawn';
const left = staffRecord(LEFT, 'Iolo', 'Wedi-Gadael');
const records = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  {...left, data: {...left.data, endOn: '2020-01-31'}},
  recordOf('team', idFor(1), null, {nameCy: 'Tîm y Gogledd', nameEn: 'North team', manager: SELF, members: [COLLEAGUE]}),
  recordOf('team', idFor(2), null, {nameCy: 'Tîm y De', nameEn: 'South team', manager: null, members: []}),
];
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(
    <WhileOpen>
      <TeamsPage />
    </WhileOpen>,
    {device, language},
  );
const manager = () => new FakeDevice({role: 'manager', records});

test('each team in the reader’s language, with who leads it and who is in it', async () => {
  await open(manager(), 'cy');
  const north = within(screen.getByRole('heading', {level: 2, name: 'Tîm y Gogledd'}).closest('article') ?? document.body);
  expect(north.getByText('Lowri Haf')).toBeTruthy();
  expect(north.getByText('Catrin Hafgan-Price')).toBeTruthy();
  expect(north.getByText('Pobl: 1')).toBeTruthy();
});

test('a name in one language only is said at the other language’s field', async () => {
  const device = manager();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Make a team'}));
  await user.type(screen.getByLabelText('Name in Welsh'), 'Tîm y Gorllewin');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  const english = screen.getByLabelText('Name in English');
  expect(english.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Name in Welsh').getAttribute('aria-invalid')).toBe('false');
  expect(screen.getByRole('link', {name: 'Enter the name in both languages'}).getAttribute('href')).toBe(`#${english.id}`);
  expect(device.saved).toEqual([]);
});

test('whoever joins a team leaves the one they were in; those who have left are not offered', async () => {
  const device = manager();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Change: South team'}));
  expect(screen.queryByLabelText('Iolo Wedi-Gadael')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Manager'), 'Lowri Haf');
  await user.click(screen.getByLabelText('Catrin Hafgan-Price'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'team.set', record: idFor(2), body: {nameCy: 'Tîm y De', nameEn: 'South team', manager: SELF, members: [COLLEAGUE]}},
    ]),
  );
  const counts = screen
    .getAllByRole('article')
    .map(card => [within(card).getByRole('heading').textContent, /People: \d/u.exec(card.textContent ?? '')?.[0]]);
  expect(counts).toEqual([
    ['North team', 'People: 0'],
    ['South team', 'People: 1'],
  ]);
});

test('what is being typed outlives a lock, and stands open again', async () => {
  const device = manager();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Change: North team'}));
  await user.click(screen.getByLabelText('Lowri Haf'));
  await user.clear(screen.getByLabelText('Name in English'));
  await user.type(screen.getByLabelText('Name in English'), 'Team of the North');
  await act(() => device.lock());
  expect(screen.queryByLabelText('Name in English')).toBeNull();
  await act(async () => void (await device.unlock('one', PASSPHRASE)));
  expect(screen.getByLabelText('Name in English')).toHaveProperty('value', 'Team of the North');
  expect(screen.getByLabelText('Lowri Haf')).toHaveProperty('checked', true);
});

test.each(['adviser', 'deputy', 'governance_officer'] as const)('%s reads, and changes nothing', async role => {
  await open(new FakeDevice({role, records}));
  expect(screen.getByRole('heading', {level: 2, name: 'North team'})).toBeTruthy();
  expect(screen.queryByRole('button', {name: /^(Change|Make a team)/u})).toBeNull();
});
