/** Saving at one press, with no form: once, and a refusal in the reader's words. */
import {useState} from 'react';
import {refusalMessage} from '#client/features/refusal-message.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';

export function useSaveNow() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  async function save(command: NewCommand): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    try {
      const done = await vault.save([command]);
      if (!done.ok) setRefused(refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    }
    setBusy(false);
  }
  return {busy, refused, save};
}
