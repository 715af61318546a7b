/** The HTTP server: strict headers, one session check, one error shape, the table of routes, and the built client. */
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import serveStatic from '@fastify/static';
import fastify, {type FastifyInstance, type FastifyRequest} from 'fastify';
import {ProtocolError} from '#protocol/errors.ts';
import {PUSH_LIMIT_BYTES} from '#protocol/ops.ts';
import {Admission, ADMISSION, busy, type AdmissionLimits} from './admission.ts';
import {answerError} from './error-answers.ts';
import {COOKIE, demandSameSite, demandSession} from './request-session.ts';
import type {Route, Services} from './route.ts';
import {ROUTES} from './routes.ts';

export interface AppOptions {
  readonly services: Services;
  /** Folder of the built client; undefined serves the API alone (tests). */
  readonly clientFolder: string | undefined;
  readonly trustProxy: boolean;
  /** Whether the public address is https: adds HSTS and secure cookies. */
  readonly https: boolean;
  readonly log: boolean;
  /** Tests that ask thousands of times switch the limits off; nothing else may. */
  readonly limits?: boolean;
  /** Tests that want to meet a full house make it small. */
  readonly admission?: AdmissionLimits;
}

const NONE = ["'none'"];
const SELF = ["'self'"];

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: PUSH_LIMIT_BYTES,
    trustProxy: options.trustProxy,
    forceCloseConnections: true,
    logger: options.log
      ? {level: 'warn', serializers: {req: (request: FastifyRequest) => ({method: request.method, route: request.routeOptions?.url})}}
      : false,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NONE,
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: SELF,
        imgSrc: SELF,
        fontSrc: SELF,
        connectSrc: SELF,
        workerSrc: SELF,
        manifestSrc: SELF,
        baseUri: NONE,
        formAction: SELF,
        frameAncestors: NONE,
        objectSrc: NONE,
      },
    },
    strictTransportSecurity: options.https ? {maxAge: 31_536_000, includeSubDomains: true} : false,
    referrerPolicy: {policy: 'no-referrer'},
    xFrameOptions: {action: 'deny'},
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(compress, {globalDecompression: false});
  if (options.limits !== false)
    await app.register(rateLimit, {
      global: false,
      keyGenerator: keyOf,
      errorResponseBuilder: () => new ProtocolError('too_many_requests', {retryAfterSeconds: 60}),
    });
  app.setErrorHandler(answerError);
  const admission = new Admission(options.admission ?? ADMISSION);
  for (const route of ROUTES) addRoute(app, route, options, admission);
  await serveClient(app, options.clientFolder);
  return app;
}

const keyOf = (request: FastifyRequest) => request.cookies?.[COOKIE] ?? request.ip;

function addRoute(app: FastifyInstance, route: Route, {services, limits}: AppOptions, admission: Admission): void {
  app.route({
    method: route.method,
    url: route.url,
    ...(limits === false
      ? {}
      : {
          config: {
            rateLimit: {
              max: route.perMinute,
              timeWindow: 60_000,
              ...(route.access === 'public' ? {keyGenerator: (request: FastifyRequest) => request.ip} : {}),
            },
          },
        }),
    handler: (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const answer = async () => {
        if (route.access === 'public' && route.method !== 'GET') demandSameSite(request);
        const session = route.access === 'public' ? undefined : await demandSession(services.identity, request);
        return route.answer({request, reply, session, services});
      };
      return route.turn ? admission.run(route.turn, () => (request.socket.destroyed ? hungUp() : answer())) : answer();
    },
  });
}

/** Whoever gave up while waiting in line asks again later; work done now would be for nobody. */
const hungUp = () => Promise.reject(busy());

async function serveClient(app: FastifyInstance, folder: string | undefined): Promise<void> {
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage =
      folder !== undefined &&
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) throw new ProtocolError('not_found');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
  if (folder === undefined) return;
  await app.register(serveStatic, {
    root: folder,
    cacheControl: false,
    // Built files carry a hash in their name; pages, the worker and the manifest are asked for anew each time.
    setHeaders: (reply, path) =>
      void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
}
