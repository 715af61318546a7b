/** What the Welsh dictionary's tests use of nspell, which comes without types. */
declare module 'nspell' {
  interface Speller {
    readonly correct: (word: string) => boolean;
  }
  export default function nspell(aff: Buffer, dic: Buffer): Speller;
}
