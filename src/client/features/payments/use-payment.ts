/** A payment or a refund on its way: sent once, the same press again under the same id, and what is refused is said in words. */
import {useRef, useState} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import type {DraftInHand} from '#client/forms/use-draft.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Exchange, FundAnswer} from '#client/sync/contract.ts';

interface Sent {
  readonly op: Id;
  readonly record: Id;
}

export function usePayment(draft: Pick<DraftInHand<unknown>, 'flush' | 'stop'>, key: string, onDone: () => void) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  /** After a lost answer the same words carry the same ids: they are paid once. */
  const sent = useRef<(Sent & {readonly words: string}) | null>(null);

  async function send(words: string, exchange: (ids: Sent) => Promise<Exchange<FundAnswer>>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    await draft.flush();
    if (sent.current?.words !== words) sent.current = {words, op: vault.newId(), record: vault.newId()};
    const {op, record} = sent.current;
    const answer = await exchange({op, record});
    setBusy(false);
    if (!answer.ok) return setRefused(exchangeMessage(answer, t));
    if (answer.value.refused !== null) {
      // Another try is another payment.
      sent.current = null;
      return setRefused(refusalMessage(answer.value.refused, t));
    }
    draft.stop();
    await vault.discardDraft(key);
    onDone();
  }

  return {busy, refused, send};
}
