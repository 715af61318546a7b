/**
 * Records of delimited text, in a stream. Own code where a library would serve clean files: exports mix CR, LF and CRLF
 * in one file, leave quotes open, and lose their end, and the importer has to know which record that happened to. A
 * record keeps its number even when it is empty; nothing inside quotes is altered.
 */
export type Delimiter = ',' | ';' | '\t' | '|';
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

export interface CsvRecord {
  readonly cells: readonly string[];
  /** False only for a last record that no line end closed. */
  readonly isEnded: boolean;
  /** A quote was open when the text ended. */
  readonly isQuoteOpen: boolean;
}

type State = 'cell start' | 'plain' | 'quoted' | 'after quote';

/** Takes text in pieces and gives the records that each piece completes. */
export class RecordReader {
  readonly #delimiter: Delimiter;
  #state: State = 'cell start';
  #cells: string[] = [];
  #cell = '';
  #afterQuote = '';
  #skipLineFeed = false;
  #isRecordBegun = false;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  read(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < text.length) at = this.#step(text, at, records);
    return records;
  }

  /** The record that the end of the text leaves unfinished, if there is one. */
  end(): CsvRecord | null {
    if (!this.#isRecordBegun) return null;
    const isQuoteOpen = this.#state === 'quoted';
    this.#endCell();
    return {cells: this.#takeCells(), isEnded: false, isQuoteOpen};
  }

  #step(text: string, at: number, records: CsvRecord[]): number {
    const character = text[at] ?? '';
    if (this.#skipLineFeed) {
      this.#skipLineFeed = false;
      if (character === '\n') return at + 1;
    }
    this.#isRecordBegun = true;
    if (this.#state === 'quoted') return this.#inQuotes(text, at);
    if (this.#state === 'after quote' && character === '"' && this.#afterQuote === '') {
      this.#cell += '"';
      this.#state = 'quoted';
      return at + 1;
    }
    if (character === this.#delimiter) return this.#nextCell(at);
    if (character === '\n' || character === '\r') {
      this.#skipLineFeed = character === '\r';
      this.#endCell();
      records.push({cells: this.#takeCells(), isEnded: true, isQuoteOpen: false});
      return at + 1;
    }
    if (this.#state === 'after quote') return this.#pastQuote(character, at);
    if (this.#state === 'cell start' && character === '"' && this.#cell.trim() === '') {
      this.#cell = '';
      this.#state = 'quoted';
      return at + 1;
    }
    if (this.#state === 'cell start' && (character === ' ' || character === '\u00a0')) {
      this.#cell += character;
      return at + 1;
    }
    return this.#plain(text, at);
  }

  #plain(text: string, at: number): number {
    this.#state = 'plain';
    let end = at;
    while (end < text.length && text[end] !== this.#delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
    this.#cell += text.slice(at, end);
    return end;
  }

  #inQuotes(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      this.#cell += text.slice(at);
      return text.length;
    }
    this.#cell += text.slice(at, quote);
    this.#state = 'after quote';
    return quote + 1;
  }

  /** A quote that no delimiter follows was not the closing one: it belongs to the text. */
  #pastQuote(character: string, at: number): number {
    if (character === ' ') {
      this.#afterQuote += character;
      return at + 1;
    }
    this.#cell += `"${this.#afterQuote}${character}`;
    this.#afterQuote = '';
    this.#state = 'quoted';
    return at + 1;
  }

  #nextCell(at: number): number {
    this.#endCell();
    return at + 1;
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#afterQuote = '';
    this.#state = 'cell start';
  }

  #takeCells(): string[] {
    const cells = this.#cells;
    this.#cells = [];
    this.#isRecordBegun = false;
    return cells;
  }
}

/** All records of a short text: for headings and tests. */
export function recordsOf(text: string, delimiter: Delimiter): CsvRecord[] {
  const reader = new RecordReader(delimiter);
  const records = reader.read(text);
  const last = reader.end();
  return last ? [...records, last] : records;
}
