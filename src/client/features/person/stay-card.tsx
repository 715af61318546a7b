/** One home: what is known of it, what follows from who provides it, what was judged of it and why, and what can be done. */
import {may} from '#domain/access/permissions.ts';
import {awaitsDecision, judgementOf} from '#domain/accommodation/suitability.ts';
import {HOME_GROUPS} from '#domain/accommodation/codes.ts';
import {noticeOf, roomsKeptOn} from '#domain/accommodation/kept-room.ts';
import {isUnder16OutsideWales} from '#domain/accommodation/outside-wales.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {authorityWords} from '#client/case/records/authority-choices.ts';
import {JudgementFacts} from '#client/case/home/judgement-facts.tsx';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {Strikeable} from '#client/case/records/strikeable.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Card} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {HomeWay} from './home-way.tsx';

interface StayCardProps {
  readonly stay: Folded<'stay'>;
  readonly person: PersonOnDevice;
  readonly isNow?: boolean;
  /** A room that is kept for them while they live elsewhere. */
  readonly isKept?: boolean;
}

export function StayCard({stay, person, isNow = false, isKept = false}: StayCardProps) {
  const {t, format, language} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const {data} = stay;
  const notice = useMemory(memory => noticeOf(memory.records(stay.person, 'stay'), stay), [stay]);
  const title = data.type === null ? t('person:home.typeNotRecorded') : t(`codes:home.${data.type}`);
  const day = (on: CalendarDate | null | undefined) => (on ? format.longDate(on) : null);
  const pounds = (pence: number | null | undefined) => (pence === null || pence === undefined ? null : format.money(pence));
  const flag = (question: 'planned' | 'wanted', value: boolean | null | undefined) =>
    typeof value === 'boolean' ? t(`home:choice.${question}.${value ? 'yes' : 'no'}`) : null;
  const when =
    data.startOn === null
      ? null
      : data.endOn === null
        ? t('person:home.from', {date: day(data.startOn) ?? ''})
        : t('person:home.fromTo', {from: day(data.startOn) ?? '', until: day(data.endOn) ?? ''});
  const isOutside = !!data.area && data.area !== vault.session.authority.code;
  const about = {person: person.id, of: stay.id, what: title};
  return (
    <Card level={3} title={title}>
      <Strikeable
        record={stay}
        what={title}
        isShared
        links={
          !struckOut(stay) && (
            <>
              <HomeWay {...about} form="facts" way="facts" />
              <HomeWay {...about} form="days" way="days" />
              {isNow && !person.died && <HomeWay {...about} of={notice.id} form="notice" way="notice" />}
              {isKept && <HomeWay {...about} form="back" way="back" />}
              <HomeWay {...about} form="note" way="note" />
              <HistoryLink record={stay.id} what={title} />
            </>
          )
        }
      >
        {when !== null && <p className="app-quiet">{when}</p>}
        {isKept && (
          <p>
            <StatusText>{t('home:kept')}</StatusText>
          </p>
        )}
        <SummaryList
          compact
          onlyKnown
          facts={[
            {label: t('person:home.address'), value: asWritten([data.address, data.town, data.postcode].filter(Boolean).join(', '))},
            {label: t('home:field.area'), value: isOutside ? asWritten(authorityWords(data.area ?? '', language)) : null},
            {label: t('person:home.landlord'), value: asWritten(data.landlord)},
            {label: t('home:field.landlordCheckedOn'), value: day(data.landlordCheckedOn)},
            {label: t('person:home.tenancy'), value: data.tenancy ? t(`codes:tenancy.${data.tenancy}`) : asWritten(data.tenancyStatus)},
            {label: t('person:home.rent'), value: pounds(data.weeklyRentPence)},
            {label: t('home:field.weeklyOwnPence'), value: pounds(data.weeklyOwnPence)},
            {label: t('home:field.depositPence'), value: pounds(data.depositPence)},
            {
              label: t('home:field.supportHours'),
              value: typeof data.supportHours !== 'number' ? null : t('counts:hour', {count: data.supportHours}),
            },
            {label: t('home:field.roomStandard'), value: data.roomStandard ? t(`codes:roomStandard.${data.roomStandard}`) : null},
            {label: t('home:field.noticeOn'), value: day(notice.data.noticeOn)},
            {label: t('home:field.noticeBy'), value: notice.data.noticeBy ? t(`codes:noticeBy.${notice.data.noticeBy}`) : null},
            {label: t('home:field.noticeEndsOn'), value: day(notice.data.noticeEndsOn)},
            {label: t('home:field.moveReason'), value: data.moveReason ? t(`codes:moveReason.${data.moveReason}`) : null},
            {label: t('home:field.movePlanned'), value: flag('planned', data.movePlanned)},
            {label: t('home:field.moveWanted'), value: flag('wanted', data.moveWanted)},
            {label: t('person:home.ended'), value: asWritten(data.endReason)},
          ]}
        />
        <ClashLink record={stay} label={t('person:together')} />
        <Provided stay={stay} isNow={isNow} />
        {isNow && isOutside && <p>{t('home:outOfArea')}</p>}
        {isNow && isUnder16OutsideWales(data, person.bornOn, today) && <p>{t('home:under16Outside')}</p>}
        {isNow && data.type !== null && HOME_GROUPS[data.type] === 'custody' && <Custody person={person} today={today} />}
        {isNow && data.type === 'university_halls' && data.providedByAuthority === null && <p>{t('home:halls')}</p>}
        <Judged stay={stay} person={person} isNow={isNow} />
        <Notes stay={stay} />
        <DeliveryLine delivery={stay.delivery} />
      </Strikeable>
    </Card>
  );
}

/** What the plan needs while they are held, and where they live from the day of release: in the room that is kept till then, if one is. */
function Custody({person, today}: {readonly person: PersonOnDevice; readonly today: CalendarDate}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const held = useMemory(
    memory => memory.records(person.id, 'detention').filter(each => !struckOut(each) && each.data.releasedOn === null),
    [person.id],
  );
  const [release] = held.flatMap(({data}) => data.expectedReleaseOn ?? []).toSorted();
  const isKept = useMemory(
    memory => roomsKeptOn(memory.records(person.id, 'stay'), release ?? today).length > 0,
    [person.id, release, today],
  );
  return (
    <>
      <p>{t(isKept ? 'home:custody.kept' : 'home:custody')}</p>
      {held.length === 0 && !person.died && (
        <>
          <p>
            <StatusText tone="attention">{t('home:custody.notRecorded')}</StatusText>
          </p>
          {may(vault.session.role, 'profile.write', true) && (
            <LinkButton look="second" to={`/people/${person.id}/profile/new-detention`}>
              {t('home:custody.record')}
            </LinkButton>
          )}
        </>
      )}
    </>
  );
}

/** Who provides it decides whether the law asks for visits to it (R-41 to R-45). */
function Provided({stay: {data}, isNow}: {readonly stay: Folded<'stay'>; readonly isNow: boolean}) {
  const {t} = useText();
  if (data.providedByAuthority === null) return isNow ? <p>{t('home:provided.notSaid')}</p> : null;
  return (
    <>
      {data.providedByAuthority && (
        <p>
          <StatusText>
            {t('person:home.byCouncil')}
            {data.providedUnder ? ` (${t(`codes:providedUnder.${data.providedUnder}`)})` : ''}
          </StatusText>
        </p>
      )}
      {isNow && <p>{t(data.providedByAuthority ? 'home:follows.provided' : 'home:follows.notProvided')}</p>}
    </>
  );
}

function Judged({stay, person, isNow}: {readonly stay: Folded<'stay'>; readonly person: PersonOnDevice; readonly isNow: boolean}) {
  const {t, format} = useText();
  const all = useMemory(memory => memory.records(person.id, 'suitability').filter(({data}) => data.stay === stay.id), [person.id, stay.id]);
  const today = useToday();
  // A home is seen before somebody moves into it.
  const isToJudge = isNow || (stay.data.startOn !== null && stay.data.startOn > today);
  const newest = judgementOf(all, stay.id);
  const shown = all.find(({id}) => id === newest?.id);
  const before = all
    .filter(({id}) => id !== newest?.id)
    .toSorted((one, other) => ((one.data.judgedOn ?? '') < (other.data.judgedOn ?? '') ? 1 : -1));
  return (
    <>
      {shown && <Judgement judged={shown} person={person} />}
      {isToJudge && (
        <p>
          <HomeWay person={person.id} form="judge" of={stay.id} way={shown ? 'judgeAgain' : 'judge'} look={shown ? 'quiet' : 'second'} />
        </p>
      )}
      {before.length > 0 && (
        <Details summary={t('home:judged.before', {judgements: t('counts:judgement', {count: before.length})})}>
          {before.map(judged => (
            <div key={judged.id}>
              <p className="app-quiet">{judged.data.judgedOn ? format.longDate(judged.data.judgedOn) : t('common:notRecorded')}</p>
              <Judgement judged={judged} person={person} />
            </div>
          ))}
        </Details>
      )}
    </>
  );
}

function Judgement({judged, person}: {readonly judged: Folded<'suitability'>; readonly person: PersonOnDevice}) {
  const {t, format} = useText();
  const {data} = judged;
  const decidedBy = useMemory(memory => (data.decision ? staffName(memory, data.decision.by) : null), [data.decision]);
  const result = t(`codes:suitability.${data.result}`);
  return (
    <Strikeable record={judged} what={result} isShared={false} links={<HistoryLink record={judged.id} what={result} />}>
      <JudgementFacts judged={judged} />
      {awaitsDecision(data) && !struckOut(judged) && (
        <>
          <p>
            <StatusText tone="waiting">{t('home:decision.waits')}</StatusText>
          </p>
          <HomeWay person={person.id} form="decide" of={judged.id} way="decide" look="second" action="home.decide" />
        </>
      )}
      {data.decision && (
        <p>
          {t(data.decision.agreed ? 'home:decision.agreed' : 'home:decision.other', {
            name: decidedBy ?? t('home:somebody'),
            date: format.longDate(data.decision.on),
          })}{' '}
          <span translate="no">{data.decision.words}</span>
        </p>
      )}
    </Strikeable>
  );
}

function Notes({stay}: {readonly stay: Folded<'stay'>}) {
  const {t} = useText();
  const notes = useMemory(
    memory =>
      memory
        .records(stay.person, 'stay-notes')
        .filter(note => note.data.stay === stay.id && !struckOut(note))
        .map(({data}) => data.words),
    [stay.id, stay.person],
  );
  if (notes.length === 0) return null;
  return (
    <Details summary={t('person:home.notes')}>
      <span className="app-words__text" translate="no">
        {notes.join('\n')}
      </span>
    </Details>
  );
}
