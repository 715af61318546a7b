/**
 * Saving what a draft has become, once: the draft is on the disk before its commands are, a press in the meantime does
 * nothing, and whatever fails leaves the words where they were. Giving up throws the draft away only when asked to.
 */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {refusalMessage} from './refusal-message.ts';
import type {DraftInHand} from './use-draft.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';

export interface Saving {
  readonly busy: boolean;
  /** Why the last try was refused, in the reader's words; null while nothing was. */
  readonly refused: string | null;
  /** Its code, and the fields of the command that it is about. */
  readonly refusal: {readonly code: string; readonly fields: readonly string[]} | null;
  readonly save: (...commands: readonly NewCommand[]) => Promise<void>;
  readonly giveUp: () => Promise<void>;
  /** Before a new try: the old refusal no longer stands. */
  readonly forget: () => void;
}

/** Whoever has gone to another screen meanwhile is not led back by work that ends behind them. */
function hereNow(): () => boolean {
  const {pathname} = globalThis.location;
  return () => globalThis.location.pathname === pathname;
}

export function useSaving(draft: Pick<DraftInHand<unknown>, 'flush' | 'stop'>, key: string, onClose: () => void): Saving {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Saving['refusal']>(null);

  async function save(...commands: readonly NewCommand[]): Promise<void> {
    const isStillHere = hereNow();
    setBusy(true);
    try {
      await draft.flush();
      const done = await vault.save(commands, key);
      if (done.ok) {
        draft.stop();
        if (isStillHere()) onClose();
        return;
      }
      setRefused(refusalMessage(done.code, t));
      setRefusal({code: done.code, fields: done.fields});
    } catch {
      setRefused(t('errors:notSaved'));
    }
    // Not after it was saved: until the form is gone, a second press would save it again.
    setBusy(false);
  }

  async function giveUp(): Promise<void> {
    const isStillHere = hereNow();
    draft.stop();
    await draft.flush();
    await vault.discardDraft(key);
    if (isStillHere()) onClose();
  }

  function forget(): void {
    setRefused(null);
    setRefusal(null);
  }

  return {busy, refused, refusal, save, giveUp, forget};
}
