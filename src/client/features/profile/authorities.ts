/** Authorities to choose from, the own one first in its own name; one outside Wales is written. */
import {authorityNamed, WELSH_AUTHORITIES} from '#domain/authority/welsh-authorities.ts';
import {compareTerms} from '#client/i18n/names-and-order.ts';
import type {Entry} from './entry.ts';
import type {EntryContext, EntryField} from './entry-form.ts';

export const OTHER_AUTHORITY = 'other';

export const authorityChoices: NonNullable<EntryField['choices']> = ({vault, language}: EntryContext) => {
  const own = vault.session.authority;
  return [
    {value: own.code, label: {written: own[language]}},
    ...WELSH_AUTHORITIES.filter(({code}) => code !== own.code)
      .toSorted((one, other) => compareTerms(one[language], other[language], language))
      .map(authority => ({value: authority.code, label: {written: authority[language]}})),
    {value: OTHER_AUTHORITY, label: 'profile:choice.authority.other'},
  ];
};

/** Its code, or its name where it has none here. */
export const authorityOf = (entry: Entry): string =>
  entry.raw('authority') === OTHER_AUTHORITY ? entry.name('authorityName') : entry.raw('authority');

/** What came from an old system may stand beside its code. */
export function authorityWords(authority: string, language: 'cy' | 'en'): string {
  const code = /^W06\d{6}/u.exec(authority)?.[0];
  return (code === undefined ? undefined : authorityNamed(code)?.[language]) ?? authority;
}
