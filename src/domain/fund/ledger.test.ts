/** The ledger: what is committed and spent never passes what is there, no penny is lost, and entries told again give the same. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {LEDGER_KINDS} from './codes.ts';
import {FundFile, idOf} from './fund-file.test-support.ts';
import {
  budgetLineId,
  emptyLine,
  entered,
  financialYearOf,
  isDaysFund,
  lineFor,
  remaining,
  yearAfter,
  type BudgetLine,
  type LedgerEntry,
} from './ledger.ts';

const NAME = {financialYear: '2026-27', fundName: 'Cronfa Dydd Gŵyl Dewi', team: null, purpose: null};
const LINE = budgetLineId(idOf(104), NAME);
const RUNS = 2_000;

type Told = Pick<LedgerEntry, 'kind' | 'pence'>;
const anyEntry: fc.Arbitrary<Told> = fc.record({
  kind: fc.constantFrom(...LEDGER_KINDS),
  pence: fc.oneof(
    {weight: 8, arbitrary: fc.integer({min: 1, max: 5_000})},
    {weight: 1, arbitrary: fc.integer({min: -5_000, max: 0})},
    {weight: 1, arbitrary: fc.constantFrom(0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53)},
  ),
});
/** Money comes first, or nothing could be given. */
const history = fc.tuple(fc.integer({min: 0, max: 20_000}), fc.array(anyEntry, {maxLength: 60}));

function told(pence: number, entries: readonly Told[]): {readonly line: BudgetLine; readonly taken: readonly Told[]} {
  const all: readonly Told[] = [...(pence === 0 ? [] : [{kind: 'allocation', pence} as const]), ...entries];
  let line = emptyLine(LINE, NAME);
  const taken: Told[] = [];
  for (const entry of all) {
    const after = entered(line, entry);
    if (!after.ok) continue;
    line = after.value;
    taken.push(entry);
  }
  return {line, taken};
}
const sum = (entries: readonly Told[], ...kinds: readonly string[]) =>
  entries.reduce((total, {kind, pence}) => total + (kinds.includes(kind) ? pence : 0), 0);

describe('random histories', () => {
  test('never overdrawn, no sum below zero, whole pence only', () => {
    fc.assert(
      fc.property(history, ([pence, entries]) => {
        const {line} = told(pence, entries);
        expect(remaining(line)).toBeGreaterThanOrEqual(0);
        for (const each of [line.allocation, line.overspend, line.committed, line.spent, line.carriedIn, line.carriedOut]) {
          expect(Number.isSafeInteger(each)).toBe(true);
          expect(each).toBeGreaterThanOrEqual(0);
        }
      }),
      {numRuns: RUNS},
    );
  });
  test('each sum is what its entries add up to: no penny is lost or made', () => {
    fc.assert(
      fc.property(history, ([pence, entries]) => {
        const {line, taken} = told(pence, entries);
        expect(line).toMatchObject({
          allocation: sum(taken, 'allocation', 'carried_in') - sum(taken, 'carried_out'),
          overspend: sum(taken, 'overspend', 'imported_overspend'),
          committed: sum(taken, 'commit') - sum(taken, 'release'),
          spent: sum(taken, 'spend') - sum(taken, 'refund'),
        });
        expect(remaining(line)).toBe(
          sum(taken, 'allocation', 'carried_in', 'overspend', 'imported_overspend', 'release', 'refund') -
            sum(taken, 'carried_out', 'commit', 'spend'),
        );
      }),
      {numRuns: RUNS},
    );
  });
  test('told again, the entries that were taken give the same line, and none of them is refused', () => {
    fc.assert(
      fc.property(history, ([pence, entries]) => {
        const first = told(pence, entries);
        expect(told(0, first.taken)).toEqual(first);
      }),
      {numRuns: RUNS},
    );
  });
  test('whatever commands come, committed is what is approved and not paid, and spent what is paid and not given back', () => {
    const step = fc.record({
      what: fc.constantFrom('ask', 'decide', 'refuse', 'pay', 'withdraw', 'refund', 'budget', 'overspend', 'carry'),
      request: fc.integer({min: 200, max: 204}),
      pence: fc.integer({min: 1, max: 30_000}),
    });
    fc.assert(
      fc.property(fc.integer({min: 1, max: 60_000}), fc.array(step, {maxLength: 30}), (pence, steps) => {
        const file = new FundFile().set('fundCapYearPence', 10_000_000);
        file.budget(pence);
        const line = file.line().id;
        for (const [index, {what, request: number, pence: amount}] of steps.entries()) {
          const request = idOf(number);
          const finance = {role: 'finance_officer'} as const;
          if (what === 'ask') file.ask(request, {askedPence: amount});
          if (what === 'decide') file.decide(request, {awardedPence: file.data(request, 'fund-request')?.askedPence ?? amount});
          if (what === 'refuse')
            file.decide(request, {outcome: 'refused', awardedPence: null, refusal: 'other_fund', words: {text: 'Na', lang: 'cy'}});
          if (what === 'pay') file.pay(idOf(number + 100), request, {pence: amount}, finance);
          if (what === 'withdraw') file.send('fund-request.withdraw', request, {words: null}, {role: 'young_person'});
          if (what === 'refund')
            file.send(
              'fund-refund.record',
              idOf(400 + index),
              {payment: idOf(number + 100), pence: amount, on: file.today, reason: 'Nôl'},
              finance,
            );
          if (what === 'budget') file.budget(amount);
          const act = {line, pence: amount, reason: 'Cytunwyd'};
          const manager = {role: 'manager', person: null} as const;
          if (what === 'overspend') file.send('budget.allow-overspend', idOf(500 + index), act, manager);
          if (what === 'carry') file.send('budget.carry-over', idOf(500 + index), act, manager);
        }
        const statusOf = (id: string) => file.data(id, 'fund-request').status;
        const approved = file.of('fund-decision').filter(({data}) => data.awardedPence !== null && statusOf(data.request) === 'approved');
        const paid = file.of('fund-payment').reduce((total, {data}) => total + (data.pence ?? 0), 0);
        const back = file.of('fund-refund').reduce((total, {data}) => total + data.pence, 0);
        const lines = [...file.lines.values()];
        expect(lines.reduce((total, {committed}) => total + committed, 0)).toBe(
          approved.reduce((total, {data}) => total + (data.awardedPence ?? 0), 0),
        );
        expect(lines.reduce((total, {spent}) => total + spent, 0)).toBe(paid - back);
        expect(lines.reduce((total, {carriedIn, carriedOut}) => total + carriedIn - carriedOut, 0)).toBe(0);
        for (const each of lines) expect(remaining(each)).toBeGreaterThanOrEqual(0);
        expect(replayed(file.entries)).toEqual(lines.map(({id, committed, spent, allocation}) => ({id, committed, spent, allocation})));
      }),
      {numRuns: 300},
    );
  });
});

/** The lines from nothing but the entries, in their order. */
function replayed(entries: readonly LedgerEntry[]) {
  const lines = new Map<string, BudgetLine>();
  for (const entry of entries) {
    const before = lines.get(entry.line) ?? emptyLine(entry.line, entry.name ?? NAME);
    const after = entered(before, entry);
    if (!after.ok) throw new Error(`an entry that was taken is refused: ${after.refusal}`);
    lines.set(entry.line, after.value);
  }
  return [...lines.values()].map(({id, committed, spent, allocation}) => ({id, committed, spent, allocation}));
}

describe('one entry', () => {
  const with100 = told(100, []).line;
  test.each([
    ['the last penny can be given', {kind: 'commit', pence: 100}, true],
    ['and not one more', {kind: 'commit', pence: 101}, false],
    ['nothing is no entry', {kind: 'commit', pence: 0}, false],
    ['nothing below it either', {kind: 'spend', pence: -5}, false],
    ['no more is released than was committed', {kind: 'release', pence: 1}, false],
    ['no more comes back than was spent', {kind: 'refund', pence: 1}, false],
    ['an allocation can be lowered to what is used', {kind: 'allocation', pence: -100}, true],
    ['and not below', {kind: 'allocation', pence: -101}, false],
    ['a difference is to the allocation that is there', {kind: 'allocation', pence: 50, from: 100}, true],
    ['and to no other that somebody set meanwhile', {kind: 'allocation', pence: 50, from: 60}, false],
  ] as const)('%s', (_, entry, taken) => expect(entered(with100, entry).ok).toBe(taken));
});

test('a financial year begins on 1 April', () => {
  expect(['2027-03-31', '2027-04-01', '2026-12-31', '2099-04-01'].map(financialYearOf)).toEqual([
    '2026-27',
    '2027-28',
    '2026-27',
    '2099-00',
  ]);
  expect(yearAfter('2026-27')).toBe('2027-28');
});

test('the fund is known by its name in either language, with either apostrophe', () => {
  const named = [
    "St David's Day Fund",
    'St David’s Day Fund',
    "St. Davids' Day  fund",
    ' Cronfa Dydd Gŵyl Dewi',
    'CRONFA GWYL DEWI',
    "Cronfa Dydd Gŵyl Dewi / St David's Day Fund",
    'SDDF 2026',
  ];
  expect(named.filter(name => !isDaysFund(name))).toEqual([]);
  expect(['LC setting up home grant', 'When I am ready', 'Grant Dewi', ''].some(isDaysFund)).toBe(false);
});

test('the budget that fits most closely is used', () => {
  const of = (team: string | null, purpose: string | null, fundName = 'Cronfa Dydd Gŵyl Dewi') => ({...NAME, fundName, team, purpose});
  const lines = [of(null, null), of('t1', null), of(null, 'development'), of('t1', 'development'), of(null, null, 'Arall')];
  const chosen = (team: string | null, purpose: string | null, some = lines) => lineFor(some, '2026-27', {team, purpose});
  expect(chosen('t1', 'development')).toBe(lines[3]);
  expect(chosen('t1', 'well_being')).toBe(lines[1]);
  expect(chosen('t2', 'development')).toBe(lines[2]);
  expect(chosen('t2', 'well_being')).toBe(lines[0]);
  expect(chosen(null, null, lines.slice(4))).toBeUndefined();
  expect(lineFor(lines, '2027-28', {team: null, purpose: null})).toBeUndefined();
});

describe('budgets', () => {
  const manager = {role: 'manager', person: null} as const;
  test('a figure anew is the difference, and never below what is used', () => {
    const file = new FundFile();
    file.budget(50_000);
    file.ask(idOf(200));
    file.decide(idOf(200));
    expect(file.budget(60_000)).toBe('applied');
    expect(file.line()).toMatchObject({allocation: 60_000, committed: 12_000});
    expect(file.budget(11_999)).toBe('budget_spent allocationPence');
    expect(file.budget(12_000)).toBe('applied');
    expect(file.budget(1_000, '2026-28')).toBe('out_of_range financialYear');
  });
  test('carried over on purpose, only what is there, and a figure anew leaves it alone', () => {
    const file = new FundFile();
    file.budget(50_000);
    file.send('budget.allow-overspend', idOf(501), {line: file.line().id, pence: 5_000, reason: 'Cytunwyd'}, manager);
    const carry = (pence: number) =>
      file.send('budget.carry-over', idOf(510 + pence), {line: file.line().id, pence, reason: 'Cytunwyd'}, manager);
    expect(carry(50_001)).toBe('budget_spent pence');
    expect(carry(20_000)).toBe('applied');
    expect([file.line().allocation, file.line('2027-28')]).toMatchObject([30_000, {allocation: 20_000, carriedIn: 20_000}]);
    expect(file.budget(70_000, '2027-28')).toBe('applied');
    expect(file.line('2027-28').allocation).toBe(90_000);
  });
  test('overspending is allowed by a manager with a reason, and then no further', () => {
    const file = new FundFile();
    file.budget(5_000);
    file.ask(idOf(200));
    expect(file.decide(idOf(200))).toBe('budget_spent awardedPence');
    const act = {line: file.line().id, pence: 7_000, reason: 'Y pennaeth gwasanaeth'};
    expect(file.send('budget.allow-overspend', idOf(502), {...act, reason: ' '}, manager)).toBe('words_missing reason');
    expect(file.send('budget.allow-overspend', idOf(502), act, {role: 'adviser', person: null})).toBe('not_permitted');
    expect(file.send('budget.allow-overspend', idOf(502), act, manager)).toBe('applied');
    expect(file.decide(idOf(200))).toBe('applied');
    expect(remaining(file.line())).toBe(0);
  });
});
