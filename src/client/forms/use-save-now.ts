/** Carrying out one command at a press, with no draft behind it: twice in a row is once, and a refusal is said in words. */
import {useState} from 'react';
import {refusalMessage} from './refusal-message.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';

export interface SaveNow {
  readonly busy: boolean;
  readonly refused: string | null;
  /** Whether it was carried out. */
  readonly save: (command: NewCommand) => Promise<boolean>;
}

export function useSaveNow(): SaveNow {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function save(command: NewCommand): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setRefused(null);
    try {
      const done = await vault.save([command]);
      if (!done.ok) setRefused(refusalMessage(done.code, t));
      return done.ok;
    } catch {
      setRefused(t('errors:notSaved'));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {busy, refused, save};
}
