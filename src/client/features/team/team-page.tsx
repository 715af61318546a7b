/**
 * The team side by side, from the headlines on this device: works offline. When each colleague's devices were last heard
 * of and what they then still held comes from the server, so that "not seen" is never confused with "not sent yet".
 */
import {useEffect, useState} from 'react';
import {calendarDateInWales, daysBetween, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText} from '#client/i18n/text.ts';
import type {TeamAnswer} from '#client/sync/contract.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {LinkButton, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {ProgressBar} from '#client/ui/progress-bar.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {onRadar, peopleOnDevice, staffName} from '#client/case/person/people-on-device.ts';
import {AlarmHeadlineWords} from '#client/case/worry/alarm-headline.tsx';
import {headlinesByAdviser, requestsToDecide, unallocated, withAlarms, type AdviserHeadlines} from './team-people.ts';

/** Longer than this without a word from a device is worth saying (days). */
const SILENT_DAYS = 3;
type Heard = ReadonlyMap<Id, TeamAnswer['devices'][number]>;

export function TeamPage() {
  const {t} = useText();
  const today = useToday();
  const {syncing} = useOpenVault();
  const {firstSync} = useSyncState();
  const people = useMemory(memory => peopleOnDevice(memory, today), [today]);
  const waiting = useMemory(
    memory => memory.people().filter(person => memory.records(person, 'allocation').some(({delivery}) => delivery !== 'accepted')).length,
    [],
  );
  const [heard, setHeard] = useState<Heard | null>(null);
  useEffect(() => {
    let current = true;
    void syncing.online.team().then(found => {
      if (current && found.ok) setHeard(new Map(found.value.devices.map(each => [each.holder, each])));
    });
    return () => {
      current = false;
    };
  }, [syncing]);
  const alarms = withAlarms(people);
  const without = unallocated(people).toSorted((one, other) => compareNames(one.knownAs, other.knownAs));
  const weeks = useMemory(memory => memory.settings()('contactEveryWeeks', today), [today]);
  const advisers = headlinesByAdviser(people, today, weeks);
  return (
    <Page title={t('team:title')}>
      {firstSync !== null && (
        <ProgressBar
          id="first-sync"
          label={t('device:first.people')}
          done={firstSync.received}
          total={firstSync.expected || null}
          words={t('device:first.progress', {done: firstSync.received, total: firstSync.expected})}
        />
      )}
      {alarms.length > 0 && (
        <Section title={t('today:worries')}>
          <CardList columns>
            {alarms.map(person => (
              <li key={person.id}>
                <Card level={3} tone="attention" title={person.knownAs} to={`/people/${person.id}`}>
                  <AlarmHeadlineWords alarm={person.alarm ?? null} words={t('today:worry.unread')} />
                </Card>
              </li>
            ))}
          </CardList>
        </Section>
      )}
      <p className="govuk-hint">{t('team:intro')}</p>
      {waiting > 0 && (
        <Notice title={t('team:waiting', {count: waiting})}>
          <p>{t('team:waiting.words')}</p>
        </Notice>
      )}
      <LinkButton look="second" to="/radar">
        {t('team:radar.open', {number: onRadar(people)})}
      </LinkButton>
      <LinkButton look="second" to="/fund">
        {t('team:fund.open', {number: requestsToDecide(people).length})}
      </LinkButton>
      <Section title={t('team:unallocated')}>
        {without.length === 0 ? (
          <p>{t('team:unallocated.none')}</p>
        ) : (
          <>
            <CardList columns>
              {without.map(person => (
                <li key={person.id}>
                  <Card level={3} title={person.knownAs} to={`/people/${person.id}`} aside={t('common:age', {age: person.age})}>
                    <p className="app-quiet">{t(`codes:category.${person.category}`)}</p>
                    {person.nextAdviser && <NextAdviser {...person.nextAdviser} />}
                  </Card>
                </li>
              ))}
            </CardList>
            <LinkButton to="/team/move?adviser=none">{t('team:unallocated.give')}</LinkButton>
          </>
        )}
      </Section>
      <Section title={t('team:advisers')}>
        <CardList columns>
          {advisers.map(each => (
            <li key={each.adviser}>
              <AdviserCard headlines={each} weeks={weeks} heard={heard} today={today} />
            </li>
          ))}
        </CardList>
      </Section>
    </Page>
  );
}

function NextAdviser({adviser, from}: {readonly adviser: Id; readonly from: CalendarDate}) {
  const {t, format} = useText();
  const name = useMemory(memory => staffName(memory, adviser), [adviser]) ?? t('common:formerColleague');
  return <StatusText>{t('team:next', {name, date: format.longDate(from)})}</StatusText>;
}

interface AdviserCardProps {
  readonly headlines: AdviserHeadlines;
  /** After how many "not seen" is said. */
  readonly weeks: number;
  readonly heard: Heard | null;
  readonly today: CalendarDate;
}

function AdviserCard({headlines, weeks, heard, today}: AdviserCardProps) {
  const {t, format} = useText();
  const name = useMemory(memory => staffName(memory, headlines.adviser), [headlines.adviser]) ?? t('common:formerColleague');
  const devices = heard?.get(headlines.adviser);
  const last = devices?.lastSeenAt ?? null;
  const isSilent = last !== null && daysBetween(calendarDateInWales(last), today) > SILENT_DAYS;
  const when = heard === null ? t('team:lastHeard.offline') : last === null ? t('team:lastHeard.never') : format.moment(last, today);
  return (
    <Card level={3} title={name} to={`/people?adviser=${headlines.adviser}`}>
      <SummaryList
        compact
        figures
        facts={[
          {label: t('team:people'), value: format.number(headlines.people)},
          {label: t('team:missed'), value: format.number(headlines.missed)},
          {label: t('team:notSeen', {count: weeks}), value: format.number(headlines.notSeen)},
          {label: t('team:visitsLate'), value: format.number(headlines.visitsLate)},
          {label: t('team:reviewsLate'), value: format.number(headlines.reviewsLate)},
          {label: t('team:othersLate'), value: format.number(headlines.othersLate)},
          {label: t('team:homeAtRisk'), value: format.number(headlines.homeNotSettled)},
          {label: t('team:twoVersions'), value: format.number(headlines.twoVersions)},
          {label: t('team:lastHeard'), value: when},
          ...(devices === undefined ? [] : [{label: t('team:unsent'), value: format.number(devices.unsent)}]),
        ]}
      />
      {devices !== undefined && devices.unsentSince !== null && (
        <StatusText tone="attention">
          {t('team:unsent.words', {count: devices.unsent, when: format.moment(devices.unsentSince, today)})}
        </StatusText>
      )}
      {devices !== undefined && devices.attention > 0 && (
        <StatusText tone="attention">{t('team:attention', {count: devices.attention})}</StatusText>
      )}
      {isSilent && <StatusText tone="attention">{t('team:lastHeard.old', {when})}</StatusText>}
      <ButtonRow>
        <LinkButton look="quiet" to={`/people?adviser=${headlines.adviser}`} label={t('team:openFor', {name})}>
          {t('team:open')}
        </LinkButton>
        <LinkButton look="quiet" to={`/team/move?adviser=${headlines.adviser}`} label={t('team:moveFor', {name})}>
          {t('team:move')}
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}
