/**
 * The people somebody works with, found by any part of a name with or without accents, in the same order in both
 * languages. A manager sees the team's people and opens a file when needed; that needs a connection and says so.
 */
import {memo, useMemo, useState} from 'react';
import {useNavigate, useSearchParams} from 'react-router';
import {addDays, birthday, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText} from '#client/i18n/text.ts';
import {dueWords} from '#client/case/deadlines/deadline-words.ts';
import {OpenFile} from '#client/case/person/open-file.tsx';
import {matchesName, peopleOnDevice, staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {ProgressBar} from '#client/ui/progress-bar.tsx';
import {SearchBox} from '#client/ui/search-box.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';

type Order = 'name' | 'next';
/** Which of the people are in view. */
const VIEWS = ['all', 'due', 'home', 'touch', 'turning', 'welsh', 'notAsked'] as const;
type View = (typeof VIEWS)[number];

/** What comes first of a contact that was agreed and of what the rules ask for. */
function nextOf(person: PersonOnDevice): {readonly on: CalendarDate} | undefined {
  const contact = person.missedContactOn ?? person.nextContactOn;
  const due = person.due?.[0];
  if (contact === null) return due;
  return due && due.on < contact ? due : {on: contact};
}

const SOON_DAYS = 7;
const TURNING_DAYS = 182;
const TURNS = [16, 18, 21, 25] as const;

function isIn(view: View, person: PersonOnDevice, today: CalendarDate): boolean {
  if (view === 'all') return true;
  if (person.died) return false;
  if (view === 'due') return (nextOf(person)?.on ?? '9999') <= addDays(today, SOON_DAYS);
  if (view === 'home') return person.homeStatus !== 'settled' || person.homeUnsuitable === true;
  if (view === 'touch') return person.inTouch === 'no';
  if (view === 'welsh') return person.speak === 'cy' || person.write === 'cy';
  if (view === 'notAsked') return person.speak === null || person.write === null;
  return TURNS.some(age => {
    const on = birthday(person.bornOn, age);
    return on >= today && on <= addDays(today, TURNING_DAYS);
  });
}
const NOBODY = 'none';

function inOrder(order: Order) {
  const next = (person: PersonOnDevice) => nextOf(person)?.on ?? '9999';
  return (one: PersonOnDevice, other: PersonOnDevice): number =>
    (order === 'next' && next(one) !== next(other) ? (next(one) < next(other) ? -1 : 1) : 0) ||
    compareNames(one.knownAs, other.knownAs) ||
    compareNames(one.legalName, other.legalName);
}

export function PeoplePage() {
  const {t} = useText();
  const today = useToday();
  const {vault} = useOpenVault();
  const sync = useSyncState();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>('name');
  const [view, setView] = useState<View>('all');
  const people = useMemory(memory => peopleOnDevice(memory, today), [today]);
  const [query, setQuery] = useSearchParams();
  const adviser = query.get('adviser') ?? '';
  const advisers = useMemory(
    memory =>
      [...new Set(people.flatMap(person => person.adviser ?? []))]
        .map(id => ({value: id, label: staffName(memory, id) ?? t('common:formerColleague')}))
        .toSorted((one, other) => compareNames(one.label, other.label)),
    [people, t],
  );
  const isAdvisers = (person: PersonOnDevice) =>
    adviser === '' || (adviser === NOBODY ? person.adviser === null : person.adviser === adviser);
  const ordered = useMemo(() => people.toSorted(inOrder(order)), [people, order]);
  const shown = ordered.filter(person => isAdvisers(person) && isIn(view, person, today) && matchesName(person, search));
  const onDemand = vault.session.role === 'manager' || vault.session.role === 'deputy';
  const found = t('people:found', {count: shown.length});

  return (
    <Page title={onDemand ? t('people:team.title') : t('people:title')}>
      {sync.firstSync !== null && (
        <ProgressBar
          id="first-sync"
          label={t('device:first.people')}
          done={sync.firstSync.received}
          total={sync.firstSync.expected || null}
          words={t('device:first.progress', {done: sync.firstSync.received, total: sync.firstSync.expected})}
        />
      )}
      {onDemand && (
        <Notice>
          <p>{t('people:onDemand')}</p>
          {sync.connection === 'offline' && <p>{t('people:onDemand.offline')}</p>}
        </Notice>
      )}
      {people.length === 0 ? (
        sync.firstSync === null && (
          <EmptyState title={t('people:none.title')}>
            <p>{t('people:none.words')}</p>
          </EmptyState>
        )
      ) : (
        <>
          <SearchBox
            id="search"
            label={t('people:search.label')}
            hint={t('people:search.hint')}
            value={search}
            found={found}
            onChange={setSearch}
          />
          {onDemand && (
            <Select
              id="adviser"
              label={t('people:filter.adviser')}
              value={adviser}
              onChange={chosen => setQuery(chosen === '' ? {} : {adviser: chosen}, {replace: true})}
              choices={[{value: '', label: t('people:filter.all')}, {value: NOBODY, label: t('people:filter.unallocated')}, ...advisers]}
            />
          )}
          <Select
            id="view"
            label={t('people:view')}
            value={view}
            onChange={chosen => setView(VIEWS.find(each => each === chosen) ?? 'all')}
            choices={VIEWS.map(each => ({value: each, label: t(`people:view.${each}`)}))}
          />
          <RadioGroup
            id="order"
            label={t('people:sort.label')}
            look="inline"
            value={order}
            onChange={setOrder}
            choices={[
              {value: 'name', label: t('people:sort.name')},
              {value: 'next', label: t('people:sort.next')},
            ]}
          />
          <p className="govuk-body app-quiet">{found}</p>
          {shown.length === 0 && (
            <EmptyState title={t('people:noMatch.title')}>
              <p>{t('people:noMatch.words')}</p>
            </EmptyState>
          )}
          <CardList columns>
            {shown.map(person => (
              <li key={person.id}>
                <PersonCard person={person} today={today} />
              </li>
            ))}
          </CardList>
        </>
      )}
    </Page>
  );
}

interface PersonCardProps {
  readonly person: PersonOnDevice;
  readonly today: CalendarDate;
}

/** A person who is the same as before is not drawn again for each key of a search. */
const PersonCard = memo(function PersonCard({person, today}: PersonCardProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const adviser = useMemory(memory => staffName(memory, person.adviser), [person.adviser]);
  const mine = vault.session.holder;
  const covering = person.cover.find(({holder, from}) => holder === mine && from <= today);
  const legal = person.legalName.startsWith(`${person.knownAs} `) ? null : person.legalName;
  const next = person.missedContactOn ?? person.nextContactOn;
  const due = person.died ? undefined : person.due?.[0];
  const overdue = person.died ? 0 : (person.due ?? []).filter(({on}) => on < today).length;
  return (
    <Card
      title={person.knownAs}
      to={person.holdsFile ? `/people/${person.id}` : undefined}
      aside={person.died ? t('people:died') : t('common:age', {age: person.age})}
    >
      {legal !== null && <p className="app-quiet">{t('people:legalName', {name: legal})}</p>}
      <StatusList>
        {overdue > 0 && <StatusText tone="attention">{t('people:overdue', {number: overdue})}</StatusText>}
        {person.twoVersions && <StatusText tone="attention">{t('people:twoVersions')}</StatusText>}
        {person.homeStatus !== 'settled' && !person.died && (
          <StatusText tone={person.homeStatus === 'homeless' ? 'attention' : 'calm'}>
            {t(`codes:homeStatus.${person.homeStatus}`)}
          </StatusText>
        )}
        {person.alerts.map(alert => (
          <StatusText key={alert} tone="attention">
            {t(`codes:alert.${alert}`)}
          </StatusText>
        ))}
        {covering && <StatusText tone="waiting">{t('people:coverUntil', {date: format.longDate(covering.until)})}</StatusText>}
      </StatusList>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {
            label: t('people:nextContact'),
            value:
              next === null
                ? t('people:nextContact.none')
                : next < today
                  ? t('today:contacts.passed', {date: format.longDate(next)})
                  : format.longDate(next),
          },
          {label: t('people:due'), value: due ? `${t(`deadlines:what.${due.what}`)}: ${dueWords(due, {t, format}, today)}` : null},
          {
            label: t('people:lastSeen'),
            value: person.lastSeenOn === null ? t('people:lastSeen.never') : format.longDate(person.lastSeenOn),
          },
          {
            label: t('people:home'),
            value: person.home === null ? t(`codes:homeStatus.${person.homeStatus}`) : t(`codes:home.${person.home}`),
          },
          {label: t('people:adviser'), value: person.adviser === mine ? null : adviser},
          {label: t('people:category'), value: t(`codes:category.${person.category}`)},
        ]}
      />
      {!person.holdsFile && <OnDemand person={person} />}
    </Card>
  );
});

/** The way to a file that is not here. */
function OnDemand({person}: {readonly person: PersonOnDevice}) {
  const navigate = useNavigate();
  const {connection} = useSyncState();
  if (connection === 'offline') return null;
  return <OpenFile person={person.id} name={person.knownAs} onOpened={() => void navigate(`/people/${person.id}`)} />;
}
