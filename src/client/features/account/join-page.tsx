/**
 * A young person's way in: a code from their adviser and one passphrase of their own, no e-mail and nothing to invent
 * twice. A wrong, used or old code gets the same sentence; nobody learns from it whether somebody exists.
 */
import {useState, type FormEvent} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useDevice} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {SecretInput, TextInput} from '#client/ui/field.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Page} from '#client/ui/page.tsx';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {PassphraseSuggestion} from '#client/forms/passphrase-suggestion.tsx';
import {PASSPHRASE_MINIMUM, type UnlockFailure} from '#client/vault/contract.ts';

type Fault = 'code' | 'short' | 'differ';
const ofDevice = (code: string): code is UnlockFailure =>
  ['passphrase_wrong', 'vault_damaged', 'newer_version', 'storage_unavailable'].includes(code);

export function JoinPage({onJoined}: {readonly onJoined: () => void}) {
  const {t} = useText();
  const {accounts} = useDevice();
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const minimum = {minimum: PASSPHRASE_MINIMUM};

  async function join(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const found: Fault[] = [];
    if (code.trim() === '') found.push('code');
    if (Array.from(passphrase).length < PASSPHRASE_MINIMUM) found.push('short');
    else if (passphrase !== again) found.push('differ');
    setFaults(found);
    setRefused(null);
    setAttempt(count => count + 1);
    if (found.length > 0) return;
    setBusy(true);
    const joined = await accounts.join(code, passphrase);
    setBusy(false);
    if (joined.ok) return onJoined();
    if (joined.code === 'invitation_invalid') setRefused(t('sign-in:join.invalid'));
    else setRefused(ofDevice(joined.code) ? t(`device:failure.${joined.code}`) : exchangeMessage({ok: false, code: joined.code}, t));
  }

  const words: Readonly<Record<Fault, string>> = {
    code: t('sign-in:join.code.missing'),
    short: t('device:protect.short', minimum),
    differ: t('device:protect.differ'),
  };
  const of = (fault: Fault) => (faults.includes(fault) ? words[fault] : undefined);
  const fields = {code: 'code', short: 'passphrase', differ: 'again'} as const;
  const errors: FormError[] = faults.map(fault => ({field: fields[fault], message: words[fault]}));
  if (refused !== null) errors.push({field: 'code', message: refused});

  return (
    <Page title={t('sign-in:join.title')} hasError={errors.length > 0} above={<ErrorSummary errors={errors} attempt={attempt} />}>
      <p className="govuk-body">{t('sign-in:join.intro')}</p>
      <form noValidate autoComplete="off" onSubmit={event => void join(event)}>
        <TextInput
          id="code"
          label={t('sign-in:join.code')}
          hint={t('sign-in:join.code.hint')}
          value={code}
          onChange={setCode}
          error={of('code') ?? refused ?? undefined}
        />
        <p className="govuk-body">{t('sign-in:join.private')}</p>
        <PassphraseSuggestion onUse={setPassphrase} />
        <SecretInput
          id="passphrase"
          label={t('sign-in:join.passphrase')}
          hint={t('sign-in:join.passphrase.hint', minimum)}
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="new-password"
          error={of('short')}
        />
        <SecretInput
          id="again"
          label={t('device:protect.again')}
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          error={of('differ')}
        />
        <LiveRegion visible>{busy ? t('sign-in:join.busy') : ''}</LiveRegion>
        <Button submits busy={busy}>
          {t('sign-in:join.submit')}
        </Button>
      </form>
    </Page>
  );
}
