/** The sentence for a command that was refused; an unknown code (a newer server) gets the general one. */
import type {RefusalCode} from '#domain/command.ts';
import type {Translate} from '#client/i18n/text.ts';

const CODES: readonly RefusalCode[] = [
  'body_invalid',
  'not_permitted',
  'unknown_kind',
  'unknown_record',
  'already_there',
  'state_moved',
  'holder_unknown',
  'holder_already',
  'dates_out_of_order',
  'date_past',
  'date_in_future',
  'out_of_range',
  'settings_contradict',
  'words_missing',
  'not_own_action',
  'own_last_day',
  'in_force_already',
  'overlaps',
  'unchanged',
  'parked_full',
  'two_versions',
  'plan_incomplete',
  'own_request',
  'over_limit',
  'over_cap',
  'not_eligible',
  'duty_unanswered',
  'duty_covers',
  'paid_already',
  'no_budget',
  'budget_spent',
  'ledger_closed',
  'scheme_closed',
  'scheme_fixed',
  'scheme_not_for_them',
  'programme_not_in_plan',
  'granted_already',
  'over_granted',
];

export function refusalMessage(code: string, t: Translate): string {
  const known = CODES.find(each => each === code);
  if (code === 'storage_full') return t('errors:storageFull');
  return known ? t(`errors:refusal.${known}`) : t('errors:generic');
}
