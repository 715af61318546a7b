/** A chronology on paper, the oldest first, as a file is read: of the days and parts of life that were chosen. */
import {chronologyOf, type ChronologyEntry} from '#domain/chronology/chronology.ts';
import {filtered, type ChronologyFilter} from '#domain/chronology/chronology-filter.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {entryWords, withKeys} from '#client/case/records/chronology-words.ts';
import {KeptCell, versionedField} from './kept-words.tsx';
import {Cell, PaperFacts, PaperTable} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

interface ToldProps {
  readonly file: PaperFile;
  readonly record: DomainRecord;
  readonly words: Words | string;
}

/** What was written; where several versions of it are kept, every one. */
function Told({file, record, words}: ToldProps) {
  const field = versionedField(record, words);
  if (field !== undefined) return <KeptCell file={file} record={record} field={field} />;
  return <Cell words={typeof words === 'string' ? {text: words, lang: 'not_stated'} : words} />;
}

/** On their phone a worry is known by its day alone, and whoever looks at it over a shoulder picks up a sheet as well (decision 023). */
const withoutWhatWorries = (entry: ChronologyEntry): ChronologyEntry => (entry.record.kind === 'worry' ? {...entry, codes: []} : entry);

export function ChronologyPaper({file, filter}: {readonly file: PaperFile; readonly filter: ChronologyFilter}) {
  const text = useText();
  const {t, format} = text;
  const entries = filtered(chronologyOf(file.all), filter)
    .map(entry => (file.reader === 'them' ? withoutWhatWorries(entry) : entry))
    .toReversed();
  const day = (on: ChronologyFilter['since']) => (on === null ? null : format.longDate(on));
  return (
    <>
      <PaperFacts
        facts={[
          [
            t('chronology:groups'),
            filter.groups.length === 0 ? t('print:everything') : filter.groups.map(group => t(`chronology:group.${group}`)).join('; '),
          ],
          [t('chronology:since'), day(filter.since)],
          [t('chronology:until'), day(filter.until)],
        ]}
      />
      {entries.length === 0 && <p>{t('chronology:none')}</p>}
      <PaperTable
        caption={t('chronology:title')}
        look="happened"
        head={[t('print:chronology.when'), t('print:chronology.what'), t('print:chronology.words')]}
        rows={withKeys(entries).map(({key, entry}) => {
          const {title, details, line, texts} = entryWords(entry, text);
          const who = file.nameOf(entry.by ?? entry.record.made.author) ?? entry.byAsWritten ?? null;
          return {
            key,
            cells: [
              `${format.shortDate(entry.on)}${entry.at ? ` ${entry.at}` : ''}`,
              <span key="what">
                <strong>{title}</strong>
                {details !== '' && <span className="app-paper__cell">{details}</span>}
                {entry.isAmended && <span className="app-paper__cell">{t('chronology:amended')}</span>}
                {who !== null && (
                  <span className="app-paper__cell" translate="no">
                    {who}
                  </span>
                )}
              </span>,
              <span key="words">
                {texts.map(words => (
                  <Told key={words.text} file={file} record={entry.record} words={words} />
                ))}
                {line !== null && <Told file={file} record={entry.record} words={line} />}
              </span>,
            ],
          };
        })}
      />
    </>
  );
}
