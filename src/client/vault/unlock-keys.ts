/**
 * From a passphrase to the master key: Argon2id makes the wrapping key, AES-GCM wraps 32 random bytes. Runs in a worker
 * (unlock-worker.ts), which ends afterwards; only a key that cannot be exported comes out of it.
 */
import {argon2id} from 'hash-wasm';

export interface Wrap {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: ArrayBuffer;
}

/** sync.md C1: 64 MiB, three passes. OWASP's floor is 19 MiB, two. */
export const KEY_COST = {memoryKiB: 65_536, passes: 3} as const;

async function wrappingKey(passphrase: string, {memoryKiB, passes, salt}: Pick<Wrap, 'memoryKiB' | 'passes' | 'salt'>): Promise<CryptoKey> {
  const bytes = await argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    parallelism: 1,
    iterations: passes,
    memorySize: memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  });
  const key = new Uint8Array(bytes);
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** What the wrap is bound to: nobody can weaken its cost unnoticed. */
function bound(vault: string, {memoryKiB, passes}: Pick<Wrap, 'memoryKiB' | 'passes'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${vault}|${memoryKiB}|${passes}`);
}

const importMaster = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);

export async function makeMaster(
  vault: string,
  passphrase: string,
  cost: Pick<Wrap, 'memoryKiB' | 'passes'>,
): Promise<{wrap: Wrap; master: CryptoKey}> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const key = await wrappingKey(passphrase, {...cost, salt});
  const wrapped = await crypto.subtle.encrypt({name: 'AES-GCM', iv: nonce, additionalData: bound(vault, cost)}, key, bytes);
  const master = await importMaster(bytes);
  bytes.fill(0);
  return {wrap: {...cost, salt, nonce, wrapped}, master};
}

/** Null when the passphrase is not the one. */
export async function openMaster(vault: string, passphrase: string, wrap: Wrap): Promise<CryptoKey | null> {
  const key = await wrappingKey(passphrase, wrap);
  try {
    const bytes = new Uint8Array(
      await crypto.subtle.decrypt({name: 'AES-GCM', iv: wrap.nonce, additionalData: bound(vault, wrap)}, key, wrap.wrapped),
    );
    const master = await importMaster(bytes);
    bytes.fill(0);
    return master;
  } catch {
    return null;
  }
}

/**
 * What a young person's device sends instead of a password: made of their sign-in name and the passphrase at the same
 * cost as the key of the device, so the server can check it and never learns the passphrase (decision 012).
 */
export async function signInSecret(signInName: string, passphrase: string, cost: Pick<Wrap, 'memoryKiB' | 'passes'>): Promise<string> {
  const name = new TextEncoder().encode(`llwybr|sign-in|${signInName}`);
  const salt = new Uint8Array(await crypto.subtle.digest('SHA-256', name)).slice(0, 16);
  const secret = await argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'hex',
  });
  return secret;
}
