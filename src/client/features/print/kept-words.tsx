/**
 * What was written in one field, whole. Where several versions are kept and nobody has chosen between them, every one is on
 * paper, with who wrote it and when, under a line that says so: paper that showed one of them would choose in silence.
 */
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord, Head} from '#domain/shared/record.ts';
import {versionsIn} from '#domain/shared/versions.ts';
import {useText} from '#client/i18n/text.ts';
import type {WrittenWords} from '#client/ui/free-text.tsx';
import {Cell, PaperWords} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

type Written = Pick<DomainRecord, 'data' | 'heads'>;

/** Those that nobody has chosen between; none where one stands. */
function keptVersions(record: Written, field: string): readonly Head[] {
  const found = versionsIn(record).find(each => each.field === field);
  const kept = (found?.heads ?? []).filter(({overtaken}) => !overtaken);
  return kept.length > 1 ? kept : [];
}

export const hasVersions = (record: Written): boolean => Object.keys(record.heads).some(field => keptVersions(record, field).length > 0);

/** The field with several versions of which this is the one that screens show. */
export function versionedField(record: Written, value: unknown): string | undefined {
  return Object.keys(record.heads).find(field => record.data[field] === value && keptVersions(record, field).length > 0);
}

function asWords(value: unknown): WrittenWords | null {
  if (typeof value === 'string') return value.trim() === '' ? null : {text: value, lang: 'not_stated'};
  const words = value as WrittenWords | null | undefined;
  return words?.text?.trim() ? words : null;
}

/** At the end of a word, with a sign that something is left out. */
function beginningOf(words: WrittenWords | null, length: number): WrittenWords | null {
  const letters = [...(words?.text ?? '')];
  if (words === null || letters.length <= length) return words;
  const cut = letters.slice(0, length).join('');
  return {...words, text: `${cut.slice(0, cut.lastIndexOf(' ') === -1 ? cut.length : cut.lastIndexOf(' '))} …`};
}

interface Kept {
  readonly file: Pick<PaperFile, 'nameOf'>;
  readonly record: Written | undefined;
  readonly field: string;
  /** No more of it than so many letters, shared by its versions; that there is more is said. */
  readonly atMost?: number;
}

interface Version {
  readonly key: string;
  /** Null where one version stands: its author is then said elsewhere, or nowhere. */
  readonly made: string | null;
  readonly words: WrittenWords | null;
}

function useKept({file, record, field, atMost = Number.POSITIVE_INFINITY}: Kept) {
  const {t, format} = useText();
  const heads = record ? keptVersions(record, field) : [];
  const all: readonly Version[] =
    heads.length === 0
      ? [{key: field, made: null, words: asWords(record?.data[field])}]
      : heads.map(({ops, author, at, value}) => ({
          key: ops[0] ?? at,
          made: [file.nameOf(author) ?? t('print:versions.someone'), format.longDate(calendarDateInWales(at)), format.time(at)].join(', '),
          words: asWords(value),
        }));
  const length = Math.floor(atMost / all.length);
  const versions = all.map(each => ({...each, words: beginningOf(each.words, length)}));
  return {several: heads.length > 0, versions, isCut: versions.some(({words}, index) => words?.text !== all[index]?.words?.text)};
}

interface KeptWordsProps extends Kept {
  readonly label?: string;
  readonly quote?: boolean;
  readonly level?: 3 | 4;
}

export function KeptWords({label, quote = false, level = 4, ...kept}: KeptWordsProps) {
  const {t} = useText();
  const {several, versions, isCut} = useKept(kept);
  const Heading = `h${level}` as const;
  const rest = isCut && <p>{t('print:summary.rest')}</p>;
  if (!several)
    return (
      <>
        <PaperWords {...(label === undefined ? {} : {label})} quote={quote} level={level} words={versions[0]?.words} />
        {rest}
      </>
    );
  return (
    <>
      {label !== undefined && <Heading className="app-paper__label">{label}</Heading>}
      <p className="app-paper__notice">{t('print:versions')}</p>
      {versions.map(({key, made, words}) => (
        <div key={key} className="app-paper__version">
          <p className="app-paper__made" translate="no">
            {made}
          </p>
          {words === null ? <p>{t('print:versions.nothing')}</p> : <PaperWords quote={quote} words={words} />}
        </div>
      ))}
      {rest}
    </>
  );
}

/** The same in a cell of a table or a list of facts. */
export function KeptCell(kept: Kept) {
  const {t} = useText();
  const {several, versions, isCut} = useKept(kept);
  return (
    <>
      {several && <strong className="app-paper__cell">{t('print:versions')}</strong>}
      {versions.map(({key, made, words}) => (
        <span key={key} className="app-paper__version">
          {made !== null && (
            <span className="app-paper__cell app-paper__made" translate="no">
              {made}
            </span>
          )}
          {words !== null ? <Cell words={words} /> : several && <span className="app-paper__cell">{t('print:versions.nothing')}</span>}
        </span>
      ))}
      {isCut && <span className="app-paper__cell">{t('print:summary.rest')}</span>}
    </>
  );
}
