/** Asks the unlock worker one question and ends it: the raw master key never reaches the page. */
import type {UnlockAnswer, UnlockQuestion} from './unlock-worker.ts';

export type AskUnlock = (question: UnlockQuestion) => Promise<UnlockAnswer>;

export const askUnlockWorker: AskUnlock = question => {
  const worker = new Worker(new URL('./unlock-worker.ts', import.meta.url), {type: 'module'});
  return new Promise<UnlockAnswer>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<UnlockAnswer>) => resolve(event.data), {once: true});
    worker.addEventListener('error', () => reject(new Error('the unlock worker did not start')), {once: true});
    worker.postMessage(question);
  }).finally(() => worker.terminate());
};
