/**
 * Numbers that may leave the team (edge case 29): few people are never counted where they could be known by it, no total gives
 * away what a line does not say, and what is published is rounded.
 */

/** Fewer than this and nobody is told how many. */
export const SMALL_NUMBER = 5;

export const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < SMALL_NUMBER;

/** To the nearest five: one more or one less does not show. Null, too few to tell, stays null. */
export const rounded = (count: number | null): number | null =>
  count === null || isSmall(count) ? null : Math.round(count / SMALL_NUMBER) * SMALL_NUMBER;

/**
 * The lines of a table that say nothing: those of too few, and where one of them alone would follow from the total, or together
 * they are still too few, the next smallest as well. A line of nobody protects nobody.
 */
export function linesToHide<Line extends {readonly key: string}>(
  lines: readonly Line[],
  countOf: (line: Line) => number | null,
): ReadonlySet<string> {
  const count = (line: Line) => countOf(line) ?? 0;
  const hidden = lines.filter(line => isSmall(countOf(line)));
  const others = lines
    .filter(line => count(line) >= SMALL_NUMBER)
    .toSorted((one, other) => count(one) - count(other) || (one.key < other.key ? -1 : 1));
  const isTold = () => hidden.length === 1 || hidden.reduce((sum, line) => sum + count(line), 0) < SMALL_NUMBER;
  while (hidden.length > 0 && isTold()) {
    const next = others.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({key}) => key));
}
