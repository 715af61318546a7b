/** Reads pokes from the text of the stream as it comes, in pieces cut anywhere. What is not understood is still a poke. */
import {pokeSchema, type Poke} from '#protocol/messages.ts';

const FIELD = 'data:';
/** No server has reason to let a device wait longer; the timer of the engine would be sooner. */
const LONGEST_MS = 60_000;

/** `version` is null where it was not understood; `within`: how many milliseconds there are to act. */
export interface ReadPoke {
  readonly version: Poke['version'] | null;
  readonly within: number;
}

/** @returns a function of the next piece: each poke whose line is complete. */
export function pokeLines(): (piece: string) => readonly ReadPoke[] {
  let rest = '';
  return piece => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    return lines.filter(line => line.startsWith(FIELD)).map(line => pokeOf(line.slice(FIELD.length)));
  };
}

function pokeOf(data: string): ReadPoke {
  try {
    const {version, within = 0} = pokeSchema.parse(JSON.parse(data));
    return {version, within: Math.min(LONGEST_MS, within)};
  } catch {
    return {version: null, within: 0};
  }
}
