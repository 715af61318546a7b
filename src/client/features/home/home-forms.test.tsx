/** Forms of homes from the press to the records: a move, a room that was kept, notice, what housing said, the meeting, When I am Ready. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import {HomeFormPage} from './home-form-page.tsx';
import {spellQuestions, type Stay} from '#domain/accommodation/spells.ts';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import type {Role} from '#domain/access/roles.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {addDays, addMonths, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  episodeRecord,
  idFor,
  readyRecord,
  recordOf,
  SELF,
  staffRecord,
  stayRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';

const FFION = idFor(1);
const today = calendarDateInWales(Date.now());
const ago = (days: number) => addDays(today, -days);
const born = addMonths(today, -12 * 19);
const people = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  youngPersonRecord(FFION, FFION, {birthDates: [{date: born, status: 'verified', heldFrom: born}]}),
];
const stay = (id: number, data: Partial<DataOf<'stay'>>): DomainRecord =>
  stayRecord(idFor(id), FFION, {providedByAuthority: false, startOn: ago(300), ...data});
const episode = (data: Partial<DataOf<'homeless-episode'>> = {}) =>
  episodeRecord(idFor(60), FFION, {presentedOn: ago(3), housingAuthority: 'W06000015', ...data});
const ready = (data: Partial<DataOf<'when-i-am-ready'>> = {}) => readyRecord(idFor(70), FFION, data);

async function open(form: string, records: readonly DomainRecord[], role: Role = 'adviser', language: 'cy' | 'en' = 'en') {
  const device = new FakeDevice({records: [...people, ...records], role});
  const shown = await renderScreen(<HomeFormPage />, {
    device,
    language,
    at: `/people/${FFION}/home/${form}`,
    path: '/people/:person/home/:form',
  });
  const phase = device.phase();
  if (phase.kind !== 'open') throw new Error('open');
  const stays = () => phase.vault.memory.records(FFION, 'stay') as readonly Stay[];
  const save = () => shown.user.click(screen.getByRole('button', {name: 'Save'}));
  return {...shown, device, stays, save, memory: phase.vault.memory};
}

describe('a move', () => {
  const flat = stay(50, {});
  test('ends the home before on its day, with what was said of the new one', async () => {
    const {user, device, stays, save, address} = await open('move', [flat]);
    await user.selectOptions(screen.getByLabelText('Kind of home'), 'foyer');
    await save();
    await waitFor(() => expect(device.saved.map(({kind}) => kind)).toEqual(['stay.enter']));
    expect(device.saved[0]?.bases).toEqual({ends: [flat.made.op]});
    expect(stays().map(({data}) => [data.type, data.startOn, data.endOn])).toEqual([
      ['private_rented', ago(300), today],
      ['foyer', today, null],
    ]);
    await waitFor(() => expect(address()).toBe(`/people/${FFION}/home`));
  });
  test('before one that is planned lasts until that one, and leaves nothing to put right', async () => {
    const planned = stay(51, {startOn: addDays(today, 30)});
    const {user, device, stays, save} = await open('move', [stay(50, {endOn: addDays(today, 30)}), planned]);
    await user.selectOptions(screen.getByLabelText('Kind of home'), 'bed_breakfast');
    await save();
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'stay.enter', body: {ends: idFor(50), endOn: addDays(today, 30)}}]));
    expect(spellQuestions(stays(), today)).toEqual([]);
    expect(presentStay(stays(), today)?.data.type).toBe('bed_breakfast');
  });
  test('over a room that is kept ends nothing, and the form says so', async () => {
    const {user, stays, save} = await open('move', [flat]);
    expect(screen.getByText(/a room that is kept, or an earlier home, ends nothing/u)).toBeTruthy();
    await user.click(screen.getByLabelText('They are away, and their room is kept for them'));
    await user.selectOptions(screen.getByLabelText('Kind of home'), 'custody');
    await save();
    await waitFor(() =>
      expect(stays().map(({data}) => [data.type, data.endOn])).toEqual([
        ['private_rented', null],
        ['custody', null],
      ]),
    );
  });
  test('of more hours of support than a week has is refused at its field', async () => {
    const {user, device, save} = await open('move', []);
    await user.selectOptions(screen.getByLabelText('Kind of home'), 'foyer');
    await user.type(screen.getByRole('textbox', {name: 'Hours of support a week'}), '169');
    await save();
    expect(device.saved).toEqual([]);
    expect(screen.getByRole('textbox', {name: 'Hours of support a week'}).getAttribute('aria-invalid')).toBe('true');
  });
  test('R-58 of somebody under 16 to a home outside Wales warns before it is saved, and refuses nothing', async () => {
    const at15 = youngPersonRecord(FFION, FFION, {birthDates: [{date: addMonths(today, -12 * 15), status: 'verified', heldFrom: today}]});
    const {user, device, save} = await open('move', [flat, at15]);
    await user.selectOptions(screen.getByLabelText('Kind of home'), 'foyer');
    expect(screen.queryByText(/Under 16 and outside Wales/u)).toBeNull();
    await user.selectOptions(screen.getByLabelText('Area'), 'other');
    await user.type(screen.getByLabelText('Name of the area'), 'Shropshire');
    expect(screen.getByText(/Under 16 and outside Wales/u)).toBeTruthy();
    await save();
    await waitFor(() => expect(device.saved.map(({kind}) => kind)).toEqual(['stay.enter']));
  });
  test('in Welsh asks everything in Welsh', async () => {
    await open('move', [flat], 'adviser', 'cy');
    const labels = [...document.querySelectorAll('label, legend, h1, .govuk-hint')].map(each => each.textContent).join(' ');
    expect(labels.replace('Change the language', '')).not.toMatch(/\b(the|they|you|their|and|is|of)\b/u);
  });
  test('without its kind is not saved', async () => {
    const {device, save} = await open('move', [flat]);
    await save();
    expect(device.saved).toEqual([]);
    expect(screen.getAllByRole('alert').length).toBeGreaterThan(0);
  });
  test.each(['finance_officer', 'reviewing_officer'] as const)('%s finds no form', async role => {
    await open('move', [flat], role);
    expect(screen.queryByRole('button', {name: 'Save'})).toBeNull();
  });
});

test('a notice with a mistyped year is refused at its field, in words', async () => {
  const {user, device, save} = await open('notice?of=' + idFor(50), [stay(50, {})]);
  const [day, month, year] = within(screen.getByRole('group', {name: 'The notice ends'})).getAllByRole('textbox');
  for (const [box, typed] of [
    [day, '20'],
    [month, '12'],
    [year, '2206'],
  ] as const)
    await user.type(box as HTMLElement, typed);
  await save();
  await waitFor(() => expect(screen.getAllByText('This day cannot be: before birth, after death, or too far ahead').length).toBe(2));
  expect(device.saved).toEqual([]);
});

describe('a room that was kept (edge case 17)', () => {
  const room = stay(50, {keptWhileAway: true, noticeOn: ago(10)});
  const custody = stay(51, {type: 'custody', startOn: ago(90), endOn: ago(40)});
  const asked = (stays: readonly Stay[]) => spellQuestions(stays, today).map(({what}) => what);

  test.each([
    ['straight from where they were', [stay(51, {type: 'custody', startOn: ago(90)})]],
    ['from the second place they were in', [custody, stay(52, {type: 'hostel', startOn: ago(40)})]],
    ['a week after they left where they were', [stay(51, {type: 'custody', startOn: ago(90), endOn: ago(7)})]],
  ])('back %s: the room ended when they went away, and is their home again', async (_, away) => {
    const {device, stays, save} = await open('back?of=' + room.id, [room, ...away]);
    await save();
    await waitFor(() => expect(device.saved.length).toBe(3));
    expect(stays().find(({id}) => id === room.id)?.data).toMatchObject({endOn: ago(90), keptWhileAway: false});
    expect(presentStay(stays(), today)?.data).toMatchObject({type: 'private_rented', startOn: today});
    expect(asked(stays()).filter(what => what !== 'gap')).toEqual([]);
  });

  test('a notice stays with the room, so that it is taken back in one place', async () => {
    const {device, stays, save} = await open('back?of=' + room.id, [room, stay(51, {type: 'custody', startOn: ago(90)})]);
    await save();
    await waitFor(() => expect(device.saved.length).toBe(3));
    expect(presentStay(stays(), today)?.data).toMatchObject({backTo: room.id, noticeOn: null});
    expect(stays().find(({id}) => id === room.id)?.data.noticeOn).toBe(ago(10));
  });

  test('back before a move that is planned: it lasts until that move', async () => {
    const planned = stay(52, {type: 'foyer', startOn: addDays(today, 60)});
    const away = stay(51, {type: 'custody', startOn: ago(90), endOn: addDays(today, 60)});
    const {device, stays, save} = await open('back?of=' + room.id, [room, away, planned]);
    await save();
    await waitFor(() => expect(device.saved.length).toBe(3));
    expect(presentStay(stays(), today)?.data).toMatchObject({type: 'private_rented', startOn: today, endOn: addDays(today, 60)});
    expect(asked(stays())).toEqual([]);
  });

  test.each([
    ['straight from prison', null],
    ['a week after they left prison', ago(7)],
  ])('back in a room of When I am Ready that began while they were in prison, %s: it was no home until then', async (_, left) => {
    const at18 = addMonths(born, 12 * 18);
    const foster = stay(50, {type: 'foster_in_house', startOn: addDays(at18, -900), endOn: at18, keptWhileAway: true});
    const prison = stay(51, {type: 'custody', startOn: addDays(at18, -30), endOn: left});
    const begun = stay(52, {type: 'when_i_am_ready', startOn: at18, keptWhileAway: true});
    const {device, stays, save} = await open('back?of=' + begun.id, [foster, prison, begun]);
    await save();
    await waitFor(() => expect(device.saved.map(({kind}) => kind)).toEqual(['stay.enter', 'stay.correct-days']));
    expect(asked(stays()).filter(what => what !== 'gap')).toEqual([]);
    expect(presentStay(stays(), addDays(at18, 100))?.id).toBe(prison.id);
    expect(presentStay(stays(), today)?.data).toMatchObject({type: 'when_i_am_ready', startOn: today, backTo: begun.id});
    expect(stays().find(({id}) => id === begun.id)?.data.endOn).toBe(today);
  });

  test('on the day on which they came to where they are is refused at its field, in words of a home', async () => {
    const {device, save} = await open('back?of=' + room.id, [room, stay(51, {type: 'hostel', startOn: today})]);
    await save();
    await waitFor(() => expect(screen.getAllByText('The move must come after the start of the home they have now').length).toBe(2));
    expect(device.saved).toEqual([]);
  });
});

describe('a beginning of When I am Ready', () => {
  test('When I am Ready begins in the room that was kept while they are in custody, not in the prison', async () => {
    const at18 = addMonths(born, 12 * 18);
    const room = stay(50, {
      type: 'foster_in_house',
      startOn: addDays(at18, -900),
      keptWhileAway: true,
      address: '3 Stryd Fawr',
      landlord: 'Carys',
    });
    const custody = stay(51, {type: 'custody', startOn: addDays(at18, -30), address: 'HMP Dim', landlord: 'HMPPS'});
    const {user, device, stays, save} = await open('ready-begin?of=' + idFor(70), [room, custody, ready({youngPersonWants: true})]);
    await user.click(screen.getByLabelText(/^Yes: record/u));
    await save();
    await waitFor(() => expect(device.saved.length).toBeGreaterThan(0));
    const begun = stays().find(({data}) => data.type === 'when_i_am_ready');
    expect(begun?.data).toMatchObject({address: '3 Stryd Fawr', startOn: at18, keptWhileAway: true});
    expect(stays().find(({id}) => id === room.id)?.data.endOn).toBe(at18);
    expect(stays().find(({id}) => id === custody.id)?.data.endOn).toBeNull();
  });
});

describe('a beginning of When I am Ready once they are back in the room that was kept over their 18th birthday', () => {
  const at18 = addMonths(born, 12 * 18);
  const foster = stay(50, {type: 'foster_in_house', startOn: addDays(at18, -900), keptWhileAway: true, providedByAuthority: true});
  const prison = stay(51, {type: 'custody', startOn: addDays(at18, -30)});
  test('is not refused, and the home of now is called When I am Ready from the day on which they came back', async () => {
    const back = await open('back?of=' + foster.id, [foster, prison]);
    await back.save();
    await waitFor(() => expect(back.device.saved.length).toBe(3));
    const stays = back.stays();
    cleanup();
    const begin = await open('ready-begin?of=' + idFor(70), [...stays, ready({youngPersonWants: true})]);
    await begin.user.click(screen.getByLabelText(/^Yes: record/u));
    await begin.save();
    await waitFor(() => expect(begin.device.saved.map(({kind}) => kind)).toEqual(['when-i-am-ready.begin', 'stay.change']));
    expect(begin.memory.records(FFION, 'when-i-am-ready')[0]?.data.startOn).toBe(at18);
    expect(presentStay(begin.stays(), today)?.data).toMatchObject({type: 'when_i_am_ready', startOn: today, providedByAuthority: false});
    expect(spellQuestions(begin.stays(), today)).toEqual([]);
  });
});

describe('only what was changed is sent', () => {
  test('an emptied rent is nothing, and the standard of a room goes with bed and breakfast', async () => {
    const lodge = stay(50, {type: 'bed_breakfast', roomStandard: 'higher', weeklyRentPence: 9_000, town: 'Barry'});
    const {user, device, save} = await open('facts?of=' + lodge.id, [lodge]);
    await user.clear(screen.getByRole('textbox', {name: 'Rent a week'}));
    await user.selectOptions(screen.getByLabelText('Kind of home'), 'lodgings');
    await save();
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'stay.change'}]));
    expect(device.saved[0]?.body).toEqual({weeklyRentPence: null, type: 'lodgings', roomStandard: null});
  });

  test('a day of agreeing on When I am Ready that was a mistake is taken back', async () => {
    const wrong = ready({agreedOn: ago(400), carerWants: true});
    const {user, device, save, memory} = await open('ready', [wrong]);
    const group = screen.getByRole('group', {name: /agreed/iu});
    for (const box of group.querySelectorAll('input')) await user.clear(box);
    await save();
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'when-i-am-ready.agree', body: {agreedOn: null}}]));
    expect(memory.records(FFION, 'when-i-am-ready')[0]?.data).toMatchObject({agreedOn: null, carerWants: true});
  });
});

describe('homelessness', () => {
  test('that becomes a night with nowhere to go is an alarm, and no longer a day to come', async () => {
    const later = episode({nowhereTonight: false, homelessFrom: addDays(today, 20)});
    const {user, device, save} = await open('homeless-said?of=' + later.id, [later]);
    await user.click(screen.getByRole('radio', {name: 'No, nowhere'}));
    await save();
    await waitFor(() => expect(device.saved.map(({kind}) => kind)).toEqual(['worry.raise', 'homeless-episode.change']));
    expect(device.saved[0]?.body).toEqual({about: 'no_home_tonight', words: null});
    expect(device.saved[1]?.body).toEqual({nowhereTonight: true, homelessFrom: null});
  });

  test('a meeting keeps who came and what was decided; nobody who was put down is out of sight', async () => {
    const {user, device, save} = await open('meeting?of=' + idFor(60), [episode()]);
    const names = () => screen.getAllByLabelText('Who was there');
    for (const [index, name] of ['Nia', 'Huw', 'Siân'].entries()) await user.type(names()[index] as HTMLElement, name);
    await user.clear(names()[1] as HTMLElement);
    expect(screen.getByDisplayValue('Siân')).toBeTruthy();
    await save();
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'multi-agency-review.record'}]));
    expect(device.saved[0]?.body).toMatchObject({
      episode: idFor(60),
      attendees: [
        {name: 'Nia', from: ''},
        {name: 'Siân', from: ''},
      ],
    });
  });

  test('what stands beside a name or a decision that was cleared is asked about, and never left out unseen', async () => {
    const {user, device, save} = await open('meeting?of=' + idFor(60), [episode()]);
    const field = (name: string) => screen.getAllByLabelText(name)[0] as HTMLElement;
    for (const [name, words] of [
      ['Who was there', 'Nia'],
      ['From where (housing, health, police…)', 'Housing'],
      ['Decision', 'A room'],
      ['Who does it', 'Huw'],
    ] as const)
      await user.type(field(name), words);
    await user.clear(field('Who was there'));
    await user.clear(field('Decision'));
    expect([screen.getByDisplayValue('Housing'), screen.getByDisplayValue('Huw')].length).toBe(2);
    await save();
    expect(device.saved).toEqual([]);
    expect(field('Decision').getAttribute('aria-invalid')).toBe('true');
    await user.type(field('Who was there'), 'Nia');
    await user.clear(field('Who does it'));
    await save();
    await waitFor(() => expect(device.saved).toMatchObject([{body: {attendees: [{name: 'Nia', from: 'Housing'}], decisions: []}}]));
  });
});

describe('deciding about a home that is not suitable', () => {
  const flat = stay(50, {type: 'bed_breakfast', address: '3 Stryd Fawr'});
  const judged = (data: Partial<DataOf<'suitability'>> = {}) =>
    recordOf('suitability', idFor(80), FFION, {
      stay: flat.id,
      result: 'unsuitable',
      judgedOn: ago(3),
      because: 'move',
      reason: 'Damp in both rooms',
      checks: [
        {check: 'location', answer: 'good'},
        {check: 'repair', answer: 'concern'},
      ],
      theirView: 'disagree',
      theirWords: {text: 'I like it here', lang: 'en'},
      plan: 'Move by May',
      decision: null,
      ...data,
    });

  test('is done with all of it in view: the home, by whom and when, the reason, what was looked at, their words and the plan', async () => {
    const {user, device, save} = await open(`decide?of=${idFor(80)}`, [flat, judged()], 'manager');
    const form = screen.getByLabelText('Your words');
    for (const words of [
      /^Bed and breakfast, from/u,
      '3 Stryd Fawr',
      /^Lowri Haf judged this on/u,
      'Damp in both rooms',
      /^I like it here/u,
      'Move by May',
    ]) {
      const [shown] = screen.getAllByText(words);
      expect((shown as Element).compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
    expect(screen.queryByText(/^No plan is written/u)).toBeNull();
    await user.click(screen.getByLabelText('Yes'));
    await user.type(form, 'Agreed');
    await save();
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'suitability.decide', body: {agreed: true, words: 'Agreed'}}]));
  });

  test('with no plan, as after an import, says so and asks what has to be done', async () => {
    const {user, device, save} = await open(`decide?of=${idFor(80)}`, [flat, judged({plan: null, because: null, checks: []})], 'manager');
    expect(screen.getByText('No plan is written. Say what has to be done.')).toBeTruthy();
    await user.type(screen.getByLabelText('Your words'), 'Find a room by Friday');
    await save();
    await waitFor(() => expect(device.saved).toMatchObject([{body: {agreed: false, words: 'Find a room by Friday'}}]));
    cleanup();
    await open(`decide?of=${idFor(80)}`, [flat, judged({plan: null})], 'manager', 'cy');
    expect(screen.getByText(/^Barnodd Lowri Haf hyn ar/u)).toBeTruthy();
    expect(screen.getByText(/^Does dim cynllun wedi’i ysgrifennu/u)).toBeTruthy();
  });
});
