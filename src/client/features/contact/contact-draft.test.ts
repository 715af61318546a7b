import {describe, expect, test} from 'vitest';
import {contactSchema} from '#domain/contact/contact.ts';
import {COMMANDS} from '#domain/commands.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {
  asksSeenAlone,
  commandsOf,
  draftOfContact,
  emptyDraft,
  faultsOf,
  newAction,
  NO_MORE,
  outcomesOf,
  quickDay,
  readDraft,
  WAYS,
  type ContactDraft,
} from './contact-draft.ts';

const TODAY = date('2026-11-22');
const PERSON = '00000000-0000-7000-8000-000000000001';
const HOLDER = '00000000-0000-7000-8000-000000000900';
let next = 0;
const newId = () => `00000000-0000-7000-8000-${String(++next).padStart(12, '0')}`;
const maker = {holder: HOLDER, today: TODAY, youngPersonName: 'Ffion', newId};

const visit: ContactDraft = {
  ...emptyDraft(PERSON, TODAY, 'cy'),
  way: 'visit',
  where: 'home',
  outcome: 'seen',
  seenAlone: true,
  text: 'Cawson ni baned.',
};
const fields = (draft: ContactDraft) => faultsOf(draft, TODAY).map(({field}) => field);

describe('faults', () => {
  test('an empty draft lacks who and how; a visit also lacks where', () => {
    expect(fields(emptyDraft(null, TODAY, 'en'))).toEqual(['who', 'how']);
    expect(fields({...visit, where: null})).toEqual(['where']);
  });

  test('a whole visit has none', () => {
    expect(fields(visit)).toEqual([]);
  });

  test.each([
    ['no date', {date: {day: '', month: '', year: ''}}, 'date'],
    ['an unreal date', {date: {day: '31', month: '2', year: '2026'}}, 'date'],
    ['tomorrow', {date: {day: '23', month: '11', year: '2026'}}, 'date'],
    ['a time of 25:00', {time: {hour: '25', minute: ''}}, 'time'],
    ['no outcome', {outcome: null}, 'outcome'],
    ['an outcome of another way', {outcome: 'replied' as const}, 'outcome'],
    ['a next contact in the past', {next: {day: '1', month: '1', year: '2026'}}, 'next'],
  ])('%s', (_, change, field) => {
    expect(fields({...visit, ...change})).toEqual([field]);
  });

  test('an action needs words, and a name where somebody else does it', () => {
    const action = {...newAction('a'), owner: 'other' as const};
    expect(fields({...visit, actions: [action]})).toEqual(['a-what', 'a-owner-name']);
  });
});

describe('commands', () => {
  test('a visit at home counts as such and names its worker and language', () => {
    const [contact] = commandsOf(visit, maker);
    expect(contact).toMatchObject({
      kind: 'contact.record',
      person: PERSON,
      body: {
        on: TODAY,
        type: 'visit_at_accommodation',
        atAccommodation: true,
        seen: true,
        seenAlone: true,
        outcome: 'seen',
        worker: HOLDER,
        note: {text: 'Cawson ni baned.', lang: 'cy'},
        writtenUpOn: TODAY,
      },
    });
  });

  test('a visit elsewhere is not a visit at home', () => {
    expect(commandsOf({...visit, where: 'elsewhere'}, maker)[0]?.body).toMatchObject({type: 'visit_elsewhere', atAccommodation: false});
  });

  test('whether they were alone is kept only where somebody was seen', () => {
    const missed = {...visit, outcome: 'did_not_meet' as const};
    expect(asksSeenAlone(missed)).toBe(false);
    expect(commandsOf(missed, maker)[0]?.body).toMatchObject({seen: false, seenAlone: null});
  });

  test('actions follow their contact and say who: me, the young person, somebody by name', () => {
    const actions = [
      {...newAction('a'), what: 'Ffonio'},
      {...newAction('b'), what: 'Darllen', owner: 'young_person' as const},
      {...newAction('c'), what: 'Trwsio', owner: 'other' as const, ownerName: ' Y landlord '},
    ];
    const [contact, ...made] = commandsOf({...visit, actions}, maker);
    expect(made.map(({body}) => body)).toMatchObject([
      {fromContact: contact?.record, ownerStaff: HOLDER, owner: null},
      {ownerStaff: null, owner: 'Ffion'},
      {ownerStaff: null, owner: 'Y landlord'},
    ]);
  });

  test.each(WAYS)('every outcome of %s makes a body that the domain accepts', way => {
    for (const outcome of outcomesOf(way)) {
      const draft: ContactDraft = {
        ...visit,
        way,
        outcome,
        where: way === 'visit' ? 'home' : null,
        actions: [{...newAction('a'), what: 'x'}],
      };
      expect(fields(draft)).toEqual([]);
      const [contact, action] = commandsOf(draft, maker);
      expect(contactSchema.safeParse(contact?.body).success).toBe(true);
      expect(COMMANDS['plan-action.add'].body.safeParse(action?.body).success).toBe(true);
    }
  });
});

test('a draft comes back as it was; anything else is no draft', () => {
  expect(readDraft(JSON.parse(JSON.stringify(visit)))).toEqual(visit);
  expect([null, {}, {...visit, way: 'pigeon'}].map(readDraft)).toEqual([null, null, null]);
});

test('a draft begun yesterday keeps its day when it is finished today', () => {
  expect(quickDay(visit, TODAY)).toBe('today');
  expect(quickDay(visit, date('2026-11-23'))).toBe('yesterday');
  expect(quickDay(visit, date('2026-11-25'))).toBe('other');
});

describe('words that cannot be kept as they came', () => {
  test.each([
    ['a note beyond 64 KB, in letters of two bytes', {text: 'ŵ'.repeat(32_769)}, 'note'],
    ['an action beyond 64 KB', {actions: [{...newAction('a'), what: 'x'.repeat(65_537)}]}, 'a-what'],
    [
      'a name that is no name',
      {actions: [{...newAction('a'), what: 'Ffonio', owner: 'other' as const, ownerName: 'y'.repeat(1_001)}]},
      'a-owner-name',
    ],
  ])('%s is said at its field', (_, change, field) => {
    expect(fields({...visit, ...change})).toEqual([field]);
  });

  test('what a paste brings and nobody sees goes; every letter, emoji and mark of direction stays', () => {
    const text = 'Llŷn \u0000🙂\ud800 \u202eשלום 👩‍👩‍👧';
    expect(fields({...visit, text})).toEqual([]);
    const [contact] = commandsOf({...visit, text}, maker);
    expect(contact?.body).toMatchObject({note: {text: 'Llŷn 🙂 \u202eשלום 👩‍👩‍👧'}});
    expect(contactSchema.safeParse(contact?.body).success).toBe(true);
  });
});

test('a correction begins with what was recorded, and names it', () => {
  const recorded = {
    on: date('2026-11-18'),
    at: '14:05',
    worker: null,
    workerAsWritten: 'CP',
    type: 'visit_elsewhere' as const,
    atAccommodation: false,
    seen: true,
    seenAlone: true,
    outcome: 'seen' as const,
    markedAsVisit: true,
    note: {text: 'Yn y caffi.', lang: 'cy' as const},
    nextContactOn: date('2026-11-20'),
    writtenUpOn: null,
    amends: null,
  };
  const draft = draftOfContact('00000000-0000-7000-8000-000000000077', '00000000-0000-7000-8000-000000000001', recorded, 'en');
  expect(draft).toMatchObject({
    way: 'visit',
    where: 'elsewhere',
    outcome: 'seen',
    text: 'Yn y caffi.',
    lang: 'cy',
    time: {hour: '14', minute: '05'},
  });
  // A day that was agreed then may have passed by now: it is what was agreed.
  const corrected = {...draft, where: 'home' as const};
  expect(faultsOf(corrected, date('2026-11-26'))).toEqual([]);
  const [command] = commandsOf(corrected, {holder: 'h', today: date('2026-11-26'), youngPersonName: 'Cai', newId: () => 'new'});
  expect(command).toMatchObject({
    kind: 'contact.record',
    body: {amends: draft.amends, type: 'visit_at_accommodation', note: {text: 'Yn y caffi.'}},
  });
});

describe('more about a contact', () => {
  const more = {
    ...NO_MORE,
    direction: 'from_them' as const,
    purpose: ' Y fflat ',
    homeSeen: true,
    homeConfirmed: false,
    said: 'Dw i’n oer.',
    concerns: '   ',
  };
  const bodyOf = (draft: ContactDraft) => commandsOf(draft, maker)[0]?.body as Record<string, unknown>;

  test('is recorded in the language of the note; what was left empty is nothing', () => {
    expect(bodyOf({...visit, more})).toMatchObject({
      direction: 'from_them',
      purpose: 'Y fflat',
      homeSeen: true,
      homeConfirmed: false,
      activityConfirmed: null,
      saidByYoungPerson: {text: 'Dw i’n oer.', lang: 'cy'},
      concerns: null,
      wellbeing: null,
      service: null,
    });
    // The home is looked at where the visit is.
    expect(bodyOf({...visit, where: 'elsewhere', more})['homeSeen']).toBe(null);
    expect(contactSchema.safeParse(bodyOf({...visit, more})).success).toBe(true);
  });

  test('a correction begins with all that was recorded', () => {
    const recorded = contactSchema.parse(bodyOf({...visit, more}));
    const corrected = draftOfContact('00000000-0000-7000-8000-000000000040', PERSON, recorded, 'cy');
    expect({...bodyOf(corrected), amends: null}).toEqual({...bodyOf({...visit, more}), seenAlone: true});
  });

  test('a draft of before it was asked is still read, and a line that is too long is a fault where it stands', () => {
    const {more: _none, ...older} = {...visit, more: undefined};
    expect(readDraft(older)).not.toBe(null);
    expect(fields({...visit, more: {...NO_MORE, service: 'x'.repeat(1_001)}})).toEqual(['service']);
    expect(fields({...visit, more: {...NO_MORE, concerns: 'x'.repeat(70_000)}})).toEqual(['concerns']);
  });
});
