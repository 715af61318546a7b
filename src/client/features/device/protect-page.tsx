/**
 * Protecting a device: a passphrase that only its owner knows, typed twice. It says what is lost when it is forgotten,
 * and offers four words, since people who must invent a passphrase on a phone invent a weak one.
 */
import {useState, type FormEvent} from 'react';
import {useText} from '#client/i18n/text.ts';
import {PassphraseSuggestion} from '#client/forms/passphrase-suggestion.tsx';
import {useDevice, usePhase} from '#client/sync/device-context.ts';
import {PASSPHRASE_MINIMUM, type PassphraseFault, type UnlockFailure} from '#client/vault/contract.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {SecretInput} from '#client/ui/field.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Page} from '#client/ui/page.tsx';

export function ProtectPage({onProtected}: {readonly onProtected: () => void}) {
  const {t} = useText();
  const device = useDevice();
  const phase = usePhase();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const [failure, setFailure] = useState<UnlockFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const minimum = {minimum: PASSPHRASE_MINIMUM};

  async function protect(event: FormEvent) {
    event.preventDefault();
    const found: PassphraseFault | null =
      Array.from(passphrase).length < PASSPHRASE_MINIMUM ? 'too_short' : passphrase === again ? null : 'not_the_same';
    setFault(found);
    setFailure(null);
    setAttempt(count => count + 1);
    if (found !== null) return;
    setBusy(true);
    const done = await device.protect(passphrase);
    setBusy(false);
    if (done.ok) onProtected();
    else setFailure(done.code);
  }

  const short = fault === 'too_short' ? t('device:protect.short', minimum) : undefined;
  const differ = fault === 'not_the_same' ? t('device:protect.differ') : undefined;
  const errors: FormError[] = [];
  if (short !== undefined) errors.push({field: 'passphrase', message: short});
  if (differ !== undefined) errors.push({field: 'again', message: differ});
  if (failure !== null) errors.push({field: null, message: t(`device:failure.${failure}`)});

  return (
    <Page title={t('device:protect.title')} hasError={errors.length > 0} above={<ErrorSummary errors={errors} attempt={attempt} />}>
      {phase.kind === 'unprotected' && phase.vaults.length > 0 && (
        <Notice title={t('device:protect.already')}>
          <LinkButton look="quiet" to="/unlock">
            {t('device:protect.unlockInstead')}
          </LinkButton>
        </Notice>
      )}
      <p className="govuk-body">{t('device:protect.intro')}</p>
      <p className="govuk-body">{t('device:protect.offline')}</p>
      <p className="govuk-body">
        <strong>{t('device:protect.lost')}</strong>
      </p>
      <PassphraseSuggestion onUse={setPassphrase} />
      <form noValidate autoComplete="off" onSubmit={event => void protect(event)}>
        <SecretInput
          id="passphrase"
          label={t('device:protect.passphrase')}
          hint={t('device:protect.passphrase.hint', minimum)}
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="off"
          error={short}
        />
        <SecretInput id="again" label={t('device:protect.again')} value={again} onChange={setAgain} autoComplete="off" error={differ} />
        <LiveRegion visible>{busy ? t('device:protect.busy') : ''}</LiveRegion>
        <Button submits busy={busy}>
          {t('device:protect.submit')}
        </Button>
      </form>
      <Details summary={t('device:protect.why')}>{t('device:protect.why.words')}</Details>
    </Page>
  );
}
