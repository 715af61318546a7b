/** Where what is asked of a return is put right, and what its days are called. */
import {BASES, LATER_BIRTHDAYS, type Basis} from '#domain/statutory-extract/return-year.ts';
import type {MendedAt} from '#domain/statutory-extract/checks.ts';
import {SNAPSHOT_MOMENTS, type SnapshotMoment} from '#domain/learning-work/snapshot.ts';
import type {Translate} from '#client/i18n/text.ts';
import type {ReturnView} from '#client/sync/contract.ts';

export type Question = ReturnView['questions'][number];

const PLACES: Readonly<Record<MendedAt, (record: string) => string>> = {
  days: record => `/home/days?of=${record}`,
  judge: record => `/home/judge?of=${record}`,
  home: () => '/home',
  learning: () => '/learning',
  contacts: () => '/contacts',
  'birth-date': () => '/profile/birth-date',
  profile: () => '/profile',
  overview: () => '',
};

/** The file itself where a newer server names a place that this version does not know. */
export function placeOf({person, where, records: [record = '']}: Pick<Question, 'person' | 'where' | 'records'>): string {
  const place = where in PLACES ? PLACES[where as MendedAt] : PLACES.overview;
  return `/people/${person}${place(record)}`;
}

export const isBasis = (basis: string): basis is Basis => (BASES as readonly string[]).includes(basis);

/** The years of later birthdays are said as numbers; one that is not known yet as it is. */
export function pointWords(t: Translate, point: string): string {
  if ((SNAPSHOT_MOMENTS as readonly string[]).includes(point)) return t(`codes:snapshotMoment.${point as SnapshotMoment}`);
  return (LATER_BIRTHDAYS as readonly string[]).includes(point) ? t('returns:birthday', {age: point.slice(-2)}) : point;
}
