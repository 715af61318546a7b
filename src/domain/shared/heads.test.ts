/** [T1]–[T6]: words of two people are both kept, in whatever order they arrive; one person alone never meets a conflict. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {resolveHeads, sameValue, writeHead} from './heads.ts';
import type {Head} from './record.ts';

const head = (op: string, text: string): Head => ({
  ops: [op],
  value: {text, lang: 'cy'},
  author: `author of ${op}`,
  device: null,
  at: '2026-11-21T10:00:00.000Z',
});
/** What is kept: order, authorship of equal words and the order of their ops do not matter to anybody. */
const kept = (heads: readonly Head[]) => heads.map(({value, ops}) => JSON.stringify([value, ops.toSorted()])).toSorted();
const opsOf = (heads: readonly Head[]) => heads.flatMap(({ops}) => ops);
const text = fc.constantFrom('Geiriau Elin', 'Geiriau Huw', 'Words of Mair', '');

interface Write {
  readonly author: number;
  readonly text: string;
  readonly sees: number;
}
const writes = fc.array(fc.record({author: fc.integer({min: 0, max: 2}), text, sees: fc.integer({min: 0, max: 3})}), {
  minLength: 1,
  maxLength: 12,
});

/** Plays writes one after another; each author saw the heads of `sees` steps before, like a phone that was offline. */
function play(steps: readonly Write[], write = writeHead): {heads: readonly Head[]; past: readonly (readonly Head[])[]} {
  const past: (readonly Head[])[] = [[]];
  for (const [at, step] of steps.entries()) {
    const seen = past[Math.max(0, past.length - 1 - step.sees)] ?? [];
    past.push(write(past.at(-1) ?? [], head(`op${at}`, step.text), opsOf(seen)).heads);
  }
  return {heads: past.at(-1) ?? [], past};
}

describe('[T1] a known op changes nothing', () => {
  test('sent twice, by writing or resolving, with any bases', () => {
    fc.assert(
      fc.property(writes, fc.boolean(), fc.boolean(), (steps, seesAll, resolves) => {
        const {heads} = play(steps);
        const again = head(opsOf(heads)[0] ?? '', 'other words');
        const after = (resolves ? resolveHeads : writeHead)(heads, again, seesAll ? opsOf(heads) : []);
        expect(after).toEqual({heads, status: 'applied'});
      }),
    );
  });
});

describe('[T2] the same words from two people are one head, known by both ops', () => {
  test('without a conflict', () => {
    const one = writeHead([], head('a', 'Yr un geiriau'), []).heads;
    const both = writeHead(one, head('b', 'Yr un geiriau'), []);
    expect(both.status).toBe('merged');
    expect(both.heads).toMatchObject([{ops: ['a', 'b'], author: 'author of a'}]);
  });
  test('sameness is of content: the order of keys does not matter, language and spaces do', () => {
    expect(sameValue({text: 'a', lang: 'cy'}, {lang: 'cy', text: 'a'})).toBe(true);
    expect([
      sameValue({text: 'a', lang: 'cy'}, {text: 'a', lang: 'en'}),
      sameValue('a', 'a '),
      sameValue(null, ''),
      sameValue([1, 2], [2, 1]),
      sameValue({a: 1}, {}),
    ]).toEqual([false, false, false, false, false]);
  });
});

describe('[T3] a base that is a head is replaced', () => {
  test('one author’s chain of offline edits never conflicts, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 20}), texts => {
        let heads: readonly Head[] = [];
        for (const [at, words] of texts.entries()) {
          const after = writeHead(heads, head(`op${at}`, words), opsOf(heads));
          expect([after.status, after.heads.length, after.heads[0]?.value]).toEqual(['applied', 1, {text: words, lang: 'cy'}]);
          heads = after.heads;
        }
      }),
    );
  });
  test('a colleague’s words in between stay when they were not seen', () => {
    const start = writeHead([], head('a', 'cyntaf'), []).heads;
    const huw = writeHead(start, head('huw', 'Huw'), ['a']).heads;
    const elin1 = writeHead(huw, head('e1', 'Elin'), ['a']);
    const elin2 = writeHead(elin1.heads, head('e2', 'Elin eto'), ['e1']);
    expect([elin1.status, elin2.status]).toEqual(['conflict', 'conflict']);
    expect(kept(elin2.heads)).toEqual(kept([head('huw', 'Huw'), head('e2', 'Elin eto')]));
  });
});

describe('[T4] otherwise both are kept', () => {
  test('two writes over the same base, in either order, keep the same words', () => {
    fc.assert(
      fc.property(writes, text, text, (steps, one, other) => {
        const {heads} = play(steps);
        const bases = opsOf(heads.slice(0, 1));
        const [a, b] = [head('elin', one), head('huw', other)];
        const first = writeHead(writeHead(heads, a, bases).heads, b, bases).heads;
        const second = writeHead(writeHead(heads, b, bases).heads, a, bases).heads;
        expect(kept(first)).toEqual(kept(second));
        expect(opsOf(first)).toEqual(expect.arrayContaining(['elin', 'huw']));
      }),
    );
  });
  test('any number of colleagues offline at once: every order of arrival keeps the same set', () => {
    const arrivals = fc.array(text, {minLength: 2, maxLength: 5}).chain(texts =>
      fc.record({
        texts: fc.constant(texts),
        order: fc.shuffledSubarray(
          texts.map((_, at) => at),
          {minLength: texts.length},
        ),
      }),
    );
    fc.assert(
      fc.property(arrivals, ({texts, order}) => {
        const arrive = (numbers: readonly number[]) =>
          numbers.reduce<readonly Head[]>(
            (heads, at) => writeHead(heads, head(`op${at}`, texts[at] ?? ''), ['start']).heads,
            [head('start', 'y dechrau')],
          );
        expect(kept(arrive(order))).toEqual(kept(arrive(texts.map((_, at) => at))));
        expect(arrive(order).length).toBe(new Set(texts).size);
      }),
    );
  });
  test('no words go that nobody saw: what leaves was named by the one who replaced it', () => {
    fc.assert(
      fc.property(writes, steps => {
        const {past} = play(steps);
        for (const [at, step] of steps.entries()) {
          const before = past[at] ?? [];
          const after = past[at + 1] ?? [];
          const seen = new Set(opsOf(past[Math.max(0, at - step.sees)] ?? []));
          const unseen = before.filter(({ops}) => !ops.some(op => seen.has(op)));
          expect(opsOf(after)).toEqual(expect.arrayContaining(opsOf(unseen)));
          expect(opsOf(after)).toContain(`op${at}`);
        }
      }),
    );
  });
  test('status says conflict exactly when more than one text stands', () => {
    fc.assert(
      fc.property(writes, text, fc.boolean(), (steps, words, sees) => {
        const {heads} = play(steps);
        const {status, heads: after} = writeHead(heads, head('mine', words), sees ? opsOf(heads) : []);
        expect(status === 'conflict').toBe(after.length > 1);
      }),
    );
  });
});

describe('[T5] a resolution replaces exactly the heads its author saw', () => {
  test('all of those, and none that came later', () => {
    fc.assert(
      fc.property(writes, fc.integer({min: 0, max: 6}), (steps, saw) => {
        const {heads} = play(steps);
        const seen = heads.slice(0, saw);
        const {heads: after, status} = resolveHeads(heads, head('resolved', 'Gyda’n gilydd'), opsOf(seen));
        expect(kept(after)).toEqual(kept([head('resolved', 'Gyda’n gilydd'), ...heads.slice(saw)]));
        expect(status).toBe(heads.length > saw ? 'conflict' : 'applied');
      }),
    );
  });
  test('two resolutions at once are two texts again, and nothing is lost', () => {
    const two = writeHead(writeHead([], head('a', 'Elin'), []).heads, head('b', 'Huw'), []).heads;
    const mair = resolveHeads(two, head('mair', 'Mair'), ['a', 'b']).heads;
    expect(kept(resolveHeads(mair, head('elin', 'Elin eto'), ['a', 'b']).heads)).toEqual(
      kept([head('mair', 'Mair'), head('elin', 'Elin eto')]),
    );
  });
});
