/**
 * The vault's keys. One random master key; every use and every scope has its own key derived from it (HKDF). The
 * master exists in the clear only while it is wrapped or unwrapped (unlock-keys.ts); all that leaves there is
 * non-extractable, and `lock` drops it.
 */
import type {Id} from '#domain/shared/ids.ts';

const encoder = new TextEncoder();
const NO_SALT = new Uint8Array(32);

export class VaultKeys {
  readonly #master: CryptoKey;
  readonly #derived = new Map<string, Promise<CryptoKey>>();

  /** `master`: an HKDF key that cannot be exported. */
  constructor(master: CryptoKey) {
    this.#master = master;
  }

  #aes(use: string): Promise<CryptoKey> {
    const known = this.#derived.get(use);
    if (known) return known;
    const key = crypto.subtle.deriveKey(
      {name: 'HKDF', hash: 'SHA-256', salt: NO_SALT, info: encoder.encode(use)},
      this.#master,
      {name: 'AES-GCM', length: 256},
      false,
      ['encrypt', 'decrypt'],
    );
    this.#derived.set(use, key);
    return key;
  }

  scope(scope: Id): Promise<CryptoKey> {
    return this.#aes(`scope|${scope}`);
  }

  outbox(): Promise<CryptoKey> {
    return this.#aes('outbox');
  }

  drafts(): Promise<CryptoKey> {
    return this.#aes('drafts');
  }

  state(): Promise<CryptoKey> {
    return this.#aes('state');
  }

  /** The name under which a scope or a draft lies on disk: says nothing of what it is. */
  async tag(name: string): Promise<string> {
    const known =
      this.#derived.get('tags') ??
      crypto.subtle.deriveKey(
        {name: 'HKDF', hash: 'SHA-256', salt: NO_SALT, info: encoder.encode('tags')},
        this.#master,
        {name: 'HMAC', hash: 'SHA-256', length: 256},
        false,
        ['sign'],
      );
    this.#derived.set('tags', known);
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await known, encoder.encode(name)));
    return Array.from(mac.slice(0, 16), byte => byte.toString(16).padStart(2, '0')).join('');
  }
}
