/** Who else lives in a home, in words: numbers of kinds of people, and nobody's name. */
import type {DataOf} from '#domain/record-kinds.ts';
import type {Text} from '#client/i18n/text.ts';

export function householdWords({t, format}: Pick<Text, 't' | 'format'>, data: DataOf<'household'>): string {
  const parts = [
    data.careLeavers > 0 && t('entitlements:count.careLeaver', {count: data.careLeavers}),
    data.students > 0 && t('entitlements:count.student', {count: data.students}),
    data.severelyImpaired > 0 && t('entitlements:count.impaired', {count: data.severelyImpaired}),
    data.notCounted > 0 && t('entitlements:count.notCounted', {count: data.notCounted}),
    data.adults > 0 && t('entitlements:count.adult', {count: data.adults}),
  ].filter(part => part !== false);
  return parts.length === 0 ? t('entitlements:tax.alone') : format.listNames(parts);
}
