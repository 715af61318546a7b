/**
 * The statutory extract, online: what does not fit in it, with the records to mend, and the file itself. For whoever leads the team
 * and who answers for information; both the look and the file are noted, by counts alone. Names are for those who can open the
 * file that is to be mended, and are not in the extract.
 */
import {may} from '#domain/access/permissions.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {
  EXTRACT_COLUMNS,
  extractRows,
  inOrder,
  READ_FOR_EXTRACT,
  type ExtractOf,
  type ExtractRow,
} from '#domain/statutory-extract/extract.ts';
import {BASES, LATER_BIRTHDAYS, RETURN_AGES, returnYears} from '#domain/statutory-extract/return-year.ts';
import {CHECKS} from '#domain/statutory-extract/checks.ts';
import {checksOf, questionsOf, type Question} from '#domain/statutory-extract/quality.ts';
import {SNAPSHOT_MOMENTS} from '#domain/learning-work/snapshot.ts';
import type {Id} from '#domain/shared/ids.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {ReturnExport, ReturnView} from '#protocol/return-messages.ts';
import type {Reading} from '#server/db/storage.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {byPerson} from './pay-requests.ts';

/** As in an address: the year and the oldest age. */
export interface WantedReturn {
  readonly year: string;
  readonly ages: string;
}

interface Made {
  readonly extract: ExtractOf;
  readonly files: ReadonlyMap<Id, readonly DomainRecord[]>;
  readonly rows: readonly ExtractRow[];
  readonly questions: readonly Question[];
}

/** @throws ProtocolError not_found: to whoever may not, and of a year that cannot be asked for, which is one and the same. */
function demanded(exchange: Exchange, wanted: WantedReturn): Pick<ExtractOf, 'year' | 'ages' | 'today'> {
  const {today} = publisherOf(exchange);
  const years = returnYears(today);
  const year = years.find(({name}) => name === wanted.year);
  const ages = RETURN_AGES.find(each => each === wanted.ages);
  if (!may(exchange.signedIn.role, 'statutory.export', false) || !year || !ages) throw new ProtocolError('not_found');
  return {year, ages, today};
}

async function make(store: Reading, asked: Pick<ExtractOf, 'year' | 'ages' | 'today'>): Promise<Made> {
  const extract = {...asked, settings: settingsInForce(await store.recordsOf(null, ['setting']))};
  const all = byPerson(await store.recordsOfKinds(READ_FOR_EXTRACT));
  // Records without their person are of nobody whom a return could name.
  const files = new Map([...all].filter(([, file]) => file.some(record => isKind(record, 'young-person'))));
  const found = [...files.values()].map(file => {
    const rows = extractRows(file, extract);
    return {rows, questions: questionsOf(file, rows, extract)};
  });
  return {extract, files, rows: inOrder(found.flatMap(({rows}) => rows)), questions: found.flatMap(({questions}) => questions)};
}

const peopleIn = (rows: readonly ExtractRow[]): number => new Set(rows.map(({person}) => person)).size;

export async function lookAtReturn(exchange: Exchange, wanted: WantedReturn): Promise<ReturnView> {
  const asked = demanded(exchange, wanted);
  const {storage, signedIn} = exchange;
  const {now} = publisherOf(exchange);
  const opens = may(signedIn.role, 'file.open', false);
  return storage.transaction(signedIn.authority, async store => {
    const {extract, files, rows, questions} = await make(store, asked);
    const {name: year, last} = extract.year;
    const counts = {people: peopleIn(rows), rows: rows.length};
    const order = ({check, on}: Question) => `${String(CHECKS.indexOf(check)).padStart(2, '0')} ${on ?? ''}`;
    await store.audit({
      at: now,
      account: signedIn.account,
      action: 'statutory.look',
      detail: {year, ages: extract.ages, ...counts, questions: questions.length},
    });
    return {
      year,
      isOpen: extract.today <= last,
      ...counts,
      points: [...SNAPSHOT_MOMENTS, ...LATER_BIRTHDAYS].flatMap(point =>
        some(
          {point},
          rows.filter(row => row.point.point === point),
        ),
      ),
      bases: BASES.flatMap(basis =>
        some(
          {basis},
          rows.filter(row => row.point.basis === basis),
        ),
      ),
      hasOwnCodes: extract.settings('returnCodes', extract.today).length > 0,
      questions: questions
        .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
        .map(question => ({...question, records: [...question.records], ...whoIs(files.get(question.person) ?? [], opens)})),
    };
  });
}

const some = <What extends object>(what: What, rows: readonly ExtractRow[]) => (rows.length === 0 ? [] : [{...what, rows: rows.length}]);

function whoIs(file: readonly DomainRecord[], opens: boolean): Pick<ReturnView['questions'][number], 'localId' | 'name'> {
  const young = file.find(record => isKind(record, 'young-person'));
  const {legacyId, knownAs, forename, surname} = young?.data ?? {legacyId: null, knownAs: null, forename: '', surname: ''};
  return {localId: legacyId ?? young?.id ?? '', name: opens ? `${knownAs ?? forename} ${surname}` : null};
}

export async function exportReturn(exchange: Exchange, wanted: WantedReturn): Promise<ReturnExport> {
  const asked = demanded(exchange, wanted);
  const {storage, signedIn} = exchange;
  const {now} = publisherOf(exchange);
  return storage.transaction(signedIn.authority, async store => {
    const {extract, rows, questions} = await make(store, asked);
    const year = extract.year.name;
    const people = peopleIn(rows);
    await store.audit({
      at: now,
      account: signedIn.account,
      action: 'statutory.export',
      detail: {year, ages: extract.ages, people, rows: rows.length},
    });
    return {
      year,
      people,
      columns: [...EXTRACT_COLUMNS],
      rows: rows.map(row => {
        const cells = {...row.cells, checks: checksOf(row, questions).join(' ')};
        return EXTRACT_COLUMNS.map(column => cells[column]);
      }),
    };
  });
}
