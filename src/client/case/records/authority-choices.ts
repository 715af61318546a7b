/** Authorities to choose from, the own one first in its own name; one outside Wales is written. */
import {authorityNamed, WELSH_AUTHORITIES} from '#domain/authority/welsh-authorities.ts';
import {compareTerms} from '#client/i18n/names-and-order.ts';
import type {Entry} from '#client/forms/entry.ts';
import type {EntryContext, EntryField} from '#client/forms/entry-form.ts';

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

/** Its code, or its name where it has none here; `field` is the one that was chosen in, its name stands in `<field>Name`. */
export const authorityOf = (entry: Entry, field = 'authority'): string =>
  entry.raw(field) === OTHER_AUTHORITY ? entry.name(`${field}Name`) : entry.raw(field);

/** As it stands in the two fields of a form: one outside Wales by its name. */
export function authorityFields(field: string, authority: string | null | undefined): Readonly<Record<string, string>> {
  if (!authority) return {};
  return authorityNamed(authority) ? {[field]: authority} : {[field]: OTHER_AUTHORITY, [`${field}Name`]: authority};
}

/** What came from an old system may stand beside its code. */
export function authorityWords(authority: string, language: 'cy' | 'en'): string {
  const code = /^W06\d{6}/u.exec(authority)?.[0];
  return (code === undefined ? undefined : authorityNamed(code)?.[language]) ?? authority;
}
