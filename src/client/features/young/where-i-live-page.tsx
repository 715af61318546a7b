/**
 * My home: where the young person lives and has lived, what they say of it, staying on after 18, holidays, what is being done
 * where there is no home, and help at once for whoever has nowhere to stay.
 */
import {noticeOf} from '#domain/accommodation/kept-room.ts';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {openEpisodes} from '#domain/accommodation/open-episodes.ts';
import {struckOut} from '#domain/shared/record.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {CallList} from './call-list.tsx';
import {helperName, useOwnFile} from './own-file.ts';
import {SayHomeNews} from './say-home-news.tsx';
import {StayingOn} from './staying-on.tsx';

export function WhereILivePage() {
  const {t, format} = useText();
  const today = useToday();
  const file = useOwnFile();
  const stays = useMemory(
    memory =>
      memory
        .records(file.id, 'stay')
        .filter(stay => !struckOut(stay))
        .toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? 1 : -1)),
    [file.id],
  );
  const present = presentStay(stays, today)?.id;
  const isPlanned = ({data}: Folded<'stay'>) => data.startOn !== null && data.startOn > today;
  const isNow = (stay: Folded<'stay'>) =>
    stay.id === present || (stay.data.keptWhileAway === true && !isPlanned(stay) && (stay.data.endOn === null || stay.data.endOn > today));
  const now = stays.filter(isNow);
  const planned = stays.filter(isPlanned).toReversed();
  const before = stays.filter(stay => !isNow(stay) && !isPlanned(stay));
  return (
    <Page title={t('young:myHome.title')}>
      <Section title={t('young:myHome.now')}>
        {now.length === 0 && <p>{t('young:myHome.none')}</p>}
        {now.length + planned.length > 0 && (
          <CardList>
            {now.map(stay => (
              <li key={stay.id}>
                <Stay stay={stay} isNow isKept={stay.id !== present} />
              </li>
            ))}
            {planned.map(({id, data}) => (
              <li key={id}>
                <Card level={3} title={t(data.type === null ? 'young:myHome.now' : `young:myHome.type.${data.type}`)}>
                  {data.startOn !== null && <p>{t('young:myHome.moveOn', {date: format.longDate(data.startOn)})}</p>}
                </Card>
              </li>
            ))}
          </CardList>
        )}
      </Section>
      <Section title={t('young:myHome.tonight')}>
        <p>
          <strong>{t('young:myHome.tonight.words')}</strong>
        </p>
        <LinkButton to="/help-now/tonight">{t('young:myHome.tonight.tell')}</LinkButton>
        <CallList help={file.help} numbersFirst />
      </Section>
      <GettingAHome />
      <SayHomeNews person={file.id} />
      <Said />
      <StayingOn />
      <Holidays />
      <Section title={t('young:myHome.move')}>
        <p>{t('young:myHome.move.words')}</p>
        <LinkButton look="second" to="/talk">
          {t('young:talk.title')}
        </LinkButton>
      </Section>
      {before.length > 0 && (
        <Details summary={t('young:myHome.before')}>
          {before.map(stay => (
            <Stay key={stay.id} stay={stay} />
          ))}
        </Details>
      )}
    </Page>
  );
}

interface StayProps {
  readonly stay: Folded<'stay'>;
  readonly isNow?: boolean;
  /** A room that is kept for them while they live elsewhere. */
  readonly isKept?: boolean;
}

function Stay({stay, isNow = false, isKept = false}: StayProps) {
  const {t, format} = useText();
  const {data} = stay;
  const {noticeOn, noticeEndsOn} = useMemory(memory => noticeOf(memory.records(stay.person, 'stay'), stay).data, [stay]);
  const pounds = (pence: number | null | undefined) => (pence === null || pence === undefined ? null : format.money(pence));
  return (
    <Card level={3} title={t(data.type === null ? 'young:myHome.now' : `young:myHome.type.${data.type}`)}>
      {data.startOn !== null && (
        <p className="app-quiet">
          {isNow || data.endOn === null
            ? t('young:myHome.since', {date: format.longDate(data.startOn)})
            : t('young:myHome.holidays.days', {from: format.longDate(data.startOn), until: format.longDate(data.endOn)})}
        </p>
      )}
      {isKept && <p>{t('young:myHome.kept')}</p>}
      {isNow && noticeEndsOn && <p>{t('young:myHome.notice', {date: format.longDate(noticeEndsOn)})}</p>}
      {isNow && noticeOn && !noticeEndsOn && <p>{t('young:myHome.noticeOnly')}</p>}
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('young:myHome.address'), value: asWritten([data.address, data.town, data.postcode].filter(Boolean).join(', '))},
          {label: t('young:myHome.landlord'), value: asWritten(data.landlord)},
          {label: t('young:myHome.rent'), value: pounds(data.weeklyRentPence)},
          {label: t('young:myHome.own'), value: pounds(data.weeklyOwnPence)},
        ]}
      />
      {isNow && data.providedByAuthority !== null && (
        <p>{t(data.providedByAuthority ? 'young:myHome.council' : 'young:myHome.notCouncil')}</p>
      )}
    </Card>
  );
}

/** What is being done where there is no home: by whom, and by when. */
function GettingAHome() {
  const {t, format} = useText();
  const today = useToday();
  const file = useOwnFile();
  const episodes = useMemory(memory => openEpisodes(memory.records(file.id, 'homeless-episode'), today), [file.id, today]);
  const [first] = episodes.map(({data}) => data.presentedOn).toSorted();
  // Also one that was put down with another episode of now, which has been ended since.
  const meetings = useMemory(
    memory =>
      first === undefined
        ? []
        : memory.records(file.id, 'multi-agency-review').filter(meeting => meeting.data.heldOn >= first && !struckOut(meeting)),
    [file.id, first],
  );
  if (first === undefined) return null;
  return (
    <Section title={t('young:myHome.help')}>
      <p>{t('young:myHome.help.since', {date: format.longDate(first)})}</p>
      {episodes.map(
        ({id, data}) =>
          data.interim && (
            <p key={id}>
              {t('young:myHome.help.now')} {asWritten(data.interim)}
            </p>
          ),
      )}
      {meetings.length === 0 && <p>{t('young:myHome.help.noMeeting')}</p>}
      {meetings.map(({id, data}) => (
        <Card key={id} level={3} title={t('young:myHome.help.meeting', {date: format.longDate(data.heldOn)})}>
          <ul className="govuk-list govuk-list--bullet">
            {data.decisions.map(({what, who, by}) => (
              <li key={what}>
                {asWritten(what)} {t('young:myHome.help.who', {who})}
                {by !== null && ` ${t('young:myHome.help.by', {date: format.longDate(by)})}`}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Section>
  );
}

function Said() {
  const {t, format} = useText();
  const file = useOwnFile();
  const said = useMemory(
    memory =>
      memory
        .records(file.id, 'home-news')
        .filter(each => !struckOut(each))
        .toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1)),
    [file.id],
  );
  if (said.length === 0) return null;
  return (
    <Section title={t('young:myHome.said')}>
      <CardList>
        {said.map(({id, data, delivery}) => (
          <li key={id}>
            <Card level={3} title={t(`young:myHome.what.${data.what}`)} aside={format.longDate(data.on ?? data.saidOn)}>
              {data.view !== null && <p>{t(`codes:homeView.${data.view}`)}</p>}
              {data.words && <FreeText quoted words={data.words} />}
              <DeliveryLine delivery={delivery} />
              <p className="app-quiet">
                {data.heardBy === null || data.heardOn === null
                  ? t('young:myHome.notHeard')
                  : t('young:myHome.heard', {
                      name: helperName(file.help, data.heardBy) ?? t('young:someone'),
                      date: format.longDate(data.heardOn),
                    })}
              </p>
            </Card>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Holidays() {
  const {t, format} = useText();
  const today = useToday();
  const file = useOwnFile();
  const vacations = useMemory(
    memory => memory.records(file.id, 'vacation').filter(vacation => !struckOut(vacation) && vacation.data.until >= today),
    [file.id, today],
  );
  if (vacations.length === 0) return null;
  return (
    <Section title={t('young:myHome.holidays')}>
      {vacations.map(({id, data}) => (
        <Card
          key={id}
          level={3}
          title={t('young:myHome.holidays.days', {from: format.longDate(data.from), until: format.longDate(data.until)})}
        >
          <p>{data.how === null ? t('young:myHome.holidays.open') : t(`codes:vacationWay.${data.how}`)}</p>
        </Card>
      ))}
    </Section>
  );
}
