/** One row: who it is about, what the old system said, what the app reads in it, the other half of a pair, what was decided. */
import type {ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {ImportCell, ImportRowView} from '#client/sync/contract.ts';
import {AsWritten, asWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Card} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {columnWords, readWords} from './waiting-words.ts';

interface RowCardProps {
  readonly row: ImportRowView;
  /** The cells that the group is about: seen at once, the rest when asked for. */
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

export function RowCard({row, columns, children}: RowCardProps) {
  const {t} = useText();
  const {file, person, cells, other, history} = row;
  return (
    <Card
      level={3}
      title={person === null ? t('import-holds:row.number', {number: row.row}) : <AsWritten>{person.name}</AsWritten>}
      aside={t('import-holds:row.number', {number: row.row})}
    >
      <h4 className="govuk-heading-s">{t('import-holds:said')}</h4>
      <Cells file={file} cells={cells} columns={columns} />
      {other !== null && (
        <>
          <h4 className="govuk-heading-s">{t('import-holds:other', {number: other.row})}</h4>
          <p className="app-quiet">{t(other.outcome === 'imported' ? 'import-holds:other.in' : 'import-holds:other.waits')}</p>
          <Cells file={file} cells={other.cells} columns={columns} />
        </>
      )}
      {person?.id !== null && person !== null && (
        <LinkButton look="quiet" to={`/people/${person.id}`}>
          {t('sync:openPerson', {name: person.name})}
        </LinkButton>
      )}
      {history.length > 0 && <Decided history={history} />}
      {children}
    </Card>
  );
}

interface CellsProps {
  readonly file: string;
  readonly cells: readonly ImportCell[];
  readonly columns: readonly string[];
}

function Cells({file, cells, columns}: CellsProps) {
  const {t} = useText();
  const first = cells.filter(cell => cell.column !== null && columns.includes(cell.column));
  const rest = cells.filter(cell => !first.includes(cell) && (cell.text !== '' || cell.corrected !== null));
  if (first.length === 0) return <CellList file={file} cells={rest} />;
  return (
    <>
      <CellList file={file} cells={first} />
      {rest.length > 0 && (
        <Details summary={t('import-holds:row.whole')}>
          <CellList file={file} cells={rest} />
        </Details>
      )}
    </>
  );
}

function CellList({file, cells}: Omit<CellsProps, 'columns'>) {
  const text = useText();
  // With the line breaks that somebody made.
  const written = (cell: string) => (
    <span className={cell === '' ? 'app-quiet' : 'app-words__text'} translate={cell === '' ? undefined : 'no'}>
      {cell === '' ? text.t('import-holds:blank') : cell}
    </span>
  );
  return (
    <SummaryList
      compact
      facts={cells.map(cell => {
        const label = columnWords(file, cell.column, text);
        const read = readWords(cell, text);
        return {
          label,
          written: label !== null && isSame(label, cell.heading) ? null : cell.heading,
          value: (
            <>
              {written(cell.text)}
              {read !== null && <span className="app-quiet">{` · ${text.t('import-holds:readAs', {value: read})}`}</span>}
              {cell.corrected !== null && (
                <strong>
                  {` · ${text.t('import-holds:corrected')} `}
                  {written(cell.corrected)}
                </strong>
              )}
            </>
          ),
        };
      })}
    />
  );
}

/** The heading says what the words say: who looks for "End date" in the spreadsheet finds "end_date" without being told. */
const isSame = (label: string, heading: string) => label.toLowerCase() === heading.toLowerCase().replaceAll('_', ' ');

function Decided({history}: {readonly history: ImportRowView['history']}) {
  const {t, format} = useText();
  const today = useToday();
  const names = useMemory(memory => new Map(history.map(({holder}) => [holder, staffName(memory, holder)])), [history]);
  return (
    <Details summary={t('import-holds:history')}>
      <ul className="govuk-list govuk-list--bullet">
        {history.map(({at, holder, kind, words, values}) => (
          <li key={`${at}${kind}`}>
            {`${format.moment(at, today)}, `}
            {asWritten(names.get(holder)) ?? t('common:formerColleague')}
            {`: ${t(`import-holds:did.${kindOf(kind)}`)}`}
            {values.length > 0 && <AsWritten>{` ${values.join(', ')}`}</AsWritten>}
            {words !== null && (
              <p className="app-words__text" translate="no">
                {words}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}

const KINDS = ['correct', 'as_it_is', 'blank', 'set_aside', 'take_up', 'keep_this'] as const;
const kindOf = (kind: string): (typeof KINDS)[number] => KINDS.find(each => each === kind) ?? 'correct';
