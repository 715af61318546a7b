/**
 * Bytes of an export to text, whatever system wrote them: UTF-8, UTF-16, a code page of one byte a letter, and UTF-8 with
 * single windows-1252 bytes in it. Found by reading the whole file once, never by guessing from a sample, because
 * the only ŵ may stand on the last line. Memory stays bounded by the size of a chunk.
 */
import {createReadStream} from 'node:fs';
import {TextDecoder} from 'node:util';

import {type ByteContexts, CODE_PAGES, type CodePage, codePageOf, noContexts, noteContexts} from './code-pages.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage | 'utf-8 with windows-1252';

const MULTI_BYTE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const HIGH = /[\x80-\xff]/g;
const MULTI_BYTE_OR_HIGH = new RegExp(`${MULTI_BYTE.source}|[\\x80-\\xff]`, 'g');
/** The start of a UTF-8 sequence that the next chunk may finish. */
const UNFINISHED = /(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})$/;
const BYTE_ORDER_MARK = '\ufeff';

interface ByteCounts {
  sequences: number;
  strays: number;
  readonly contexts: ByteContexts;
}

export async function encodingOf(path: string): Promise<Encoding> {
  const counts: ByteCounts = {sequences: 0, strays: 0, contexts: noContexts()};
  let head: Buffer | null = null;
  let carry = '';
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (head === null) {
      head = chunk.subarray(0, 4096);
      const wide = wideEncodingOf(head);
      if (wide) return wide;
    }
    const text = carry + chunk.toString('latin1');
    carry = UNFINISHED.exec(text)?.[0] ?? '';
    count(text.slice(0, text.length - carry.length), counts);
  }
  // A file cut off inside a letter is still UTF-8; a lone last byte in a file without any other sequence is not.
  if (carry !== '' && counts.sequences === 0) count(carry, counts);
  return narrowEncodingOf(counts);
}

function wideEncodingOf(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const nulsAt = (parity: number) => head.reduce((sum, byte, at) => sum + (byte === 0 && at % 2 === parity ? 1 : 0), 0);
  if (nulsAt(1) > head.length / 4) return 'utf-16le';
  return nulsAt(0) > head.length / 4 ? 'utf-16be' : null;
}

function count(latin1: string, counts: ByteCounts): void {
  counts.sequences += latin1.match(MULTI_BYTE)?.length ?? 0;
  const strays = latin1.replace(MULTI_BYTE, '').match(HIGH);
  if (!strays) return;
  counts.strays += strays.length;
  noteContexts(latin1, counts.contexts);
}

function narrowEncodingOf(counts: ByteCounts): Encoding {
  if (counts.strays === 0) return 'utf-8';
  return counts.sequences > counts.strays ? 'utf-8 with windows-1252' : codePageOf(counts.contexts);
}

const single = (byte: string): string => CODE_PAGES['windows-1252'][byte.charCodeAt(0) - 0x80] ?? byte;

/** Text of a chunk of mixed text that is held as latin1. */
function decodeMixed(latin1: string): string {
  return latin1.replace(MULTI_BYTE_OR_HIGH, bytes => (bytes.length > 1 ? Buffer.from(bytes, 'latin1').toString('utf8') : single(bytes)));
}

/** Opens a decoder that takes chunks in order; `end` gives what was left over. The byte order mark is taken off. */
function decoderFor(encoding: Encoding): {text: (chunk: Buffer) => string; end: () => string} {
  if (encoding === 'utf-16le' || encoding === 'utf-16be' || encoding === 'utf-8') {
    const decoder = new TextDecoder(encoding);
    return {text: chunk => decoder.decode(chunk, {stream: true}), end: () => decoder.decode()};
  }
  if (encoding !== 'utf-8 with windows-1252') {
    const page = CODE_PAGES[encoding];
    return {text: chunk => chunk.toString('latin1').replace(HIGH, byte => page[byte.charCodeAt(0) - 0x80] ?? byte), end: () => ''};
  }
  let carry = '';
  return {
    text: chunk => {
      const all = carry + chunk.toString('latin1');
      carry = UNFINISHED.exec(all)?.[0] ?? '';
      return decodeMixed(all.slice(0, all.length - carry.length));
    },
    end: () => decodeMixed(carry),
  };
}

/** The text of a file in pieces, with the bytes read so far. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<{text: string; bytes: number}> {
  const decoder = decoderFor(encoding);
  let bytes = 0;
  let isFirst = true;
  const strip = (text: string) => {
    const stripped = isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    if (text !== '') isFirst = false;
    return stripped;
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    yield {text: strip(decoder.text(chunk)), bytes};
  }
  yield {text: strip(decoder.end()), bytes};
}
