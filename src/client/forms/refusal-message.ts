/** The sentence for a command that was refused; an unknown code (a newer server) gets the general one. */
import type {RefusalCode} from '#domain/command.ts';
import type {Translate} from '#client/i18n/text.ts';

/** Total: a code without a sentence does not compile. */
const CODES: Readonly<Record<RefusalCode, true>> = {
  body_invalid: true,
  not_permitted: true,
  unknown_kind: true,
  unknown_record: true,
  already_there: true,
  state_moved: true,
  holder_unknown: true,
  holder_already: true,
  dates_out_of_order: true,
  date_past: true,
  date_in_future: true,
  out_of_range: true,
  settings_contradict: true,
  words_missing: true,
  not_own_action: true,
  own_last_day: true,
  in_force_already: true,
  overlaps: true,
  unchanged: true,
  parked_full: true,
  two_versions: true,
  plan_incomplete: true,
  own_request: true,
  over_limit: true,
  over_cap: true,
  not_eligible: true,
  duty_unanswered: true,
  duty_covers: true,
  paid_already: true,
  no_budget: true,
  budget_spent: true,
  ledger_closed: true,
  scheme_closed: true,
  scheme_fixed: true,
  scheme_not_for_them: true,
  programme_not_in_plan: true,
  granted_already: true,
  over_granted: true,
  stays_open: true,
  not_home_yet: true,
};
const isKnown = (code: string): code is RefusalCode => Object.hasOwn(CODES, code);

export function refusalMessage(code: string, t: Translate): string {
  if (code === 'storage_full') return t('errors:storageFull');
  return isKnown(code) ? t(`errors:refusal.${code}`) : t('errors:generic');
}
