/**
 * Whether two rows of the people file are one person under two numbers. A shared National Insurance or NHS number with
 * the same birth date or name says so; the same name and birth date says so while no number contradicts it. Twins share
 * a surname, a birth date and a home, and stay two people.
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {foldValue} from './code-of.ts';
import type {CellValue} from './judged-row.ts';

interface Identity {
  readonly row: number;
  readonly dateOfBirth: CalendarDate | null;
  /** Both names, folded, in either order: exports swap them. */
  readonly name: string;
  readonly insurance: string | null;
  readonly nhs: string | null;
}

const filled = (text: string, length: number): string | null => (text.length >= length && new Set(text).size > 1 ? text : null);

function identityOf(row: number, values: Readonly<Record<string, CellValue>>): Identity {
  const text = (column: string) => String(values[column] ?? '');
  const names = [foldValue(text('forename')), foldValue(text('surname'))].filter(name => name !== '');
  return {
    row,
    dateOfBirth: (values['dob'] ?? null) as CalendarDate | null,
    name: names.length === 2 ? names.toSorted().join(' ') : '',
    insurance: filled(
      text('ni_no')
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]/g, ''),
      8,
    ),
    nhs: filled(text('nhs_no').replaceAll(/\D/g, ''), 10),
  };
}

export class PeopleMatcher {
  readonly #byNumber = new Map<string, Identity[]>();
  readonly #byName = new Map<string, Identity[]>();

  /** The row of the same person met before, or null; the person is remembered. */
  meet(row: number, values: Readonly<Record<string, CellValue>>): number | null {
    const person = identityOf(row, values);
    const candidates = keysOf(person).flatMap(key => this.#byNumber.get(key) ?? []);
    if (person.name !== '') candidates.push(...(this.#byName.get(person.name) ?? []));
    const earlier = candidates.filter(other => isSamePerson(person, other)).toSorted((a, b) => a.row - b.row)[0];
    this.#remember(person);
    return earlier?.row ?? null;
  }

  #remember(person: Identity): void {
    for (const key of keysOf(person)) this.#byNumber.set(key, [...(this.#byNumber.get(key) ?? []), person]);
    if (person.name !== '') this.#byName.set(person.name, [...(this.#byName.get(person.name) ?? []), person]);
  }
}

const keysOf = ({insurance, nhs}: Identity): string[] => [insurance && `NI ${insurance}`, nhs && `NHS ${nhs}`].filter(key => key !== null);

function isSamePerson(a: Identity, b: Identity): boolean {
  const numbers = [compare(a.insurance, b.insurance), compare(a.nhs, b.nhs)];
  const sameName = a.name !== '' && a.name === b.name;
  const sameBirth = a.dateOfBirth !== null && a.dateOfBirth === b.dateOfBirth;
  if (numbers.includes('same')) return sameName || (sameBirth && !numbers.includes('different'));
  return sameName && sameBirth && !numbers.includes('different');
}

function compare(a: string | null, b: string | null): 'same' | 'different' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  return a === b ? 'same' : 'different';
}
