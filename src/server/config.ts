/** Settings from the environment, read once. A bad one stops the start and names itself. */
import {isIP} from 'node:net';
import {resolve, sep} from 'node:path';
import {z} from 'zod';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z
    .string()
    .min(1)
    .refine(host => isIP(host) !== 0 || /^[a-z0-9.-]+$/i.test(host))
    .default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  MARK_FILE: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PUBLIC_URL: z.url({protocol: /^https?$/}).optional(),
  TRUST_PROXY: z.stringbool().default(false),
  SAMPLE: z.stringbool().optional(),
  NOTIFICATIONS: z.stringbool().default(false),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Beside the store and not in it: what is put back with the store could not tell on it. */
  readonly markFile: string;
  readonly databaseUrl: string | undefined;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  /** Whether a sample authority may be made in an empty store. */
  readonly sample: boolean;
  /** What push services are told about whoever runs this, where devices of staff are woken for an alarm; undefined: none is. */
  readonly notificationContact: string | undefined;
}

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** @throws ConfigError with the name of the setting and what it may be; never with its value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(`Setting ${String(parsed.error.issues[0]?.path[0])} is not usable; see "Settings" in README.md.`);
  const {
    PORT: port,
    HOST: host,
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl,
    TRUST_PROXY: trustProxy,
    SAMPLE,
    NOTIFICATIONS,
  } = parsed.data;
  if (!LOOPBACK.includes(host) && !publicUrl?.startsWith('https://')) {
    throw new ConfigError('Setting PUBLIC_URL must be an https address when HOST is not this machine itself.');
  }
  const dataDir = resolve(parsed.data.DATA_DIR);
  const markFile = resolve(parsed.data.MARK_FILE ?? `${dataDir}.mark`);
  if (markFile.startsWith(dataDir + sep)) throw new ConfigError('Setting MARK_FILE must name a file outside DATA_DIR.');
  if (NOTIFICATIONS && !publicUrl?.startsWith('https://'))
    throw new ConfigError('Setting PUBLIC_URL must be an https address for NOTIFICATIONS.');
  return {
    port,
    host,
    dataDir,
    markFile,
    databaseUrl,
    publicUrl,
    trustProxy,
    sample: SAMPLE ?? (databaseUrl === undefined && LOOPBACK.includes(host)),
    notificationContact: NOTIFICATIONS ? publicUrl : undefined,
  };
}
