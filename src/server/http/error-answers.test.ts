/** [E3] A proof of loss is for the operator's eyes too: one line each time, and nothing of anybody in it. */
import type {FastifyError, FastifyReply, FastifyRequest} from 'fastify';
import {expect, test} from 'vitest';
import {ProtocolError} from '#protocol/errors.ts';
import {answerError} from './error-answers.ts';

function answer(error: Error): {logged: unknown[]; sent: unknown[]} {
  const logged: unknown[] = [];
  const sent: unknown[] = [];
  const request = {
    log: {error: (...line: unknown[]) => logged.push(line)},
    routeOptions: {url: '/api/sync/v1/hello'},
    url: '/api/sync/v1/hello?somebody',
  };
  const reply = {
    header: (...header: unknown[]) => sent.push(header),
    status: (status: number) => ({send: (body: unknown) => sent.push([status, body])}),
  };
  answerError(error as FastifyError, request as unknown as FastifyRequest, reply as unknown as FastifyReply);
  return {logged, sent};
}

test('[E3] rolled_back is answered as ever and logged once, by route alone', () => {
  const {logged, sent} = answer(new ProtocolError('rolled_back', {epoch: 'e', lastSeq: 7}));
  expect(sent).toEqual([[409, {code: 'rolled_back', epoch: 'e', lastSeq: 7}]]);
  expect(logged).toEqual([
    [{route: '/api/sync/v1/hello'}, 'a device knows more than the store: the store has lost something (epoch renew)'],
  ]);
});

test('ordinary refusals are not logged; a busy one says when to come back', () => {
  const {logged, sent} = answer(new ProtocolError('busy', {retryAfterSeconds: 12}));
  expect([logged, sent]).toEqual([
    [],
    [
      ['retry-after', 12],
      [503, {code: 'busy', retryAfterSeconds: 12}],
    ],
  ]);
});
