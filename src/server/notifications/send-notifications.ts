/**
 * Wakes the devices of those whom an alarm has come to. What goes out has no body: not a word, not a name and not a number, not
 * even sealed; the device shows a sentence of its own. What a push service cannot take now is tried again for some minutes, and
 * the alarm goes its way all the same (domain/worry/escalation.ts).
 */
import type {NotificationStore} from '#server/db/notification-store.ts';
import {isPushService} from './push-services.ts';
import type {ServerKey} from './server-key.ts';

/** For how long a push service keeps it for a device that is switched off: in the morning it is still told. */
const KEPT_S = 86_400;
const WAIT_MS = 10_000;
/** 15 s, 30 s, 1 min, 2 min, 4 min. */
const AGAIN_MS = 15_000;
const TRIES = 6;
const AT_ONCE = 50;

export interface Sending {
  readonly notifications: Pick<NotificationStore, 'due' | 'end' | 'tryAgain' | 'dropAddress'>;
  readonly key: Pick<ServerKey, 'authorization'>;
  readonly contact: string;
  readonly clock: () => number;
  readonly post?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface Sent {
  readonly sent: number;
  /** The device has taken its address back. */
  readonly gone: number;
  /** Asked again later. */
  readonly waiting: number;
  /** By a push service, for good: this server's fault. */
  readonly refused: number;
}

type Outcome = keyof Sent;

async function outcomeOf({key, contact, clock, post = fetch}: Sending, endpoint: string): Promise<Outcome> {
  if (!isPushService(endpoint)) return 'gone';
  try {
    const answer = await post(endpoint, {
      method: 'POST',
      headers: {authorization: key.authorization(endpoint, contact, clock()), ttl: String(KEPT_S), urgency: 'high', topic: 'alarm'},
      redirect: 'manual',
      signal: AbortSignal.timeout(WAIT_MS),
    });
    await answer.body?.cancel();
    if (answer.ok) return 'sent';
    if (answer.status === 404 || answer.status === 410) return 'gone';
    return answer.status === 429 || answer.status >= 500 ? 'waiting' : 'refused';
  } catch {
    return 'waiting';
  }
}

/** All that is due now. A second server that does the same at once wakes a device twice, and it shows one notice. */
export async function sendNotifications(sending: Sending): Promise<Sent> {
  const {notifications, clock} = sending;
  const due = await notifications.due(new Date(clock()).toISOString(), AT_ONCE);
  const outcomes = await Promise.all(
    due.map(async each => {
      const outcome = await outcomeOf(sending, each.endpoint);
      if (outcome === 'gone') await notifications.dropAddress(each.endpoint);
      else if (outcome === 'waiting' && each.tries + 1 < TRIES)
        await notifications.tryAgain(each, new Date(clock() + AGAIN_MS * 2 ** each.tries).toISOString());
      else await notifications.end(each);
      return outcome;
    }),
  );
  const count = (wanted: Outcome) => outcomes.filter(outcome => outcome === wanted).length;
  return {sent: count('sent'), gone: count('gone'), waiting: count('waiting'), refused: count('refused')};
}
