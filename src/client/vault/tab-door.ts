/**
 * One tab at a time works in a vault. Whoever unlocks asks the tab that has it to keep its last words and lock; one
 * that does not answer is passed over, and the fence then refuses its writes. The lock is held by the page, not by a
 * worker: some browsers forget to free a worker's lock.
 */
const ANSWER_WITHIN_MS = 3_000;

/** `leave`: lock this vault now, drafts first. @returns a function that gives the vault back. */
export async function takeVault(name: string, leave: () => void): Promise<() => void> {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return () => undefined;
  const lock = `llwybr:${name}`;
  const channel = new BroadcastChannel(lock);
  let giveBack: () => void = () => undefined;
  const held = new Promise<void>(resolve => {
    giveBack = resolve;
  });
  let isHeld = false;
  /** Settles when the lock is ours (true) or is not to be had this way; a lock taken from us later means: leave. */
  const request = (options: LockOptions) =>
    new Promise<boolean>(resolve => {
      const working = navigator.locks.request(lock, options, granted => {
        isHeld = granted !== null;
        resolve(isHeld);
        return isHeld ? held : undefined;
      });
      working.catch(() => (isHeld ? leave() : resolve(false)));
    });
  if (!(await request({ifAvailable: true}))) {
    channel.postMessage('leave');
    if (!(await request({signal: AbortSignal.timeout(ANSWER_WITHIN_MS)}))) await request({steal: true});
  }
  channel.addEventListener('message', leave);
  return () => {
    channel.close();
    giveBack();
  };
}
