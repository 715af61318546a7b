/** The worker in which the passphrase meets the wrap: one question, one answer, then it is ended. */
import {KEY_COST, makeMaster, openMaster, signInSecret, type Wrap} from './unlock-keys.ts';

export type UnlockQuestion =
  | {readonly kind: 'make'; readonly vault: string; readonly passphrase: string}
  | {readonly kind: 'open'; readonly vault: string; readonly passphrase: string; readonly wrap: Wrap}
  | {readonly kind: 'secret'; readonly signInName: string; readonly passphrase: string};
export type UnlockAnswer = {readonly wrap: Wrap | null; readonly master: CryptoKey | null; readonly secret?: string};

globalThis.addEventListener('message', (event: MessageEvent<UnlockQuestion>) => {
  const question = event.data;
  const answer = answerTo(question);
  answer.then(
    found => globalThis.postMessage(found),
    () => globalThis.postMessage({wrap: null, master: null} satisfies UnlockAnswer),
  );
});

async function answerTo(question: UnlockQuestion): Promise<UnlockAnswer> {
  switch (question.kind) {
    case 'make':
      return makeMaster(question.vault, question.passphrase, KEY_COST);
    case 'open':
      return {wrap: null, master: await openMaster(question.vault, question.passphrase, question.wrap)};
    case 'secret':
      return {wrap: null, master: null, secret: await signInSecret(question.signInName, question.passphrase, KEY_COST)};
  }
}
