/**
 * The everyday door: one step, offline. Shown in place of the screen that was open, so that the address and the draft
 * are still there afterwards. Several people can share a device; each has a vault of their own.
 */
import {useState, type FormEvent} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useDevice} from '#client/sync/device-context.ts';
import type {LockedVault, UnlockFailure} from '#client/vault/contract.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {SecretInput} from '#client/ui/field.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Page} from '#client/ui/page.tsx';

export function UnlockPage({vaults, onUnlocked}: {readonly vaults: readonly LockedVault[]; readonly onUnlocked?: () => void}) {
  const {t} = useText();
  const device = useDevice();
  const [vault, setVault] = useState(vaults[0]?.name ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<'missing' | UnlockFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  async function unlock(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setAttempt(count => count + 1);
    setFault(passphrase === '' ? 'missing' : null);
    if (passphrase === '') return;
    setBusy(true);
    const opened = await device.unlock(vault, passphrase);
    setBusy(false);
    if (opened.ok) onUnlocked?.();
    else {
      setFault(opened.code);
      setPassphrase('');
    }
  }

  const name = (each: LockedVault) => (each.sample ? t('device:unlock.sampleVault', {initials: each.initials}) : each.initials);
  const message = fault === null ? undefined : fault === 'missing' ? t('device:unlock.missing') : t(`device:failure.${fault}`);
  const ofField = fault === 'missing' || fault === 'passphrase_wrong';
  const errors: FormError[] = message === undefined ? [] : [{field: ofField ? 'passphrase' : null, message}];
  const [only] = vaults;

  return (
    <Page title={t('device:unlock.title')} hasError={errors.length > 0} above={<ErrorSummary errors={errors} attempt={attempt} />}>
      <p className="govuk-body">{t('device:unlock.intro')}</p>
      <form noValidate autoComplete="off" onSubmit={event => void unlock(event)}>
        {vaults.length > 1 ? (
          <RadioGroup
            id="vault"
            label={t('device:unlock.who')}
            value={vault}
            onChange={setVault}
            choices={vaults.map(each => ({value: each.name, label: name(each)}))}
          />
        ) : (
          only && <p className="govuk-body">{t('device:unlock.vault', {initials: name(only)})}</p>
        )}
        <SecretInput
          id="passphrase"
          label={t('device:unlock.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="off"
          error={ofField ? message : undefined}
        />
        <LiveRegion visible>{busy ? t('device:unlock.busy') : ''}</LiveRegion>
        <Button submits busy={busy}>
          {t('device:unlock.submit')}
        </Button>
      </form>
      <p className="govuk-body app-quiet">{t('device:locked.draft')}</p>
      <Details summary={t('device:unlock.forgotten')}>
        <p>{t('device:unlock.forgottenWords')}</p>
      </Details>
      <LinkButton look="quiet" to="/sign-in">
        {t('device:unlock.someoneElse')}
      </LinkButton>
    </Page>
  );
}
