/** One place where failures become answers: a code and a status, never a sentence, a stack or a name. */
import type {FastifyError, FastifyReply, FastifyRequest} from 'fastify';
import {ProtocolError, type ErrorBody, type ErrorCode} from '#protocol/errors.ts';
import {busy} from './admission.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  envelope_invalid: 400,
  too_large: 413,
  unauthenticated: 401,
  forgery_suspected: 403,
  not_found: 404,
  not_allowed: 409,
  too_many_requests: 429,
  epoch_changed: 409,
  rolled_back: 409,
  sequence_gap: 409,
  op_reused: 409,
  client_not_yours: 403,
  busy: 503,
  credentials_wrong: 401,
  invitation_invalid: 404,
  password_weak: 422,
  choose_password: 409,
  upgrade_needed: 426,
  internal: 500,
};

/** SQL states that pass by themselves: lock and statement time-outs, no room, too many connections, shutting down. */
const PASSING = /^(55P03|57014|40001|40P01|53\d{3}|57P0[1-3]|08\d{3})$/;

function bodyOf(error: FastifyError & {code?: string}): ErrorBody {
  if (error instanceof ProtocolError) return error.body;
  if (error.statusCode === 413) return {code: 'too_large'};
  if (error.statusCode === 429) return {code: 'too_many_requests'};
  if (error.statusCode !== undefined && error.statusCode < 500) return {code: 'envelope_invalid'};
  if (PASSING.test(error.code ?? '')) return busy().body;
  return {code: 'internal'};
}

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const body = bodyOf(error);
  // The log gets the kind of failure and where, never a message: a message can hold what somebody typed.
  if (body.code === 'internal')
    request.log.error(
      {failure: error.name, code: error.code, route: request.routeOptions.url, stack: error.stack?.split('\n').slice(1, 6)},
      'request failed',
    );
  // [E3] The audit says whose device proved it; the log says that there is something to look for.
  if (body.code === 'rolled_back')
    request.log.error({route: request.routeOptions.url}, 'a device knows more than the store: the store has lost something (epoch renew)');
  if (body.retryAfterSeconds) void reply.header('retry-after', body.retryAfterSeconds);
  void reply.status(STATUS[body.code]).send(body);
}
