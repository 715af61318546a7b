/** The sentence for a refused exchange with the server; codes that nobody can act on share one sentence. */
import type {TextKey, Translate} from '#client/i18n/text.ts';
import type {ExchangeFailure} from '#client/sync/contract.ts';

const SAID = [
  'offline',
  'credentials_wrong',
  'invitation_invalid',
  'password_weak',
  'too_many_requests',
  'busy',
  'not_found',
  'not_allowed',
  'unauthenticated',
  'upgrade_needed',
] as const;

export function exchangeMessage(failure: ExchangeFailure, t: Translate): string {
  const said = SAID.find(code => code === failure.code);
  const key: TextKey = said ? `errors:exchange.${said}` : 'errors:exchange.other';
  return t(key);
}
