/** Learning and work on the young person's own phone: who wrote what, saying that something has changed, and asking for help with its costs. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {addDays, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, SELF, whoHelpsRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {LearningPage} from './learning-page.tsx';

const FFION = idFor(1);
const [COURSE, ASKED] = [idFor(50), idFor(70)];
const today = calendarDateInWales(Date.now());
const help = whoHelpsRecord(idFor(30), FFION, {names: [{id: SELF, name: 'Lowri Haf'}], higherEducationPence: 200_000});
const course = recordOf('activity', COURSE, FFION, {code: 'F1', since: addDays(today, -60), endOn: null, what: 'Nursing', where: 'Bangor'});
const support = (changes: Partial<DataOf<'education-support'>> = {}): DomainRecord =>
  recordOf('education-support', ASKED, FFION, {
    what: 'course_costs',
    course: 'Nursing, Bangor',
    activity: null,
    words: null,
    askedPence: 5_000,
    askedOn: addDays(today, -2),
    withdrawnOn: null,
    decision: null,
    payments: [],
    ...changes,
  });
/** What the server keeps for this phone of somebody to whom the amount can be owed. */
const owed = recordOf('entitlements', idFor(80), FFION, {
  items: [{what: 'he_amount', state: 'if', why: 'when_in_higher_education', from: null, until: null, rules: ['R-61']}],
  councilTax: null,
});
const open = async (records: readonly DomainRecord[], language: 'cy' | 'en' = 'en') => {
  const device = new FakeDevice({records: [youngPersonRecord(FFION, FFION), help, ...records], role: 'young_person', holder: FFION});
  const shown = await renderScreen(<LearningPage />, {device, at: '/my-learning', path: '/my-learning', language});
  return {...shown, device};
};

test('what is there, who wrote it, and that it is still so', async () => {
  const {user, device} = await open([course]);
  expect(screen.getByText('Lowri Haf wrote this.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Yes, this is still so: University, full time'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'activity.confirm', record: COURSE, body: {on: today}}));
});

test('what they say ends nothing, and asks whether it is the main thing only beside another', async () => {
  const {user, device} = await open([course], 'cy');
  await user.click(screen.getByText('Dweud bod rhywbeth wedi newid'));
  await user.click(screen.getByLabelText('Ddim yn gweithio nac yn dysgu ar hyn o bryd'));
  await user.click(screen.getByRole('button', {name: 'Ei anfon at fy nghynghorydd'}));
  expect(screen.getAllByText('Dywedwch ai hyn yw’r prif beth').length).toBeGreaterThan(0);
  await user.click(screen.getByLabelText('Ie, hyn yn bennaf'));
  await user.click(screen.getByRole('button', {name: 'Ei anfon at fy nghynghorydd'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'activity.say', body: {code: 'G5', since: today, isMain: true}}]));
});

test('with nothing there yet, nothing is asked about it', async () => {
  const {user, device} = await open([]);
  await user.click(screen.getByText('Say what you do now'));
  expect(screen.queryByText('Is this what you mainly do now?')).toBeNull();
  await user.click(screen.getByLabelText('Volunteering'));
  await user.click(screen.getByRole('button', {name: 'Send it to my adviser'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'activity.say', body: {code: 'volunteering', isMain: true}}]));
});

test('R-61 the amount is told from what the phone was told; asking names the course', async () => {
  const {user, device} = await open([course, owed]);
  expect(screen.getByText('For a university course that is in your pathway plan there is £2,000.')).toBeTruthy();
  await user.click(screen.getByText('Ask for help with the costs'));
  await user.click(screen.getByLabelText('Higher education amount'));
  expect((screen.getByLabelText('Course or training') as HTMLInputElement).value).toBe('Nursing, Bangor');
  await user.click(screen.getByRole('button', {name: 'Send the request'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'education-support.ask', body: {what: 'relevant_amount', activity: COURSE, askedPence: null}},
    ]),
  );
});

test('R-61 the amount is promised to nobody whose rights do not hold it, nor in what can be asked for', async () => {
  const {user} = await open([course]);
  expect(screen.queryByText(/£2,000/u)).toBeNull();
  await user.click(screen.getByText('Ask for help with the costs'));
  expect(screen.getByLabelText('Higher education amount')).toBeTruthy();
  expect(screen.queryByText(/£2,000/u)).toBeNull();
});

test('where it stands: waiting can be taken back, a no has its reason and what comes next, payments have their days', async () => {
  const waiting = await open([support()]);
  await waiting.user.click(screen.getByRole('button', {name: 'Take the request back'}));
  await waitFor(() => expect(waiting.device.saved[0]).toMatchObject({kind: 'education-support.withdraw', record: ASKED}));
  cleanup();
  const decision = {
    outcome: 'refused',
    pence: null,
    reason: {text: 'The college lends these.', lang: 'en'},
    by: SELF,
    on: today,
    plan: null,
  } as const;
  await open([support({decision})]);
  expect(screen.getByText('The college lends these.')).toBeTruthy();
  expect(screen.getByText('You can talk to your adviser about it, ask again, or complain.')).toBeTruthy();
  expect(screen.queryByText('R-60')).toBeNull();
  cleanup();
  const payments = [{id: idFor(5), on: today, pence: 2_000, how: null}];
  await open([support({decision: {...decision, outcome: 'granted', pence: 5_000}, payments})]);
  expect(screen.getByText('Agreed')).toBeTruthy();
  expect(screen.getByText(/^£20 on /u)).toBeTruthy();
});
