/**
 * When something was written, said by a device whose clock may stand in another year [B1]. Three readings, the first that can
 * be true: the server's time as the device reckoned it when writing; its clock set right by how far it is out now; the moment
 * of arrival. Nothing can have been written before the device last heard the server, nor after its op arrived.
 */
import type {Op} from '#protocol/ops.ts';

/** A device's clock is taken at its word when it is out by less. */
const CLOSE_MS = 60_000;

export function correctedTime(
  {at, heardAt, sinceServerMs}: Pick<Op, 'at' | 'heardAt' | 'sinceServerMs'>,
  {deviceNow, receivedAt}: {readonly deviceNow: string; readonly receivedAt: string},
): string {
  const received = Date.parse(receivedAt);
  const out = received - Date.parse(deviceNow);
  const written = Date.parse(at);
  const heard = heardAt === undefined ? null : Date.parse(heardAt);
  const reckoned = heard === null || sinceServerMs === null ? [] : [heard + sinceServerMs];
  const setRight = Math.abs(out) < CLOSE_MS ? written : written + out;
  const canBe = (time: number) => time <= received + CLOSE_MS && time >= (heard ?? 0) - CLOSE_MS;
  const time = [...(Math.abs(out) < CLOSE_MS ? [written] : []), ...reckoned, setRight].find(canBe) ?? received;
  return new Date(Math.min(time, received)).toISOString();
}
