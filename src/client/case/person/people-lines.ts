/** A list of people as somebody types it: one a line, in their order, each once. */
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';

export function peopleFrom(typed: string): readonly string[] {
  const names = keepableWords(typed)
    .split('\n')
    .map(name => name.trim())
    .filter(name => name !== '');
  return [...new Set(names)];
}

export const hasTooLongName = (typed: string): boolean => peopleFrom(typed).some(isTooLongLine);
