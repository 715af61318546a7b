/** What is said of an entitlement that is over: until when it was, and nothing of what it was or why. */
import type {EntitlementItem} from '#domain/entitlements/entitlements.ts';
import type {Text} from '#client/i18n/text.ts';

export const endedWords = ({t, format}: Pick<Text, 't' | 'format'>, {until}: Pick<EntitlementItem, 'until'>, reader: 'own' | 'staff') =>
  until === null ? t('entitlements:ended') : t(`entitlements:ended.${reader}`, {date: format.longDate(until)});
