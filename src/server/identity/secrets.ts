/** Passwords (Argon2id, OWASP's parameters) and one-time tokens (256 random bits, stored as SHA-256). */
import {createHash, randomBytes} from 'node:crypto';
import {hash, verify} from '@node-rs/argon2';
import {PASSWORD_MINIMUM} from '#protocol/account-messages.ts';

const ARGON2ID = {algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1} as const;

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2ID);
}

/** Long enough, and not one character over and over. */
export function isStrongEnough(password: string): boolean {
  return [...password.normalize('NFC')].length >= PASSWORD_MINIMUM && new Set(password).size > 3;
}

let nobody: Promise<string> | undefined;

/** Takes as long when there is no such account, so that time does not tell whether there is one. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const matches = await verify(stored ?? (await nobody), password.normalize('NFC'));
  return stored !== null && matches;
}

const WORDS = [
  'afon',
  'bara',
  'castell',
  'derw',
  'eira',
  'ffenest',
  'golau',
  'haul',
  'ynys',
  'llyfr',
  'mynydd',
  'nant',
  'olwyn',
  'pont',
  'rhedyn',
  'seren',
  'traeth',
  'ceffyl',
  'wennol',
  'ysgol',
  'coeden',
  'dafad',
  'enfys',
  'ffynnon',
  'gwenyn',
  'hebog',
  'iorwg',
  'llwybr',
  'melin',
  'niwl',
  'pentre',
  'rhaeadr',
] as const;

/** Digits and letters that nobody takes for one another, read out or written down (Crockford's base 32). */
const CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

/** A one-time code to read out, 50 random bits: "7KQ2M-XR4TD". */
export function spokenCode(): string {
  const signs = Array.from(randomBytes(CODE_LENGTH), byte => CODE_SIGNS[byte % CODE_SIGNS.length]).join('');
  return `${signs.slice(0, CODE_LENGTH / 2)}-${signs.slice(CODE_LENGTH / 2)}`;
}

/** A code however it was typed, in one writing; a token that is no code is given back as it is. */
export function canonicalToken(typed: string): string {
  const signs = typed.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return signs.length === CODE_LENGTH && Array.from(signs).every(sign => CODE_SIGNS.includes(sign)) ? signs : typed;
}

/** A sign-in name that says nothing about anybody: two words and four digits. */
export function neutralSignInName(): string {
  const bytes = randomBytes(6);
  const words = [bytes[0] ?? 0, bytes[1] ?? 0].map(byte => WORDS[byte % WORDS.length]);
  return `${words.join('-')}-${String(bytes.readUInt32BE(2) % 10_000).padStart(4, '0')}`;
}

/** A password to read out or type once: four words and four digits, made at this moment, kept nowhere. */
export function spokenPassword(): string {
  const bytes = randomBytes(8);
  const words = Array.from({length: 4}, (_, at) => WORDS[(bytes[at] ?? 0) % WORDS.length]);
  return `${words.join('-')}-${String(bytes.readUInt32BE(4) % 10_000).padStart(4, '0')}`;
}
