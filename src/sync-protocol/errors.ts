/** The closed list of codes with which a whole exchange can be refused. Never a sentence; words are in locales/. */
import * as z from 'zod/mini';

export const ERROR_CODES = [
  'envelope_invalid',
  'too_large',
  'unauthenticated',
  'forgery_suspected',
  'not_found',
  'not_allowed',
  'too_many_requests',
  'epoch_changed',
  'rolled_back',
  'sequence_gap',
  'op_reused',
  'client_not_yours',
  'busy',
  'credentials_wrong',
  'invitation_invalid',
  'password_weak',
  'choose_password',
  'upgrade_needed',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const errorSchema = z.object({
  code: z.enum(ERROR_CODES),
  epoch: z.optional(z.string()),
  lastSeq: z.optional(z.number()),
  fields: z.optional(z.array(z.string())),
  token: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.number()),
});
export type ErrorBody = z.infer<typeof errorSchema>;

/** Thrown by exchange handlers on either side; carries a code, never personal data. */
export class ProtocolError extends Error {
  override name = 'ProtocolError';
  readonly body: ErrorBody;
  constructor(code: ErrorCode, detail: Omit<ErrorBody, 'code'> = {}) {
    super(code);
    this.body = {code, ...detail};
  }
}
