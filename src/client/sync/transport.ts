/**
 * The only place that calls fetch. An answer counts only if its status, type and shape are right; anything else (a
 * captive portal, a cut body, a proxy's page) is being offline. Never a sentence from the network reaches a screen.
 */
import type * as z from 'zod/mini';
import {type acceptSchema, currentSessionSchema, invitationViewSchema, sessionSchema, type Session} from '#protocol/account-messages.ts';
import type {DigestsAnswer, DigestsRequest} from '#protocol/digest-messages.ts';
import {errorSchema, type ErrorBody} from '#protocol/errors.ts';
import {
  fileAnswerSchema,
  helloAnswerSchema,
  pullAnswerSchema,
  pushAnswerSchema,
  type FileAnswer,
  type HelloAnswer,
  type HelloRequest,
  type PullAnswer,
  type PullRequest,
  type PushAnswer,
  type PushRequest,
} from '#protocol/messages.ts';
import type {Id} from '#domain/shared/ids.ts';
import {pokeLines, type ReadPoke} from './poke-lines.ts';

export type Answered<Value> =
  | {readonly ok: true; readonly value: Value}
  | {readonly ok: false; readonly error: ErrorBody | {readonly code: 'offline'}};

/** What sync needs of a network; the simulator has another one. */
export interface Transport {
  readonly hello: (request: HelloRequest) => Promise<Answered<HelloAnswer>>;
  readonly push: (request: PushRequest) => Promise<Answered<PushAnswer>>;
  readonly pull: (request: PullRequest) => Promise<Answered<PullAnswer>>;
  readonly file: (person: Id) => Promise<Answered<FileAnswer>>;
  /** Absent: nothing is compared. */
  readonly digests?: (request: DigestsRequest) => Promise<Answered<DigestsAnswer>>;
}

const PUSH_TIMEOUT_MS = 20_000;
const PULL_TIMEOUT_MS = 60_000;
/** Asked before anybody is signed in. */
const WITHOUT_SESSION = new Set(['/api/session', '/api/sign-in', '/api/invitation', '/api/invitation/accept']);

export class HttpTransport implements Transport {
  #csrf: string | undefined;
  #account: Id | undefined;
  #owner: Id | undefined;

  /** From now on only this account's session is used: one person's words are never sent as another's [P9]. */
  useOnlyFor(account: Id | undefined): void {
    this.#owner = account;
  }

  hello = (request: HelloRequest) => this.#ask('POST', '/api/sync/v1/hello', helloAnswerSchema, request, PUSH_TIMEOUT_MS);
  push = (request: PushRequest) => this.#ask('POST', '/api/sync/v1/push', pushAnswerSchema, request, PUSH_TIMEOUT_MS);
  pull = (request: PullRequest): Promise<Answered<PullAnswer>> =>
    this.#ask('POST', '/api/sync/v1/pull', pullAnswerSchema, request, PULL_TIMEOUT_MS);
  file = (person: Id): Promise<Answered<FileAnswer>> =>
    this.#ask('GET', `/api/people/${person}/file`, fileAnswerSchema, undefined, PULL_TIMEOUT_MS);

  digests = async (request: DigestsRequest): Promise<Answered<DigestsAnswer>> => {
    const {digestsAnswerSchema} = await import('#protocol/digest-messages.ts');
    return this.#ask('POST', '/api/sync/v1/digests', digestsAnswerSchema, request, PULL_TIMEOUT_MS);
  };

  signIn = (signInName: string, password: string) => this.#session('/api/sign-in', {signInName, password});
  accept = (token: string, password: string) =>
    this.#session('/api/invitation/accept', {token, password} satisfies z.infer<typeof acceptSchema>);
  invitation = (token: string) => this.#ask('POST', '/api/invitation', invitationViewSchema, {token}, PUSH_TIMEOUT_MS);

  async current(): Promise<Answered<Session>> {
    const answered = await this.#ask('GET', '/api/session', currentSessionSchema, undefined, PUSH_TIMEOUT_MS);
    if (!answered.ok) return answered;
    const {session} = answered.value;
    return session ? this.#remember({ok: true, value: session}) : {ok: false, error: {code: 'unauthenticated'}};
  }

  async signOut(): Promise<void> {
    await this.#fetch('POST', '/api/sign-out', {}, PUSH_TIMEOUT_MS).catch(() => undefined);
    this.#csrf = undefined;
  }

  async #session(url: string, body: unknown): Promise<Answered<Session>> {
    return this.#remember(await this.#ask('POST', url, sessionSchema, body, PUSH_TIMEOUT_MS));
  }

  #remember(answered: Answered<Session>): Answered<Session> {
    if (answered.ok) {
      this.#csrf = answered.value.csrf;
      this.#account = answered.value.account;
    }
    return answered;
  }

  /** For exchanges that belong to one screen (people-online.ts); checks status, type and shape like all others. */
  ask = <Schema extends z.ZodMiniType>(method: 'GET' | 'POST', url: string, schema: Schema, body?: unknown) =>
    this.#ask(method, url, schema, method === 'POST' ? (body ?? {}) : undefined, PUSH_TIMEOUT_MS);

  async #ask<Schema extends z.ZodMiniType>(
    method: 'GET' | 'POST',
    url: string,
    schema: Schema,
    body: unknown,
    timeoutMs: number,
  ): Promise<Answered<z.infer<Schema>>> {
    if (!WITHOUT_SESSION.has(url)) {
      // After a reload the header's secret is fetched once with the cookie, and with it whose session this is.
      if (this.#csrf === undefined) {
        const current = await this.current();
        if (!current.ok) return current;
      }
      if (this.#owner !== undefined && this.#account !== this.#owner) return {ok: false, error: {code: 'unauthenticated'}};
    }
    try {
      const response = await this.#fetch(method, url, body, timeoutMs);
      if (!response.headers.get('content-type')?.startsWith('application/json')) return {ok: false, error: {code: 'offline'}};
      const json: unknown = await response.json();
      const parsed = (response.ok ? schema : errorSchema).safeParse(json);
      if (!parsed.success) return {ok: false, error: {code: 'offline'}};
      if (response.ok) return {ok: true, value: parsed.data as z.infer<Schema>};
      const error = parsed.data as ErrorBody;
      if (error.code === 'forgery_suspected' || error.code === 'unauthenticated') this.#csrf = undefined;
      return {ok: false, error};
    } catch {
      return {ok: false, error: {code: 'offline'}};
    }
  }

  #fetch(method: 'GET' | 'POST', url: string, body: unknown, timeoutMs: number): Promise<Response> {
    return fetch(url, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : {'content-type': 'application/json'}),
        ...(this.#csrf ? {'x-llwybr-csrf': this.#csrf} : {}),
      },
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
  }

  /**
   * Pokes of the server until `signal` ends it or the line breaks; the first says the version of now.
   * @throws when it cannot be opened or falls silent.
   */
  async listen(onPoke: (poke: ReadPoke) => void, signal: AbortSignal): Promise<void> {
    const response = await fetch('/api/sync/v1/stream', {
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
      headers: {accept: 'text/event-stream'},
    });
    if (!response.ok || !response.body) throw new Error('no stream');
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const lines = pokeLines();
    for (;;) {
      const {done, value} = await withSilenceLimit(reader.read());
      if (done) return;
      lines(value).forEach(onPoke);
    }
  }
}

const SILENCE_MS = 60_000;

function withSilenceLimit<Value>(read: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('silent')), SILENCE_MS);
    read.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
