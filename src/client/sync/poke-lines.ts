/** Reads pokes from the text of the stream as it comes, in pieces cut anywhere. What is not understood is still a poke. */
import {pokeSchema} from '#protocol/messages.ts';

const FIELD = 'data:';
/** No server has reason to let a device wait longer; the timer of the engine would be sooner. */
const LONGEST_MS = 60_000;

/** @returns a function of the next piece: for each poke whose line is complete, within how many milliseconds to act. */
export function pokeLines(): (piece: string) => readonly number[] {
  let rest = '';
  return piece => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    return lines.filter(line => line.startsWith(FIELD)).map(line => withinOf(line.slice(FIELD.length)));
  };
}

function withinOf(data: string): number {
  try {
    return Math.min(LONGEST_MS, pokeSchema.parse(JSON.parse(data)).within ?? 0);
  } catch {
    return 0;
  }
}
