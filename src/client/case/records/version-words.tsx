/**
 * What stands in a field, who wrote it and on which visit, in the words of whoever reads: staff or the young person
 * themselves. For screens on which several versions of one field are seen beside one another.
 */
import {calendarDateInWales, date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {isId, type Id} from '#domain/shared/ids.ts';
import {struckOut, type DomainRecord, type Head} from '#domain/shared/record.ts';
import {amountWords, isAmount} from '#client/case/money/amount-words.ts';
import {CODE_LISTS} from './code-lists.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {FreeText, type WrittenWords} from '#client/ui/free-text.tsx';
import {useToday} from '#client/ui/use-today.ts';

/** Texts that are kept without the language they were written in. */
const PLAIN_TEXTS: ReadonlySet<string> = new Set([
  'alert.text',
  'emergency-card.safeWayToCall',
  'pathway-plan.programme',
  'review.lateReason',
  'review-decision.words',
  'stay-notes.words',
  'homeless-episode.interim',
  'homeless-episode.outcome',
  'when-i-am-ready.toDecide',
  'when-i-am-ready.houseRules',
  'income-enrolment.pauseNote',
  'budget.notes',
  'worry.outcome',
  'complaint.outcome',
  'plan-action.whyNotDone',
  'young-person.genderNote',
  'young-person.disability',
  'important-person.notes',
  'own-child.note',
  'fund-assessment.otherSources',
  'fund-assessment.notes',
]);

export function isWords(value: unknown): value is WrittenWords {
  return value !== null && typeof value === 'object' && typeof (value as {text?: unknown}).text === 'string';
}

/** Whether somebody can write a new version; everything else is chosen from what is there. */
export function isWrittenField(kind: string, field: string, heads: readonly Head[]): boolean {
  return PLAIN_TEXTS.has(`${kind}.${field}`) || heads.some(({value}) => isWords(value));
}

/** What a written version is saved as: with its language where the field keeps one. */
export function asKept(kind: string, field: string, words: WrittenWords): unknown {
  return PLAIN_TEXTS.has(`${kind}.${field}`) ? words.text : words;
}

export function useWhatOf(): (record: Pick<DomainRecord, 'kind'>, field: string) => string {
  const {t, has} = useText();
  const {vault} = useOpenVault();
  return ({kind}, field) => {
    const own = `together:own.what.${kind}.${field}`;
    if (vault.session.role === 'young_person' && has(own)) return t(own);
    const detail = `details:${field}`;
    if (kind === 'young-person' && has(detail)) return t(detail);
    const key = `together:what.${kind}.${field}`;
    return t(has(key) ? key : 'together:what.other');
  };
}

/** The name of whoever wrote, as this reader knows them; null: the reader. */
export function useWriterName(): (author: Id, person: Id | null) => string | null {
  const {t} = useText();
  const {vault} = useOpenVault();
  return useMemory(
    memory => (author, person) => (author === vault.session.holder ? null : (knownName(memory, author, person) ?? t('together:someone'))),
    [vault, t],
  );
}

function knownName(memory: MemoryStore, author: Id, person: Id | null): string | null {
  const helper = person === null ? undefined : memory.records(person, 'who-helps')[0]?.data.names.find(({id}) => id === author);
  return staffName(memory, author) ?? helper?.name ?? memory.records(author, 'summary')[0]?.data.knownAs ?? null;
}

interface Visit {
  readonly type: string;
  readonly on: CalendarDate;
  readonly isBefore: boolean;
}

/** A contact of the same person by the same author on the same day, the last that came before the words where the times tell. */
function visitOf(memory: MemoryStore, person: Id | null, {author, at}: Head): Visit | null {
  if (person === null) return null;
  const day = calendarDateInWales(at);
  const contacts = memory
    .records(person, 'contact')
    .filter(contact => contact.data.worker === author && contact.data.on === day && !struckOut(contact))
    .toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1));
  const before = contacts.find(({made}) => made.author === author && made.at <= at);
  const found = before ?? contacts[0];
  return found ? {type: found.data.type, on: found.data.on, isBefore: before !== undefined} : null;
}

/** Who, when, on which visit and on which device: the lines under a version's title. */
export function VersionMade({head, person}: {readonly head: Head; readonly person: Id | null}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const nameOf = useWriterName();
  const visit = useMemory(memory => visitOf(memory, person, head), [person, head]);
  const name = nameOf(head.author, person);
  return (
    <p className="app-quiet">
      {name === null ? t('together:byYou') : t('together:by', {name})}
      <br />
      {t('together:when', {when: format.moment(head.at, today)})}
      {visit !== null && (
        <>
          <br />
          {t(visit.isBefore ? 'together:visit.after' : 'together:visit.sameDay', {
            contact: t(`codes:contactType.${visit.type}` as TextKey),
            date: format.longDate(visit.on),
          })}
        </>
      )}
      {head.device !== null && (
        <>
          <br />
          {t(head.device === vault.device ? 'together:device.this' : 'together:device.other')}
        </>
      )}
    </p>
  );
}

interface VersionValueProps {
  readonly record: Pick<DomainRecord, 'kind' | 'person'>;
  readonly field: string;
  readonly value: unknown;
}

/** One value whole: words as they were written, anything else in words of the screen. */
export function VersionValue({record, field, value}: VersionValueProps) {
  const {t, has, format} = useText();
  const {vault} = useOpenVault();
  const nameOf = useWriterName();
  if (isWords(value)) return value.text.trim() === '' ? <Nothing /> : <FreeText words={value} />;
  if (value === null || value === undefined || value === '') return <Nothing />;
  // What it answers, in the words of its question: to a young person in theirs, where it is of them.
  if (typeof value === 'boolean' || typeof value === 'string') {
    const is = `is.${record.kind}.${field}.${String(value)}`;
    const [ownAnswer, answer] = [`together:own.${is}`, `together:${is}`];
    if (vault.session.role === 'young_person' && has(ownAnswer)) return <Named>{t(ownAnswer)}</Named>;
    if (has(answer)) return <Named>{t(answer)}</Named>;
  }
  if (typeof value === 'boolean') return <p>{t(value ? 'together:true' : 'together:false')}</p>;
  if (typeof value === 'number') return <p>{field.endsWith('Pence') ? format.money(value) : format.number(value)}</p>;
  if (isAmount(value)) return <Named>{amountWords({t, format}, value)}</Named>;
  if (typeof value !== 'string') return <p>{t('together:what.other')}</p>;
  const list = CODE_LISTS[`${record.kind}.${field}`];
  const own = `young:status.${value}`;
  if (vault.session.role === 'young_person' && list === 'actionStatus' && has(own)) return <Named>{t(own)}</Named>;
  const code = `codes:${list}.${value}`;
  if (list !== undefined && has(code)) return <Named>{t(code)}</Named>;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return <Named>{format.longDate(date(value))}</Named>;
  if (isId(value)) return <Named>{nameOf(value, record.person) ?? t('together:you')}</Named>;
  return <FreeText words={{text: value, lang: 'not_stated'}} />;
}

function Nothing() {
  const {t} = useText();
  return <p className="app-quiet">{t('together:nothing')}</p>;
}

function Named({children}: {readonly children: string}) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

/** What the field is a part of, where its name alone does not tell: the action, the part of the plan, the line of a money plan. */
export function useContextOf(): (record: DomainRecord) => WrittenWords | string | null {
  const {t, has} = useText();
  const {vault} = useOpenVault();
  return ({kind, data}) => {
    if (kind === 'plan-action' && isWords(data['what'])) return data['what'];
    const money = kind === 'money-line' ? `codes:moneyLine.${String(data['what'])}` : `codes:benefit.${String(data['benefit'])}`;
    if ((kind === 'money-line' || kind === 'benefit-check') && has(money)) return t(money);
    const section = data['section'];
    const key = `${vault.session.role === 'young_person' ? 'young:section' : 'codes:section'}.${String(section)}`;
    return typeof section === 'string' && has(key) ? t(key) : null;
  };
}
