/** What the server noticed, for the administrator: what and how often, never whose. */
import {may} from '#domain/access/permissions.ts';
import type {AlarmList} from '#protocol/alarm-messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {Exchange} from '#server/sync/exchange.ts';

/** @throws ProtocolError not_found to whoever is not the administrator. */
export async function listAlarms({storage, signedIn}: Exchange): Promise<AlarmList> {
  if (!may(signedIn.role, 'alarms.read', false)) throw new ProtocolError('not_found');
  const alarms = await storage.snapshot(signedIn.authority, store => store.alarms());
  return {alarms: alarms.map(({kind, firstAt, lastAt, times}) => ({kind, firstAt, lastAt, times}))};
}
