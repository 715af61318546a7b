/** Routes by which a device of staff asks to be woken for an alarm. */
import {may} from '#domain/access/permissions.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {notificationAddressSchema, type NotificationKey} from '#protocol/notification-messages.ts';
import {hashToken} from '#server/identity/secrets.ts';
import {isPushService} from '#server/notifications/push-services.ts';
import {COOKIE} from './request-session.ts';
import {account, exchangeOf, posted, type Asked, type Route} from './route.ts';

/** @throws ProtocolError not_found to whoever answers no alarms. */
function demandAnswersAlarms(asked: Asked): void {
  if (!may(exchangeOf(asked).signedIn.role, 'notification.receive', false)) throw new ProtocolError('not_found');
}

const sessionOf = ({request}: Asked) => hashToken(request.cookies[COOKIE] ?? '');

async function key(asked: Asked): Promise<NotificationKey> {
  demandAnswersAlarms(asked);
  return {key: asked.services.notificationKey};
}

/** @throws ProtocolError not_found, also for an address that is no browser's push service, and where no device is woken. */
async function keepAddress(endpoint: string, asked: Asked): Promise<object> {
  demandAnswersAlarms(asked);
  const {notifications, notificationKey, clock} = asked.services;
  if (notificationKey === null || !isPushService(endpoint)) throw new ProtocolError('not_found');
  await notifications.keepAddress(endpoint, sessionOf(asked), new Date(clock()).toISOString());
  return {};
}

async function dropAddress(asked: Asked): Promise<object> {
  demandAnswersAlarms(asked);
  await asked.services.notifications.dropAddressOf(sessionOf(asked));
  return {};
}

export const NOTIFICATION_ROUTES: readonly Route[] = [
  {...account('/api/notifications', 60), method: 'GET', answer: key},
  posted(account('/api/notifications', 60), notificationAddressSchema, ({endpoint}, asked) => keepAddress(endpoint, asked)),
  {...account('/api/notifications/end', 60), method: 'POST', answer: dropAddress},
];
