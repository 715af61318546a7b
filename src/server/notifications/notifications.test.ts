import {createPublicKey, verify, type JsonWebKey} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import type {DueNotification} from '#server/db/notification-store.ts';
import {isPushService} from './push-services.ts';
import {sendNotifications, type Sending} from './send-notifications.ts';
import {ServerKey} from './server-key.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/abc';
const CONTACT = 'https://llwybr.example.org';
const newKey = () => ServerKey.of({privateKey: async fresh => fresh}, new Date(NOW).toISOString());

describe('the key that push services know this server by', () => {
  test('each request is signed for the service it goes to, for twelve hours, and says where the operator is found', async () => {
    const key = await newKey();
    const {token = '', named = ''} =
      /^vapid t=(?<token>\S+), k=(?<named>\S+)$/u.exec(key.authorization(ENDPOINT, CONTACT, NOW))?.groups ?? {};
    const [head = '', claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      aud: 'https://fcm.googleapis.com',
      exp: NOW / 1000 + 43_200,
      sub: CONTACT,
    });
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({typ: 'JWT', alg: 'ES256'});
    // Checked with what a browser is given, and with nothing else.
    const point = Buffer.from(named, 'base64url');
    expect([named, point.length, point[0]]).toEqual([key.publicKey, 65, 4]);
    const part = (from: number, to: number) => point.subarray(from, to).toString('base64url');
    const given = createPublicKey({key: {kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65)}, format: 'jwk'});
    const signed = (text: string) =>
      verify('sha256', Buffer.from(text), {key: given, dsaEncoding: 'ieee-p1363'}, Buffer.from(signature, 'base64url'));
    expect([signed(`${head}.${claims}`), signed(`${head}.${claims}x`)]).toEqual([true, false]);
  });

  test('it is kept: a server that starts again is the same to them', async () => {
    let kept: JsonWebKey | undefined;
    const store = {privateKey: async (fresh: JsonWebKey) => (kept ??= fresh)};
    expect((await ServerKey.of(store, '')).publicKey).toBe((await ServerKey.of(store, '')).publicKey);
    expect((await newKey()).publicKey).not.toBe((await newKey()).publicKey);
  });
});

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://web.push.apple.com/QGuQyavXutnMH', true],
  ['https://wns2-db5p.notify.windows.com/w/?token=abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/fcm/send/abc', false],
  ['https://user:pass@fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com.example.org/abc', false],
  ['https://notfcm.googleapis.com/abc', false],
  ['https://127.0.0.1/abc', false],
  ['https://localhost/abc', false],
  ['https://[::1]/abc', false],
  ['file:///etc/passwd', false],
  ['', false],
  ['https://fcm.googleapis.com/a\u0000b', false],
  ['https://fcm.googleapis.com/a b', false],
])('an address that this server sends to: %s %s', (endpoint, is) => {
  expect(isPushService(endpoint)).toBe(is);
});

describe('what is due is sent', () => {
  const sendingTo = (answer: (url: string) => Response | Error, endpoints: readonly (readonly [string, number])[]) => {
    const asked: {url: string; init: RequestInit | undefined}[] = [];
    const did: string[] = [];
    const due: readonly DueNotification[] = endpoints.map(([endpoint, tries]) => ({endpoint, tries, nextAt: new Date(NOW).toISOString()}));
    const sending: Sending = {
      notifications: {
        due: async () => due,
        end: async ({endpoint}) => void did.push(`end ${endpoint}`),
        tryAgain: async ({endpoint}, at) => void did.push(`again ${endpoint} ${at.slice(11, 19)}`),
        dropAddress: async endpoint => void did.push(`drop ${endpoint}`),
      },
      key: {authorization: endpoint => `vapid for ${new URL(endpoint).host}`},
      contact: CONTACT,
      clock: () => NOW,
      post: async (url, init) => {
        asked.push({url: url, init});
        const answered = answer(url);
        if (answered instanceof Error) throw answered;
        return answered;
      },
    };
    return {sending, asked, did};
  };

  test('with nothing in it: no words, no name, no number, and no body at all', async () => {
    const {sending, asked, did} = sendingTo(() => new Response(null, {status: 201}), [[ENDPOINT, 0]]);
    expect(await sendNotifications(sending)).toEqual({sent: 1, gone: 0, waiting: 0, refused: 0});
    expect(did).toEqual([`end ${ENDPOINT}`]);
    const {signal, ...init} = asked[0]?.init ?? {};
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(init).toEqual({
      method: 'POST',
      redirect: 'manual',
      headers: {authorization: 'vapid for fcm.googleapis.com', ttl: '86400', urgency: 'high', topic: 'alarm'},
    });
  });

  test.each([
    [404, 'gone', `drop ${ENDPOINT}`],
    [410, 'gone', `drop ${ENDPOINT}`],
    [429, 'waiting', `again ${ENDPOINT} 10:00:15`],
    [503, 'waiting', `again ${ENDPOINT} 10:00:15`],
    [403, 'refused', `end ${ENDPOINT}`],
    [302, 'refused', `end ${ENDPOINT}`],
  ] as const)('answered with %i it is %s', async (status, outcome, did) => {
    const world = sendingTo(() => new Response(null, {status}), [[ENDPOINT, 0]]);
    expect((await sendNotifications(world.sending))[outcome]).toBe(1);
    expect(world.did).toEqual([did]);
  });

  test('without a network it waits twice as long each time, and after six times no longer', async () => {
    const other = (number: number) => `https://web.push.apple.com/${number}`;
    const world = sendingTo(
      () => new Error('no network'),
      [
        [other(1), 1],
        [other(2), 4],
        [other(3), 5],
      ],
    );
    await sendNotifications(world.sending);
    expect(world.did.toSorted()).toEqual([`again ${other(1)} 10:00:30`, `again ${other(2)} 10:04:00`, `end ${other(3)}`]);
  });

  test('one that fails holds up no other, and a place that is no push service is never asked', async () => {
    const world = sendingTo(
      url => (url === ENDPOINT ? new Error('no network') : new Response(null, {status: 201})),
      [
        [ENDPOINT, 0],
        ['https://web.push.apple.com/a', 0],
        ['https://10.0.0.1/inside', 0],
      ],
    );
    expect(await sendNotifications(world.sending)).toEqual({sent: 1, gone: 1, waiting: 1, refused: 0});
    expect(world.asked.map(({url}) => url)).toEqual([ENDPOINT, 'https://web.push.apple.com/a']);
  });
});
