/** A person's chronology: everything that has a day, newest first, of the parts of life and the days that somebody chooses. */
import {useState} from 'react';
import {useParams} from 'react-router';
import {CHRONOLOGY_GROUPS, chronologyOf, type ChronologyEntry, type ChronologyGroup} from '#domain/chronology/chronology.ts';
import {filtered, type ChronologyFilter} from '#domain/chronology/chronology-filter.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {entryWords, withKeys} from '#client/case/records/chronology-words.ts';
import {personOnDevice, staffName} from '#client/case/person/people-on-device.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE} from '#client/ui/date-parts.ts';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {useToday} from '#client/ui/use-today.ts';

const AT_ONCE = 40;

export function ChronologyPage() {
  const {t} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const entries = useMemory(memory => chronologyOf(memory.file(id)), [id]);
  const [groups, setGroups] = useState<readonly ChronologyGroup[]>([]);
  const [since, setSince] = useState(NO_DATE);
  const [until, setUntil] = useState(NO_DATE);
  const [shown, setShown] = useState(AT_ONCE);
  if (!person?.holdsFile)
    return (
      <Page title={t('chronology:title')}>
        <EmptyState>
          <p>{t('errors:refusal.unknown_record')}</p>
          <LinkButton to="/people">{t('people:title')}</LinkButton>
        </EmptyState>
      </Page>
    );
  const filter: ChronologyFilter = {groups, since: dateFromParts(since), until: dateFromParts(until)};
  const found = filtered(entries, filter);
  const wrong = (parts: typeof since) => (!isEmptyDate(parts) && dateFromParts(parts) === null ? t('chronology:day.wrong') : undefined);
  const isReversed = filter.since !== null && filter.until !== null && filter.since > filter.until;
  const count = t('counts:record', {count: found.length});
  return (
    <Page title={t('chronology:title')} caption={person.knownAs}>
      <LinkButton look="quiet" to={`/people/${id}`}>
        {t('chronology:back')}
      </LinkButton>
      <p className="govuk-body">{t('chronology:intro')}</p>
      <Details summary={t('chronology:filter')} open={false}>
        <CheckList
          id="groups"
          label={t('chronology:groups')}
          hint={t('chronology:groups.hint')}
          chosen={groups}
          onChange={chosen => setGroups(CHRONOLOGY_GROUPS.filter(group => chosen.includes(group)))}
          choices={CHRONOLOGY_GROUPS.map(group => ({value: group, label: t(`chronology:group.${group}`)}))}
        />
        <DateField id="since" label={t('chronology:since')} error={wrong(since)} value={since} onChange={setSince} />
        <DateField
          id="until"
          label={t('chronology:until')}
          error={wrong(until) ?? (isReversed ? t('chronology:day.order') : undefined)}
          value={until}
          onChange={setUntil}
        />
      </Details>
      <h2 className="govuk-heading-m">{count}</h2>
      <LiveRegion>{count}</LiveRegion>
      <LinkButton look="second" to={`/people/${id}/print/chronology${queryOf(filter)}`}>
        {t('chronology:print')}
      </LinkButton>
      {found.length === 0 && <p className="govuk-body">{t('chronology:none')}</p>}
      <Timeline>
        {withKeys(found.slice(0, shown)).map(({key, entry}) => (
          <Entry key={key} entry={entry} person={id} />
        ))}
      </Timeline>
      {found.length > shown && (
        <Button look="second" onPress={() => setShown(number => number + AT_ONCE)}>
          {t('chronology:more')}
        </Button>
      )}
    </Page>
  );
}

/** Codes and days alone: an address stays in the browser's history. */
function queryOf({groups, since, until}: ChronologyFilter): string {
  const query = new URLSearchParams();
  if (groups.length > 0) query.set('groups', groups.join(','));
  if (since !== null) query.set('since', since);
  if (until !== null) query.set('until', until);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function Entry({entry, person}: {readonly entry: ChronologyEntry; readonly person: Id}) {
  const text = useText();
  const {t, format} = text;
  const {title, details, line, texts} = entryWords(entry, text);
  const holder = entry.by ?? entry.record.made.author;
  const who = useMemory(
    memory => staffName(memory, holder) ?? (holder === person ? (memory.records(person, 'summary')[0]?.data.knownAs ?? null) : null),
    [holder, person],
  );
  const by = who ?? entry.byAsWritten ?? null;
  const day = format.dateWithWeekday(entry.on);
  const place = placeOf(entry, person);
  return (
    <TimelineEntry title={title} when={entry.at ? `${day}, ${entry.at}` : day} by={by === null ? undefined : t('chronology:by', {who: by})}>
      <StatusList>
        {details !== '' && <StatusText>{details}</StatusText>}
        {entry.isStruck && <StatusText tone="calm">{t('chronology:struck')}</StatusText>}
        {entry.isAmended && <StatusText tone="calm">{t('chronology:amended')}</StatusText>}
      </StatusList>
      <div className={entry.isStruck ? 'app-struck' : undefined}>
        {texts.map(words => (
          <FreeText key={words.text} words={words} />
        ))}
        {line !== null && (
          <p className="app-quiet" translate="no">
            {line}
          </p>
        )}
      </div>
      {place !== null && (
        <LinkButton look="quiet" to={place} label={t('chronology:openFor', {what: `${title}, ${day}`})}>
          {t('chronology:open')}
        </LinkButton>
      )}
    </TimelineEntry>
  );
}

/** Where it can be read whole. */
function placeOf({record}: ChronologyEntry, person: Id): string | null {
  const base = `/people/${person}`;
  if (record.kind === 'review') return `${base}/review/${record.id}`;
  if (record.kind === 'planned-visit') return `${base}/visit/${record.id}`;
  if (record.kind === 'pathway-plan') return `${base}/plan`;
  return record.kind === 'contact' ? `${base}/contacts` : null;
}
