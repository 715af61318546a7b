/**
 * Sealing: AES-256-GCM with a fresh 96-bit nonce, done before a transaction opens and undone after it closes, never
 * inside one (an awaited cipher ends an IndexedDB transaction in Firefox and Safari). The place of a row is bound into
 * it, so that a row moved to another place does not open. Lengths are padded to 256 bytes.
 */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const PAD = 256;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {fatal: true});

/** A row that does not open: changed, moved, or sealed with another key. It is never overwritten by a guess. */
export class DamagedRowError extends Error {
  override name = 'DamagedRowError';
}

async function squeeze(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  // Written straight in: a Blob would go through another process of the browser, once for each segment.
  const writer = stream.writable.getWriter();
  const [squeezed] = await Promise.all([new Response(stream.readable).arrayBuffer(), writer.write(bytes), writer.close()]);
  return new Uint8Array(squeezed);
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 4) / PAD) * PAD);
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, 4);
  return whole;
}

function unpadded(bytes: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const length = new DataView(bytes).getUint32(0);
  if (length > bytes.byteLength - 4) throw new DamagedRowError('length');
  return new Uint8Array(bytes, 4, length);
}

/** `place`: what the row is and where it lies, for example `outbox|17`. */
export async function seal(key: CryptoKey, place: string, value: unknown, compress = false): Promise<Sealed> {
  const plain = encoder.encode(JSON.stringify(value));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const body = padded(compress ? await squeeze(plain, new CompressionStream('deflate-raw')) : plain);
  return {nonce, sealed: await crypto.subtle.encrypt({name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(place)}, key, body)};
}

/** @throws DamagedRowError */
export async function open<Value>(key: CryptoKey, place: string, {nonce, sealed}: Sealed, compressed = false): Promise<Value> {
  let body: Uint8Array<ArrayBuffer>;
  try {
    body = unpadded(await crypto.subtle.decrypt({name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(place)}, key, sealed));
    if (compressed) body = await squeeze(body, new DecompressionStream('deflate-raw'));
    return JSON.parse(decoder.decode(body)) as Value;
  } catch {
    throw new DamagedRowError(place);
  }
}
