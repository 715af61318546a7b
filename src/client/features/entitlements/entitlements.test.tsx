/** Rights now and next, for both readers; and who lives in the home, which two can say apart. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {describe, expect, test} from 'vitest';
import {entitlementsOf} from '#domain/entitlements/entitlements.ts';
import {householdId} from '#domain/entitlements/household.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {addDays, addMonths, birthday, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord, Head} from '#domain/shared/record.ts';
import {formattersFor} from '#client/i18n/formatters.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  careRecord,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  stayRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {EntitlementsPage} from './entitlements-page.tsx';
import {OwnEntitlementsPage} from './own-entitlements-page.tsx';

const FFION = idFor(1);
const today = calendarDateInWales(Date.now());
const HOUSE = householdId(FFION);
const own = (years: number) => {
  const born = addMonths(today, -12 * years);
  return youngPersonRecord(FFION, FFION, {birthDates: [{date: born, status: 'verified', heldFrom: born}]});
};
const care = (years: number) => {
  const born = addMonths(today, -12 * years);
  return careRecord(idFor(32), FFION, {startOn: birthday(born, 10), endOn: years < 18 ? null : addDays(birthday(born, 18), -1)});
};
const head = (op: number, value: unknown): Head => ({ops: [idFor(op)], value, author: SELF, device: null, at: '2026-11-20T10:00:00.000Z'});
const household = (adults: number, op: number): DomainRecord => {
  const data: DataOf<'household'> = {
    careLeavers: 0,
    students: 0,
    severelyImpaired: 0,
    notCounted: 0,
    adults,
    payer: 'young_person',
    asOf: addDays(today, -5),
  };
  return recordOf(
    'household',
    HOUSE,
    FFION,
    data,
    Object.fromEntries(Object.entries(data).map(([field, value]) => [field, [head(op, value)]])),
  );
};

async function staff(years: number, more: readonly DomainRecord[] = [], language: 'cy' | 'en' = 'en') {
  const device = new FakeDevice({
    records: [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion'}), own(years), care(years), ...more],
  });
  const path = '/people/:person/entitlements';
  return {...(await renderScreen(<EntitlementsPage />, {device, at: `/people/${FFION}/entitlements`, path, language})), device};
}
async function young(years: number, more: readonly DomainRecord[] = [], language: 'cy' | 'en' = 'en') {
  const kept = recordOf('entitlements', idFor(80), FFION, entitlementsOf([own(years), care(years)], [], today) as DataOf<'entitlements'>);
  const device = new FakeDevice({records: [own(years), kept, ...more], role: 'young_person', holder: FFION});
  return {...(await renderScreen(<OwnEntitlementsPage />, {device, at: '/my-rights', path: '/my-rights', language})), device};
}
/** The switch of languages names each in itself. */
const words = () => document.body.textContent?.replace('Change the language', '');
const groups = () => screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent);

describe('rights', () => {
  test.each([17, 20])('at %i: the same matters for both readers, with sources for staff alone', async years => {
    await staff(years);
    const shown = screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent);
    expect(screen.getAllByText(/R-62/u).length).toBeGreaterThan(0);
    cleanup();
    await young(years);
    expect(screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent)).toEqual(shown);
    expect(words()).not.toMatch(/R-\d/u);
    expect(words()).toContain('You have been in care, and that counts for council tax from');
  });

  test('in Welsh there is no English on either page', async () => {
    await young(20, [household(1, 600)], 'cy');
    expect(words()).not.toMatch(/\b(the|you|your|and|is)\b/iu);
    cleanup();
    await staff(20, [household(1, 600)], 'cy');
    expect(words()).not.toMatch(/\b(the|they|you|their|and|is)\b/iu);
  });

  test('at 26 council tax has ended: nobody is asked who lives there, and there is no letter', async () => {
    await young(26);
    expect(groups()).toContain('Ended');
    // Of the right, and of council tax itself.
    expect(screen.getAllByText(/^You had this until/u).length).toBe(2);
    expect(screen.queryByLabelText('All other adults')).toBeNull();
    expect(screen.queryByRole('link', {name: /letter/iu})).toBeNull();
    cleanup();
    await staff(26);
    expect(screen.queryByLabelText('All other adults')).toBeNull();
  });

  test('R-08 what has ended says until when it was, and gives no reason that has passed', async () => {
    const ends = formattersFor('en').longDate(addDays(birthday(addMonths(today, -12 * 22), 21), -1));
    await young(22);
    expect(screen.getByText(`You had this until ${ends}.`)).toBeTruthy();
    expect(words()).not.toMatch(/You have a plan|are under 21/u);
    cleanup();
    await staff(22);
    expect(screen.getByText(`Ended on ${ends}`)).toBeTruthy();
    expect(words()).not.toMatch(/A pathway plan, reviewed|category 3, under 21/u);
  });

  test('R-64 somebody of category 2 is told of money to live on, and not of help with its costs', async () => {
    const items = [
      {what: 'maintenance', state: 'now', why: 'category_2', from: null, until: addDays(today, 200), rules: ['R-64']},
    ] satisfies DataOf<'entitlements'>['items'];
    const device = new FakeDevice({
      records: [own(17), recordOf('entitlements', idFor(80), FFION, {items, councilTax: null})],
      role: 'young_person',
      holder: FFION,
    });
    await renderScreen(<OwnEntitlementsPage />, {device, at: '/my-rights', path: '/my-rights'});
    expect(screen.getByText(/^The council must give you money to live on until you are 18\./u)).toBeTruthy();
    expect(words()).not.toMatch(/near work/u);
  });

  test('R-62 in custody nobody is asked who lives there, and what was said of it tells no council tax', async () => {
    const prison = stayRecord(idFor(51), FFION, {type: 'custody', startOn: addDays(today, -30)});
    await young(20, [prison, household(1, 600)]);
    expect(screen.getByText('While you are away this app cannot tell what the council tax is. Ask your adviser.')).toBeTruthy();
    expect(screen.queryByText(/a quarter less|Who else lives here/u)).toBeNull();
    expect(screen.queryByText('Say who lives here')).toBeNull();
    cleanup();
    await staff(20, [prison], 'cy');
    expect(screen.getByText(/^Maen nhw yn y ddalfa\./u)).toBeTruthy();
    expect(screen.queryByText('Dweud pwy sy’n byw yma')).toBeNull();
  });

  test('with nothing kept yet the phone says that nothing is here', async () => {
    const device = new FakeDevice({records: [own(20)], role: 'young_person', holder: FFION});
    await renderScreen(<OwnEntitlementsPage />, {device, at: '/my-rights', path: '/my-rights'});
    expect(screen.queryByRole('heading', {level: 3})).toBeNull();
  });
});

describe('who lives in the home', () => {
  test('the young person says it, and what it comes to is told at once', async () => {
    const {user, device} = await young(20);
    await user.click(screen.getByText('Say who lives here'));
    await user.type(screen.getByLabelText('All other adults'), '21');
    await user.click(screen.getByRole('button', {name: 'Save'}));
    expect(screen.getAllByText('Enter a number from 0 to 20').length).toBe(2);
    await user.clear(screen.getByLabelText('All other adults'));
    await user.type(screen.getByLabelText('All other adults'), '1');
    await user.click(screen.getByLabelText('I do'));
    await user.click(screen.getByRole('button', {name: 'Save'}));
    await waitFor(() => expect(screen.getByText('The council tax here is a quarter less than the usual amount.')).toBeTruthy());
    expect(device.saved).toMatchObject([{kind: 'household.say', record: HOUSE, body: {adults: 1, students: 0, payer: 'young_person'}}]);
  });

  test('what came in while the form was open is not written over: both are kept', async () => {
    const {user, device} = await young(20, [household(0, 600)]);
    await user.click(screen.getByText('Say who lives here'));
    await user.clear(screen.getByLabelText('All other adults'));
    await user.type(screen.getByLabelText('All other adults'), '1');
    device.put(household(2, 601));
    await user.click(screen.getByRole('button', {name: 'Save'}));
    await waitFor(() => expect(device.saved).toMatchObject([{body: {adults: 1}, bases: {adults: [idFor(600)]}}]));
    const phase = device.phase();
    const heads = phase.kind === 'open' ? phase.vault.memory.records(FFION, 'household')[0]?.heads['adults'] : [];
    expect(heads?.map(({value}) => value)).toEqual([2, 1]);
  });

  test('of a home before the move nothing is said about the one of now', async () => {
    const moved = (days: number) => stayRecord(idFor(50), FFION, {startOn: addDays(today, -days)});
    const effect = 'The council tax here is a quarter less than the usual amount.';
    await young(20, [household(1, 600), moved(30)]);
    expect(screen.getByText(effect)).toBeTruthy();
    cleanup();
    await young(20, [household(1, 600), moved(2)]);
    expect(screen.queryByText(effect)).toBeNull();
  });
});
