/** The profile on the screen: everything said or said to be missing, changed by those who may, checked before it is kept. */
import {act, cleanup, screen, waitFor, within} from '@testing-library/react';
import type {UserEvent} from '@testing-library/user-event';
import {describe, expect, test} from 'vitest';
import type {Role} from '#domain/access/roles.ts';
import {PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {evaluationConsentId} from '#domain/income-scheme/taking-part.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {identityDocumentId} from '#domain/young-person/papers-commands.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  careRecord,
  COLLEAGUE,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {EntryPage} from './entry-page.tsx';
import {FORMS} from './forms.ts';
import {ProfilePage} from './profile-page.tsx';

const FFION = idFor(1);
const people = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Elin', 'Sioned'),
  summaryRecord(FFION, {knownAs: 'Ffion', category: 'C1', bornOn: date('2009-06-04')}),
  youngPersonRecord(FFION, FFION, {
    ethnicity: 'Cymreig',
    birthDates: [{date: date('2009-06-04'), status: 'stated', heldFrom: date('2020-01-01')}],
  }),
];
const alert = recordOf('alert', idFor(31), FFION, {
  code: 'dog',
  text: 'Ring first.',
  startOn: date('2025-01-01'),
  reviewOn: date('2025-06-01'),
  endOn: null,
  enteredBy: SELF,
});
const period = careRecord(idFor(32), FFION, {startOn: date('2015-01-01')});
const enrolment = recordOf('income-enrolment', idFor(42), FFION, {
  offeredOn: null,
  adviceOn: null,
  decision: 'joined',
  joinedOn: null,
  firstPaymentMonth: '2023-01',
  finalPaymentMonth: '2024-12',
  paymentsMade: 24,
  frequency: null,
  grossMonthPence: null,
  netMonthPence: null,
  accountSetUp: null,
  pauseNote: null,
  closingReason: null,
});
const evaluated = (withdrawnOn: string | null = null) =>
  recordOf('evaluation-consent', evaluationConsentId(FFION, PILOT_ID), FFION, {
    scheme: PILOT_ID,
    givenOn: date('2026-01-01'),
    givenHow: 'own_device',
    withdrawnOn: withdrawnOn === null ? null : date(withdrawnOn),
    withdrawnHow: withdrawnOn === null ? null : 'phone',
  });
const OWN_CHILD = recordOf('own-child', idFor(39), FFION, {name: 'Mali', bornOrDueOn: date('2025-03-01'), socialWorker: null, note: null});
const ONE_OF_EACH: Readonly<Record<string, DomainRecord>> = Object.fromEntries(
  [
    alert,
    period,
    OWN_CHILD,
    recordOf('important-person', idFor(33), FFION, {
      name: 'Gwen',
      relation: 'grandparent',
      relationWords: 'Nain',
      organisation: null,
      phone: '01632 960001',
      email: null,
      mayContact: true,
      notes: null,
      startOn: null,
      endOn: null,
    }),
    recordOf('category-override', idFor(41), FFION, {category: 'C6a', since: date('2026-01-01'), reason: 'Agreed', endedOn: null}),
    recordOf('consent', idFor(34), FFION, {purpose: 'Photo', givenOn: date('2026-01-01'), withdrawnOn: null}),
    evaluated(),
    recordOf('advocacy-offer', idFor(35), FFION, {offeredOn: date('2026-01-01'), offeredBy: SELF, response: 'later'}),
    recordOf('detention', idFor(36), FFION, {
      place: 'Carchar',
      convicted: false,
      startOn: date('2026-01-01'),
      expectedReleaseOn: null,
      releasedOn: null,
    }),
    recordOf('access-request', idFor(37), FFION, {
      askedOn: date('2026-01-01'),
      words: null,
      extendedOn: null,
      extendedBecause: null,
      answeredOn: null,
    }),
    recordOf('complaint', idFor(38), FFION, {
      raisedOn: date('2026-01-01'),
      raisedBy: FFION,
      words: {text: 'Nobody came.', lang: 'en'},
      stage: 'local',
      dueOn: null,
      outcome: null,
      advocateOffered: false,
    }),
  ].map(record => [record.kind, record]),
);
/** Where the address names something else than a record. */
const NAMED: Readonly<Record<string, string>> = {document: 'passport', 'evaluation-give': PILOT_ID, 'evaluation-end': PILOT_ID};
const deviceWith = (records: readonly DomainRecord[] = [], role: Role = 'adviser') =>
  new FakeDevice({records: [...people, ...records], role});
const page = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<ProfilePage />, {device, language, at: `/people/${FFION}/profile`, path: '/people/:person/profile'});
const form = (device: FakeDevice, name: string, of = '', language: 'cy' | 'en' = 'en') =>
  renderScreen(<EntryPage />, {
    device,
    language,
    at: `/people/${FFION}/profile/${name}${of === '' ? '' : `?of=${of}`}`,
    path: '/people/:person/profile/:form',
  });
const save = (user: UserEvent) => user.click(screen.getByRole('button', {name: 'Save'}));
const saved = (device: FakeDevice) => waitFor(() => expect(device.saved.length).toBeGreaterThan(0));

async function typeDate(user: UserEvent, group: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  const boxes = within(screen.getByRole('group', {name: group}));
  for (const [label, text] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const) {
    await user.clear(boxes.getByLabelText(label));
    await user.type(boxes.getByLabelText(label), text);
  }
}

describe('the whole profile', () => {
  test('says what is not recorded, and leads to each form and each history', async () => {
    await page(deviceWith([alert, period]));
    expect(screen.getByText('Cymreig')).toBeTruthy();
    expect(screen.getAllByText('Not recorded').length).toBeGreaterThan(10);
    expect(screen.getByText('Was to be looked at again by 1 June 2025, still to do')).toBeTruthy();
    expect(screen.getByText('Cardiff')).toBeTruthy();
    expect(screen.getByRole('link', {name: 'Change: Names'}).getAttribute('href')).toBe(`/people/${FFION}/profile/names`);
    expect(screen.getByRole('link', {name: 'Change: Passport'}).getAttribute('href')).toBe(`/people/${FFION}/profile/document?of=passport`);
    expect(screen.getByRole('link', {name: 'End: Dog at the home'}).getAttribute('href')).toBe(
      `/people/${FFION}/profile/alert-end?of=${alert.id}`,
    );
    expect(screen.getByRole('link', {name: 'History: Dog at the home'}).getAttribute('href')).toBe(`/history/${alert.id}`);
    for (const link of screen.getAllByRole('link')) {
      const name = /profile\/([\w-]+)/u.exec(link.getAttribute('href') ?? '')?.[1];
      expect([name, name === undefined || Object.hasOwn(FORMS, name)]).toEqual([name, true]);
    }
    // An adviser does not correct a date of birth.
    expect(screen.queryByRole('link', {name: 'Change: Date of birth'})).toBeNull();
    cleanup();
    await page(deviceWith([], 'manager'), 'cy');
    expect(screen.getByRole('link', {name: 'Newid: Dyddiad geni'})).toBeTruthy();
  });

  test('a form that is none, of somebody else’s record or not theirs says the same', async () => {
    const other = recordOf('alert', idFor(40), idFor(2), {...(alert.data as object), text: 'Secret'} as never);
    for (const [name, of] of [
      ['constructor', ''],
      ['alert', other.id],
      ['alert', idFor(99)],
      ['document', 'diary'],
      ['evaluation-give', PILOT_ID],
      ['evaluation-end', PILOT_ID],
      ['birth-date', ''],
    ] as const) {
      await form(deviceWith([other]), name, of);
      expect(screen.getByText('There is nothing to change here, or it is not yours to change.')).toBeTruthy();
      cleanup();
    }
  });

  test.each(['cy', 'en'] as const)('one of each record is shown (%s)', async language => {
    await page(deviceWith([...Object.values(ONE_OF_EACH), enrolment], 'manager'), language);
    expect(screen.getByText('Nobody came.')).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(Object.keys(ONE_OF_EACH).length);
  });

  test.each(Object.keys(FORMS).flatMap(name => [[name, 'cy'] as const, [name, 'en'] as const]))(
    'the form %s opens (%s), and asks for what it needs',
    async (name, language) => {
      const {changes, fields} = must(FORMS[name], 'a form');
      const device = deviceWith([...Object.values(ONE_OF_EACH), enrolment], 'manager');
      const {user} = await form(device, name, NAMED[name] ?? ONE_OF_EACH[changes ?? '']?.id ?? '', language);
      expect(screen.getAllByRole('heading', {level: 1})).toHaveLength(1);
      await user.click(screen.getByRole('button', {name: language === 'en' ? 'Save' : 'Cadw'}));
      // Whatever has only a date, which is today’s, can be saved as it is.
      const isReady = name !== 'new-child' && fields.every(({needed, as}) => needed !== true || as === 'date') && changes === undefined;
      expect(device.saved.length > 0).toBe(isReady);
    },
  );
});

describe('names and facts', () => {
  test('only what was changed is sent, with what was seen of it', async () => {
    const device = deviceWith();
    const {user, address} = await form(device, 'names');
    await user.type(screen.getByLabelText('Known as'), 'Ffi');
    await user.clear(screen.getByLabelText('Surname'));
    await save(user);
    expect(await screen.findByRole('link', {name: 'Answer this: Surname'})).toBeTruthy();
    await user.type(screen.getByLabelText('Surname'), 'Fiddlewood-Haf');
    await save(user);
    await saved(device);
    expect(device.saved).toEqual([
      {
        kind: 'profile.change',
        record: FFION,
        person: FFION,
        body: {surname: 'Fiddlewood-Haf', knownAs: 'Ffi'},
        bases: {surname: [idFor(500)], knownAs: [idFor(500)]},
        seen: {scope: idFor(600), state: idFor(500)},
      },
    ]);
    await waitFor(() => expect(address()).toBe(`/people/${FFION}/profile`));
  });

  test('a draft is there again, and a form in which nothing was changed sends nothing', async () => {
    const device = deviceWith();
    const {user} = await form(device, 'about');
    await save(user);
    expect(await screen.findByText('Nothing has been changed yet')).toBeTruthy();
    await user.type(screen.getByLabelText('Nationality'), 'Cymro');
    cleanup();
    const again = await form(device, 'about', '', 'cy');
    expect(screen.getByLabelText<HTMLInputElement>('Cenedligrwydd').value).toBe('Cymro');
    await again.user.click(screen.getByRole('button', {name: 'Canslo'}));
    await again.user.click(screen.getByRole('button', {name: 'Ie, dileu’r drafft'}));
    await waitFor(() => expect(device.kept.size).toBe(0));
    expect(device.saved).toEqual([]);
  });

  test('a language choice can be recorded and taken back', async () => {
    const device = deviceWith();
    const {user} = await form(device, 'language');
    await user.click(within(screen.getByRole('group', {name: 'Language to speak'})).getByRole('radio', {name: 'Welsh'}));
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({kind: 'profile.change', body: {speak: 'cy'}});
  });
});

describe('a date of birth', () => {
  test('a manager sees what it moves before saving, and what is wrong at its field', async () => {
    const device = deviceWith([period], 'manager');
    const {user} = await form(device, 'birth-date');
    await user.click(screen.getByRole('radio', {name: 'Age assessed'}));
    await typeDate(user, 'Date of birth', ['4', '6', '2099']);
    await save(user);
    expect(await screen.findByRole('link', {name: 'The date of birth must be today or in the past'})).toBeTruthy();
    expect(screen.queryByText('What this changes')).toBeNull();
    await typeDate(user, 'Date of birth', ['4', '6', '2013']);
    const box = within(must(screen.getByText('What this changes').parentElement, 'the preview'));
    expect(box.getByText(/What was measured until now stays as it was/u)).toBeTruthy();
    expect(box.getByText('Turns 18: 4 June 2031')).toBeTruthy();
    expect(box.getByText(/Then: Under 16/u)).toBeTruthy();
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({kind: 'birth-date.correct', body: {date: '2013-06-04', status: 'assessed'}});
    cleanup();
    await page(device);
    expect(screen.getByText('4 June 2013')).toBeTruthy();
    expect(screen.getByText('4 June 2009. On record from 1 January 2020.')).toBeTruthy();
  });
});

describe('alerts', () => {
  test('a new one is written for staff or for both, with a date to look at it again', async () => {
    const device = deviceWith();
    const {user} = await form(device, 'new-alert');
    await user.selectOptions(screen.getByLabelText('Kind of alert'), 'health');
    await user.type(screen.getByLabelText('What to know'), 'Carries an inhaler.');
    await user.click(screen.getByRole('radio', {name: 'Staff only'}));
    await typeDate(user, 'Look at it again by', ['1', '1', '2020']);
    await save(user);
    expect(await screen.findByRole('link', {name: 'This date must be today or later'})).toBeTruthy();
    await typeDate(user, 'Look at it again by', ['31', '2', '2020']);
    await save(user);
    expect(await screen.findByRole('link', {name: 'Enter a real date, for example 27 3 2026'})).toBeTruthy();
    expect(device.saved).toEqual([]);
  });

  test('its review is put off, and it is ended', async () => {
    const device = deviceWith([alert]);
    const {user} = await form(device, 'alert', alert.id);
    await user.type(screen.getByLabelText('What to know'), ' Twice.');
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({kind: 'alert.change', body: {text: 'Ring first. Twice.'}, bases: {text: [idFor(500)]}});
    cleanup();
    const end = await form(device, 'alert-end', alert.id);
    await typeDate(end.user, 'Last day', ['1', '1', '2024']);
    await save(end.user);
    expect(await screen.findByRole('link', {name: 'This date must be the same as or after the first'})).toBeTruthy();
    await typeDate(end.user, 'Last day', ['1', '2', '2026']);
    await save(end.user);
    await waitFor(() => expect(device.saved[1]).toMatchObject({kind: 'alert.end', body: {endOn: '2026-02-01'}}));
  });
});

describe('time looked after', () => {
  test('an end says what becomes of the category, and why is asked', async () => {
    const device = deviceWith([period]);
    const {user, address} = await form(device, 'period', period.id);
    expect(screen.queryByLabelText('Why it ended')).toBeNull();
    await typeDate(user, 'Last day looked after', ['1', '10', '2014']);
    await save(user);
    expect(await screen.findByRole('link', {name: 'This date must be the same as or after the first'})).toBeTruthy();
    await typeDate(user, 'Last day looked after', ['1', '10', '2026']);
    await user.selectOptions(screen.getByLabelText('Why it ended'), 'independent_with_support');
    expect(screen.getByText(/Then: Category 2/u)).toBeTruthy();
    await save(user);
    await waitFor(() => expect(address()).toBe(`/people/${FFION}/profile`));
    expect(device.saved).toMatchObject([
      {kind: 'looked-after-period.correct', body: {endOn: '2026-10-01'}},
      {kind: 'looked-after-period.change', body: {reasonCeased: 'independent_with_support'}, bases: {reasonCeased: [idFor(500)]}},
    ]);
    cleanup();
    await page(device);
    expect(screen.getByText('Category 2: 16 or 17, has left care')).toBeTruthy();
  });

  test('another that takes the same days is told so', async () => {
    const device = deviceWith([period]);
    const {user} = await form(device, 'new-period');
    await typeDate(user, 'First day looked after', ['1', '2', '2016']);
    await user.selectOptions(screen.getByLabelText('Authority'), 'other');
    await user.type(screen.getByLabelText('Name of the authority'), 'Shropshire');
    await save(user);
    expect(await screen.findByRole('link', {name: 'Another period has some of these days'})).toBeTruthy();
    await typeDate(user, 'First day looked after', ['1', '2', '2012']);
    await typeDate(user, 'Last day looked after', ['1', '2', '2013']);
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({kind: 'looked-after-period.add', body: {authority: 'Shropshire', endOn: '2013-02-01'}});
  });
});

describe('people, papers and rights', () => {
  test('a professional is put down with staff, and later has a last day', async () => {
    const device = deviceWith();
    const {user} = await form(device, 'new-professional');
    await user.type(screen.getByLabelText('Name'), 'Mair Ffug');
    await user.selectOptions(screen.getByLabelText('Role'), 'solicitor');
    await user.click(screen.getByRole('radio', {name: 'Yes, we may contact them'}));
    await user.click(screen.getByRole('radio', {name: 'Staff only'}));
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({
      kind: 'important-person.add',
      body: {name: 'Mair Ffug', relation: 'solicitor', mayContact: true, to: 'staff'},
    });
    cleanup();
    await page(device);
    const card = within(must(screen.getByRole('heading', {name: 'Mair Ffug'}).closest('article'), 'a card'));
    expect(card.getByText('Saved on this device, not sent yet')).toBeTruthy();
    expect(card.getByText('Staff only')).toBeTruthy();
    expect(card.getByRole('link', {name: 'End: Mair Ffug'})).toBeTruthy();
  });

  test('who sees somebody is corrected in the same form', async () => {
    const nain = must(ONE_OF_EACH['important-person'], 'somebody');
    const device = deviceWith([{...nain, scope: idFor(602)}]);
    const {user} = await form(device, 'person', nain.id);
    expect(screen.getByRole<HTMLInputElement>('radio', {name: 'Staff only'}).checked).toBe(true);
    await user.click(screen.getByRole('radio', {name: 'Staff and the young person'}));
    await user.type(screen.getByLabelText('Notes'), 'Not after nine.');
    await save(user);
    await saved(device);
    expect(device.saved).toMatchObject([
      {kind: 'important-person.change', body: {notes: 'Not after nine.'}},
      {kind: 'important-person.move', body: {to: 'shared'}},
    ]);
  });

  test('a document has one record on every device', async () => {
    const device = deviceWith();
    const {user} = await form(device, 'document', 'passport');
    expect(screen.getByRole('heading', {level: 1, name: /Passport/u})).toBeTruthy();
    await user.click(screen.getByRole('radio', {name: 'Yes, they have it'}));
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({
      kind: 'identity-document.note',
      record: identityDocumentId(FFION, 'passport'),
      body: {held: true},
    });
    cleanup();
    await page(device);
    expect(screen.getByText(/They have it, noted/u)).toBeTruthy();
  });

  test('a complaint is written in their words and its language, and closed with what came of it', async () => {
    const device = deviceWith();
    const {user} = await form(device, 'new-complaint');
    await user.type(screen.getByLabelText('The complaint, in their words'), 'Ddaeth neb.');
    await user.click(screen.getByRole('radio', {name: 'Welsh'}));
    await user.click(screen.getByRole('radio', {name: 'No, not yet'}));
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({
      kind: 'complaint.record',
      body: {words: {text: 'Ddaeth neb.', lang: 'cy'}, advocateOffered: false},
    });
    const made = must(device.saved[0], 'one').record;
    cleanup();
    const next = await form(device, 'complaint', made);
    await next.user.click(screen.getByRole('radio', {name: 'Closed'}));
    await next.user.type(screen.getByLabelText('What came of it'), 'An apology.');
    await save(next.user);
    await waitFor(() => expect(device.saved[1]).toMatchObject({kind: 'complaint.move', body: {stage: 'closed', outcome: 'An apology.'}}));
  });

  test('taking part in an evaluation: what they were told first, how they said it, given again and taken back', async () => {
    const device = deviceWith([enrolment, evaluated('2026-02-01')]);
    await page(device);
    const card = within(
      screen.getByRole('heading', {name: 'Basic Income for Care Leavers in Wales pilot'}).closest('article') as HTMLElement,
    );
    expect(card.getByText('How they took it back').nextElementSibling?.textContent).toBe('By phone');
    expect(card.getByRole('link', {name: 'Add: Evaluation of an income scheme'})).toBeTruthy();
    cleanup();
    const {user} = await form(device, 'evaluation-give', PILOT_ID);
    expect(screen.getByText(/No payment, check-in or help depends on it/u)).toBeTruthy();
    expect(screen.queryByRole('radio', {name: 'Through the app'})).toBeNull();
    await user.click(screen.getByRole('radio', {name: 'Face to face'}));
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({
      kind: 'evaluation-consent.give',
      record: evaluationConsentId(FFION, PILOT_ID),
      body: {scheme: PILOT_ID, givenHow: 'in_person'},
    });
    cleanup();
    const end = await form(deviceWith([enrolment, evaluated()]), 'evaluation-end', PILOT_ID);
    await end.user.click(screen.getByRole('radio', {name: 'In writing'}));
    await save(end.user);
    cleanup();
    await page(deviceWith([enrolment, evaluated()]));
    expect(screen.getByRole('link', {name: 'Withdraw: Evaluation of an income scheme'})).toBeTruthy();
  });

  test('what came in meanwhile was not seen', async () => {
    const consent = recordOf('consent', idFor(34), FFION, {purpose: 'Photo', givenOn: date('2026-01-01'), withdrawnOn: null});
    const device = deviceWith([consent]);
    const {user} = await form(device, 'consent-end', consent.id);
    await typeDate(user, 'Withdrawn on', ['2', '1', '2026']);
    act(() => device.put({...consent, data: {...(consent.data as object), withdrawnOn: '2026-01-02'} as never}));
    await save(user);
    expect(await screen.findByText('This has changed since you opened it. Look at it again.')).toBeTruthy();
  });
});

describe('what a manager decides', () => {
  test('a death is recorded and taken back; an adviser has no way in', async () => {
    const device = deviceWith([], 'manager');
    const {user} = await form(device, 'death');
    await typeDate(user, 'Date of death', ['1', '11', '2026']);
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({kind: 'death.record', person: FFION, body: {diedOn: '2026-11-01'}});
    cleanup();
    const adviser = deviceWith();
    await page(adviser);
    expect(screen.queryByRole('link', {name: 'Change: Death'})).toBeNull();
    expect(screen.queryByRole('link', {name: 'Add: Category decided by a manager'})).toBeNull();
    expect(screen.getByRole('link', {name: 'Change: Back to education or training'})).toBeTruthy();
  });

  test('a category that is decided says since when and why, and a second one is refused until the first has ended', async () => {
    const device = deviceWith([must(ONE_OF_EACH['category-override'], 'a decision')], 'manager');
    const {user} = await form(device, 'new-category');
    await user.selectOptions(screen.getByLabelText('Category'), 'C3');
    await user.type(screen.getByLabelText('Why'), 'Agreed with the legal team');
    await save(user);
    expect(await screen.findAllByText('There is a decision already. End it first.')).not.toEqual([]);
    expect(device.saved).toEqual([]);
  });
});

describe('what changes while a form is open', () => {
  const gwen = must(ONE_OF_EACH['important-person'], 'somebody');
  const inStaff = {...gwen, scope: idFor(602)};

  test('a note for staff is not saved where the young person reads it by now: it is said first, and what was typed is kept', async () => {
    const device = deviceWith([inStaff]);
    const {user} = await form(device, 'person', gwen.id);
    await user.type(screen.getByLabelText('Notes'), 'Not to be told of the move');
    act(() => device.put(gwen));
    await save(user);
    expect(await screen.findByText(/Somebody changed this while you had it open/u)).toBeTruthy();
    expect(device.saved).toEqual([]);
    expect((screen.getByLabelText('Notes') as HTMLTextAreaElement).value).toBe('Not to be told of the move');
    expect((screen.getByRole('radio', {name: 'Staff and the young person'}) as HTMLInputElement).checked).toBe(true);
    await save(user);
    await saved(device);
    expect(device.saved[0]).toMatchObject({kind: 'important-person.change', seen: {scope: idFor(600)}});
  });

  test('a day that somebody corrected meanwhile is in view before anything is sent, and is not turned back', async () => {
    const device = deviceWith([period]);
    const {user} = await form(device, 'period', period.id);
    await typeDate(user, 'Last day looked after', ['1', '5', '2026']);
    act(() =>
      device.put({
        ...period,
        data: {...(period.data as object), startOn: date('2017-03-03')},
        heads: {state: [{ops: [idFor(503)], value: 'x', author: SELF, device: null, at: '2026-11-22T10:00:00.000Z'}]},
      }),
    );
    await save(user);
    expect(device.saved).toEqual([]);
    const first = within(screen.getByRole('group', {name: 'First day looked after'}));
    await waitFor(() => expect((first.getByLabelText('Year') as HTMLInputElement).value).toBe('2017'));
    await save(user);
    await saved(device);
    expect(JSON.stringify(device.saved)).not.toContain('2015-01-01');
  });
});
