/**
 * The radar across everybody whom this device knows: an adviser's own people, a manager's team. From the headlines that the
 * server keeps, and from the files that are here; without a connection too. What is switched off stands last, and says so.
 */
import {useSearchParams} from 'react-router';
import {RADAR_SIGNALS, type RadarSignal, type RadarWho} from '#domain/radar/codes.ts';
import type {RadarFact} from '#domain/radar/radar-fact.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {peopleOnDevice, staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {radarOnDevice} from '#client/case/radar/radar-on-device.ts';
import {RadarFacts, WhoAndBy} from '#client/case/radar/radar-words.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';

interface Seen {
  readonly person: PersonOnDevice;
  readonly signal: RadarSignal;
  readonly who: RadarWho;
  readonly by: CalendarDate;
  readonly offUntil: CalendarDate | null;
  readonly facts: readonly RadarFact[];
}

/** Where the file is here, by it; else by the headlines. Nothing of somebody who has died. */
function seenOf(memory: MemoryStore, person: PersonOnDevice, today: CalendarDate): readonly Seen[] {
  if (person.died) return [];
  const here = person.holdsFile ? radarOnDevice(memory, person.id, today) : [];
  return person.holdsFile
    ? here.map(({signal, who, by, hold, facts}) => ({person, signal, who, by, offUntil: hold?.until ?? null, facts}))
    : (person.radar ?? []).map(({facts = [], ...each}) => ({...each, facts, person}));
}

export function RadarPage() {
  const {t} = useText();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const people = useMemory(memory => peopleOnDevice(memory, today), [today]);
  const all = useMemory(memory => people.flatMap(person => seenOf(memory, person, today)), [people, today]);
  const advisers = useMemory(
    memory =>
      [...new Set(people.flatMap(({adviser}) => adviser ?? []))]
        .map(id => ({value: id, label: staffName(memory, id) ?? t('common:formerColleague')}))
        .toSorted((one, other) => (one.label < other.label ? -1 : 1)),
    [people],
  );
  const signal = RADAR_SIGNALS.find(each => each === search.get('signal')) ?? null;
  const adviser = advisers.find(({value}) => value === search.get('adviser'))?.value ?? null;
  const shown = all.filter(each => (signal === null || each.signal === signal) && (adviser === null || each.person.adviser === adviser));
  const seen = shown.filter(({offUntil}) => offUntil === null);
  const off = shown.filter(({offUntil}) => offUntil !== null);
  const choose = (name: string, value: string) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      {replace: true},
    );
  const kinds = RADAR_SIGNALS.filter(each => all.some(({signal: of}) => of === each) || each === signal);
  return (
    <Page title={t('radar:title')}>
      <p className="govuk-body">{t('radar:intro')}</p>
      {all.length > 0 && (
        <Select
          id="signal"
          label={t('radar:show')}
          choices={[{value: '', label: t('radar:show.all')}, ...kinds.map(value => ({value, label: t(`radar:signal.${value}`)}))]}
          value={signal ?? ''}
          onChange={value => choose('signal', value)}
        />
      )}
      {advisers.length > 1 && (
        <Select
          id="adviser"
          label={t('radar:adviser')}
          choices={[{value: '', label: t('radar:adviser.all')}, ...advisers]}
          value={adviser ?? ''}
          onChange={value => choose('adviser', value)}
        />
      )}
      {seen.length === 0 && (
        <EmptyState>
          <p>{t(all.length === 0 ? 'radar:none' : off.length > 0 ? 'radar:allOff' : 'radar:noneOf')}</p>
        </EmptyState>
      )}
      {kinds
        .filter(kind => seen.some(each => each.signal === kind))
        .map(kind => (
          <Section key={kind} title={t(`radar:signal.${kind}`)}>
            <p className="govuk-hint">{t(`radar:act.${kind}`)}</p>
            <Rows seen={seen.filter(each => each.signal === kind)} today={today} />
          </Section>
        ))}
      {off.length > 0 && (
        <Details summary={t('radar:off.count', {number: off.length})}>
          <Rows seen={off} today={today} named />
        </Details>
      )}
    </Page>
  );
}

function Rows({seen, today, named = false}: {readonly seen: readonly Seen[]; readonly today: CalendarDate; readonly named?: boolean}) {
  return (
    <CardList columns>
      {seen
        .toSorted((one, other) => (one.by < other.by ? -1 : one.by > other.by ? 1 : 0))
        .map((each, index) => (
          <li key={`${each.person.id} ${each.signal} ${String(index)}`}>
            <Row seen={each} today={today} named={named} />
          </li>
        ))}
    </CardList>
  );
}

function Row({
  seen: {person, signal, who, by, offUntil, facts},
  today,
  named,
}: {
  readonly seen: Seen;
  readonly today: CalendarDate;
  readonly named: boolean;
}) {
  const {t, format} = useText();
  const adviser = useMemory(memory => staffName(memory, person.adviser), [person.adviser]);
  return (
    <Card
      level={3}
      title={person.knownAs}
      to={`/people/${person.id}`}
      aside={t('common:age', {age: person.age})}
      tone={offUntil === null && by <= today ? 'attention' : 'plain'}
    >
      {named && <p>{t(`radar:signal.${signal}`)}</p>}
      <WhoAndBy who={who} by={by} today={today} adviser={adviser} />
      {facts.length > 0 && <RadarFacts facts={facts} />}
      {offUntil !== null && (
        <p>
          <StatusText>{t('radar:off', {date: format.longDate(offUntil)})}</StatusText>
        </p>
      )}
    </Card>
  );
}
