/** The Basic Income pilot as an old system had it: every month of it follows from the dates, and nobody is asked about it any more. */
import {beforeAll, describe, expect, test} from 'vitest';
import {checkInsOf, checkInTimetable} from '#domain/income-scheme/check-ins.ts';
import {instalments, paymentMonths} from '#domain/income-scheme/payment-months.ts';
import {schemeEligibility} from '#domain/income-scheme/scheme-eligibility.ts';
import {BASIC_INCOME_PILOT} from '#domain/income-scheme/scheme.ts';
import {recordsOf} from '#domain/deadline/facts.ts';
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import {importExtract} from '#server/import-export/import-extract.ts';
import {EXTRACT} from '../support/running-server.ts';

const CODE = 'W06000011';
const today = date('2026-11-21');
const storage = new MemoryStorage();
let files: readonly (readonly DomainRecord[])[] = [];

describe('the extract', () => {
  beforeAll(async () => {
    await storage.mintEpoch('00000000-0000-7000-8000-000000000001');
    await importExtract(
      {storage, accounts: {holdersIn: async () => []}, clock: () => Date.parse('2026-11-21T09:00:00.000Z')},
      {folder: EXTRACT, authority: {code: CODE, cy: 'Abertawe', en: 'Swansea', sample: false}, today},
    );
    files = await storage.snapshot(CODE, async store => Promise.all((await store.people()).map(person => store.recordsOf(person))));
  }, 120_000);

  test('eighteen enrolments, and all of them for whom the pilot was', () => {
    const joined = files.filter(file => recordsOf(file, 'income-enrolment').length > 0);
    expect(joined).toHaveLength(18);
    const answers = joined.map(file => schemeEligibility(BASIC_INCOME_PILOT, file, today).answer);
    expect(answers.filter(answer => answer !== 'yes')).toEqual([]);
  });

  test('first and last months and the number of transfers are those that the dates give', () => {
    const compared = files.flatMap(file =>
      recordsOf(file, 'income-enrolment').map(({data}) => {
        const {birthday} = schemeEligibility(BASIC_INCOME_PILOT, file, today);
        const months = must(paymentMonths(BASIC_INCOME_PILOT, must(birthday, 'born'), must(data.joinedOn, 'joined')), 'paid');
        const left = data.decision === 'left_early';
        return {
          said: [data.firstPaymentMonth, left ? null : data.finalPaymentMonth, left ? null : data.paymentsMade],
          computed: [months.first, left ? null : months.last, left ? null : instalments(months.paid.length, data.frequency)],
        };
      }),
    );
    expect(compared).toHaveLength(18);
    expect(compared.map(({said}) => said)).toEqual(compared.map(({computed}) => computed));
  });

  test('all 157 check-ins belong to an enrolment; none is due in November 2026', () => {
    const all = files.flatMap(file => recordsOf(file, 'income-check-in'));
    const found = files.flatMap(file =>
      recordsOf(file, 'income-enrolment').flatMap(one => checkInsOf(one, recordsOf(file, 'income-check-in'))),
    );
    expect([all.length, found.length]).toEqual([157, 157]);
    const states = files.flatMap(file =>
      recordsOf(file, 'income-enrolment').flatMap(one =>
        checkInTimetable(BASIC_INCOME_PILOT, one, checkInsOf(one, recordsOf(file, 'income-check-in')), today).map(({state}) => state),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['held', 'not_held']));
    expect(files.flatMap(file => deadlinesOf(file, [], today)).filter(({what}) => what === 'check_in')).toEqual([]);
  });
});
