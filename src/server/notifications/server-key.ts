/**
 * This server's key pair for push services (VAPID, RFC 8292): each request is signed for the one service it goes to and for
 * twelve hours, and says where the operator is found.
 */
import {createPrivateKey, generateKeyPairSync, sign, type JsonWebKey, type KeyObject} from 'node:crypto';
import type {NotificationStore} from '#server/db/notification-store.ts';

const HOURS_12_S = 43_200;

export class ServerKey {
  /** Uncompressed point, base64url: what a browser asks its push service for an address with. */
  readonly publicKey: string;
  readonly #private: KeyObject;

  private constructor(jwk: JsonWebKey) {
    this.#private = createPrivateKey({key: jwk, format: 'jwk'});
    const [x, y] = [jwk.x, jwk.y].map(part => Buffer.from(part ?? '', 'base64url'));
    this.publicKey = Buffer.concat([Buffer.from([4]), x ?? Buffer.alloc(0), y ?? Buffer.alloc(0)]).toString('base64url');
  }

  static async of(store: Pick<NotificationStore, 'privateKey'>, now: string): Promise<ServerKey> {
    const {privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
    return new ServerKey(await store.privateKey(privateKey.export({format: 'jwk'}), now));
  }

  /** The Authorization header of one request. `contact`: an https or mailto address, as the services demand. */
  authorization(endpoint: string, contact: string, nowMs: number): string {
    const claims = {aud: new URL(endpoint).origin, exp: Math.floor(nowMs / 1000) + HOURS_12_S, sub: contact};
    const signed = [{typ: 'JWT', alg: 'ES256'}, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const signature = sign('sha256', Buffer.from(signed), {key: this.#private, dsaEncoding: 'ieee-p1363'});
    return `vapid t=${signed}.${signature.toString('base64url')}, k=${this.publicKey}`;
  }
}
