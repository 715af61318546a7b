/** The worker in which the passphrase meets the wrap: one question, one answer, then it is ended. */
import {KEY_COST, makeMaster, openMaster, type Wrap} from './unlock-keys.ts';

export type UnlockQuestion =
  | {readonly kind: 'make'; readonly vault: string; readonly passphrase: string}
  | {readonly kind: 'open'; readonly vault: string; readonly passphrase: string; readonly wrap: Wrap};
export type UnlockAnswer = {readonly wrap: Wrap | null; readonly master: CryptoKey | null};

globalThis.addEventListener('message', (event: MessageEvent<UnlockQuestion>) => {
  const question = event.data;
  const answer: Promise<UnlockAnswer> =
    question.kind === 'make'
      ? makeMaster(question.vault, question.passphrase, KEY_COST)
      : openMaster(question.vault, question.passphrase, question.wrap).then(master => ({wrap: null, master}));
  answer.then(
    found => globalThis.postMessage(found),
    () => globalThis.postMessage({wrap: null, master: null} satisfies UnlockAnswer),
  );
});
