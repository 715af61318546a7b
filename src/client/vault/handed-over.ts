/**
 * Words that go up by themselves: no command of the domain, always parked for a manager. What is more than one op can carry
 * goes as several, each with a part of its JSON: nothing is cut off, and nothing behind it waits for ever.
 */
import type {Id} from '#domain/shared/ids.ts';
import {HANDED_OVER_DRAFT, isCarried, type Op} from '#protocol/ops.ts';
import type {PendingOp} from './pending-ops.ts';

/** Characters; each may be written as two in the op, and still fits. */
const PIECE = 65_536;

export function handedOver(
  kind: string,
  about: Pick<Op, 'record' | 'person' | 'at' | 'body'>,
  {seq, newId}: {readonly seq: number; readonly newId: () => Id},
): readonly PendingOp[] {
  const opOf = (as: string, body: unknown, index: number): Op => ({
    ...about,
    op: newId(),
    seq: seq + index,
    kind: as,
    version: 1,
    scope: null,
    sinceServerMs: null,
    body,
  });
  const whole = opOf(kind, about.body, 0);
  const ops = isCarried(whole)
    ? [whole]
    : piecesOf(about.body).map((text, index, {length}) => opOf(HANDED_OVER_DRAFT, {part: index + 1, of: length, value: {text}}, index));
  return ops.map(op => ({op, state: 'queued', answer: null}));
}

function piecesOf(body: unknown): readonly string[] {
  const characters = Array.from(JSON.stringify(body));
  return Array.from({length: Math.ceil(characters.length / PIECE)}, (_, at) => characters.slice(at * PIECE, (at + 1) * PIECE).join(''));
}
