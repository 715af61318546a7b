/**
 * One episode of homelessness: what is known, what the housing authority may owe on the day of the application and why, the
 * nights in bed and breakfast against their limits, the meeting of everybody who has to act, and what came of it.
 */
import {useParams} from 'react-router';
import {bedAndBreakfastSpans, nightsOf} from '#domain/accommodation/bed-and-breakfast.ts';
import {isAtRiskOfExploitation} from '#domain/accommodation/exploitation.ts';
import {housingDuties, type HousingAnswer} from '#domain/accommodation/housing-duties.ts';
import {hadNotice} from '#domain/accommodation/kept-room.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {may} from '#domain/access/permissions.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {careLeaverStanding, categoryFacts} from '#domain/young-person/standing.ts';
import {lookedAfterRuns} from '#domain/young-person/looked-after-days.ts';
import {authorityWords} from '#client/case/records/authority-choices.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {Strikeable} from '#client/case/records/strikeable.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';

type Episode = Folded<'homeless-episode'>;

export function HomelessPage() {
  const {t, format} = useText();
  const {person: id = '', episode: of = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const episode = useMemory(memory => memory.records(id, 'homeless-episode').find(each => each.id === of), [id, of]);
  if (!person?.holdsFile || !episode)
    return (
      <Page title={t('home:homeless')} caption={person?.knownAs}>
        <FileNotHere person={person} id={id} part="home" back={t('home:back')} />
      </Page>
    );
  return (
    <Page
      title={t('home:homeless.since', {date: format.longDate(episode.data.presentedOn)})}
      windowTitle={t('home:homeless')}
      caption={person.knownAs}
    >
      <LinkButton look="quiet" to={`/people/${id}/home`}>
        {t('home:back')}
      </LinkButton>
      <Facts episode={episode} />
      <Owed episode={episode} person={person} />
      <Nights episode={episode} today={today} />
      <Meetings episode={episode} today={today} />
    </Page>
  );
}

function Way({episode, form, words}: {readonly episode: Episode; readonly form: string; readonly words: string}) {
  const {vault} = useOpenVault();
  if (!may(vault.session.role, 'home.write', true) || struckOut(episode)) return null;
  return (
    <LinkButton look="second" to={`/people/${episode.person ?? ''}/home/${form}?of=${episode.id}`}>
      {words}
    </LinkButton>
  );
}

function Facts({episode}: {readonly episode: Episode}) {
  const {t, format, language} = useText();
  const {data} = episode;
  const day = (on: CalendarDate | null | undefined) => (on ? format.longDate(on) : null);
  const answer = (question: 'nowhereTonight' | 'asked' | 'dutyAccepted', value: boolean | null | undefined) =>
    typeof value === 'boolean' ? t(`home:choice.${question}.${value ? 'yes' : 'no'}`) : null;
  return (
    <Section title={t('home:homeless.known')}>
      <Strikeable
        record={episode}
        what={t('home:homeless')}
        isShared
        links={!struckOut(episode) && <HistoryLink record={episode.id} what={t('home:homeless')} />}
      >
        {data.askedIfCareExperienced !== true && data.endOn === null && (
          <p>
            <StatusText tone="attention">{t('home:homeless.ask')}</StatusText>
          </p>
        )}
        <SummaryList
          facts={[
            {label: t('home:field.presentedOn'), value: day(data.presentedOn)},
            {label: t('home:field.nowhereTonight'), value: answer('nowhereTonight', data.nowhereTonight)},
            {label: t('home:field.homelessFrom'), value: day(data.homelessFrom)},
            {label: t('home:field.homelessBecause'), value: data.because ? t(`codes:homelessReason.${data.because}`) : null},
            {label: t('home:field.housing'), value: asWritten(authorityWords(data.housingAuthority, language))},
            {label: t('home:field.appliedOn'), value: day(data.appliedOn)},
            {label: t('home:field.askedIfCareExperienced'), value: answer('asked', data.askedIfCareExperienced)},
            {label: t('home:field.duty'), value: data.duty ? t(`codes:housingDuty.${data.duty}`) : null},
            {label: t('home:field.dutyAccepted'), value: answer('dutyAccepted', data.dutyAccepted)},
            {
              label: t('home:field.ground'),
              value: data.ground ? t(`codes:priorityDecision.${data.ground}`) : asWritten(data.priorityNeedGround),
            },
            {label: t('home:field.interim'), value: asWritten(data.interim)},
            ...(data.endOn === null
              ? []
              : [
                  {label: t('home:field.homelessEndOn'), value: day(data.endOn)},
                  {label: t('home:field.endedHow'), value: data.endedHow ? t(`codes:homelessOutcome.${data.endedHow}`) : null},
                  {label: t('home:field.homelessOutcome'), value: asWritten(data.outcome)},
                ]),
          ]}
        />
        <ClashLink record={episode} label={t('person:together')} />
        <DeliveryLine delivery={episode.delivery} />
        <ButtonRow>
          <Way episode={episode} form="homeless-said" words={t('home:way.homelessSaid')} />
          {data.endOn === null && <Way episode={episode} form="homeless-end" words={t('home:way.homelessEnd')} />}
        </ButtonRow>
      </Strikeable>
    </Section>
  );
}

/** What follows from the dates on the day of the application, by the rules in force on that day. */
function answerFor(memory: MemoryStore, {data}: Episode, person: PersonOnDevice): HousingAnswer {
  const file = memory.file(person.id);
  const facts = categoryFacts(file);
  const appliedOn = data.appliedOn ?? data.presentedOn;
  const setting = settingsInForce(memory.records(null, 'setting'));
  return housingDuties({
    bornOn: facts.dateOfBirth,
    wasLookedAfter: lookedAfterRuns(facts.dateOfBirth, facts.periods, appliedOn).length > 0,
    isAtRisk: isAtRiskOfExploitation(file, appliedOn),
    category: careLeaverStanding(file, appliedOn).category,
    appliedOn,
    // Somewhere to stay tonight and no last night known is no answer; where neither was said there was no home, as in older records.
    homelessFrom: data.nowhereTonight === true ? appliedOn : (data.homelessFrom ?? (data.nowhereTonight === false ? undefined : null)),
    hasNotice: hadNotice(memory.records(person.id, 'stay'), appliedOn),
    threatenedRule: setting('threatenedRule', appliedOn),
    newDuty: setting('suitableHomeDuty', appliedOn) === 'in_force',
  });
}

function Owed({episode, person}: {readonly episode: Episode; readonly person: PersonOnDevice}) {
  const {t, format} = useText();
  const found = useMemory(memory => answerFor(memory, episode, person), [episode, person]);
  const appliedOn = episode.data.appliedOn ?? episode.data.presentedOn;
  return (
    <Section title={t('home:owed', {date: format.longDate(appliedOn)})}>
      <p className="govuk-body">{t('home:owed.intro')}</p>
      <p>{t(`home:owed.situation.${found.situation}`, {date: format.longDate(found.threatenedUntil)})}</p>
      <ul className="govuk-list govuk-list--bullet">
        {found.duties.map(duty => (
          <li key={duty}>
            <strong>{t(`codes:housingDuty.${duty}`)}</strong> {t(`home:owed.duty.${duty}`)}
          </li>
        ))}
      </ul>
      <h3 className="govuk-heading-s">{t('home:owed.priority')}</h3>
      {found.grounds.length === 0 ? (
        <p className="govuk-body">{t('home:owed.noGround')}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {found.grounds.map(({ground, endsOn}) => (
            <li key={ground}>{t(`home:owed.ground.${ground}`, {date: format.longDate(endsOn)})}</li>
          ))}
        </ul>
      )}
      {found.services.map(service => (
        <p key={service} className="govuk-body">
          {t(`home:owed.services.${service}`)}
        </p>
      ))}
      <p className="app-quiet">{t('home:owed.source')}</p>
    </Section>
  );
}

function Nights({episode, today}: {readonly episode: Episode; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const until = episode.data.endOn ?? today;
  const spans = useMemory(
    memory => bedAndBreakfastSpans(memory.records(episode.person, 'stay'), episode.data.presentedOn, until),
    [episode, until],
  );
  const due = useMemory(
    memory => deadlinesOnDevice(memory, must(episode.person, 'somebody’s'), today).find(({what}) => what === 'bed_and_breakfast'),
    [episode, today],
  );
  const limits = useMemory(
    memory => {
      const setting = settingsInForce(memory.records(null, 'setting'));
      return {basic: setting('bedAndBreakfastDays', today), higher: setting('bedAndBreakfastHigherDays', today)};
    },
    [today],
  );
  if (spans.length === 0) return null;
  return (
    <Section title={t('home:nights')}>
      <SummaryList
        figures
        facts={[
          {label: t('home:nights.all'), value: t('counts:night', {count: nightsOf(spans)})},
          {label: t('home:nights.basic'), value: t('counts:night', {count: nightsOf(spans.filter(({standard}) => standard === 'basic'))})},
        ]}
      />
      <p className="govuk-body">
        {t('home:nights.limits', {basic: t('counts:night', {count: limits.basic}), higher: t('counts:night', {count: limits.higher})})}
      </p>
      {due && (
        <p>
          <StatusText tone={due.dueOn <= today ? 'attention' : 'waiting'}>
            {t('home:nights.outBy', {date: format.longDate(due.dueOn)})}
          </StatusText>
        </p>
      )}
      <ul className="govuk-list govuk-list--bullet">
        {spans.map(({stay, standard, first, last, nights}) => (
          <li key={stay}>
            {t('home:nights.span', {
              from: format.longDate(first),
              until: format.longDate(last),
              nights: t('counts:night', {count: nights}),
              standard: t(`codes:roomStandard.${standard}`),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Meetings({episode, today}: {readonly episode: Episode; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const held = useMemory(
    memory =>
      memory
        .records(episode.person, 'multi-agency-review')
        .filter(({data}) => data.episode === episode.id)
        .toSorted((one, other) => (one.data.heldOn < other.data.heldOn ? 1 : -1)),
    [episode],
  );
  const due = useMemory(
    memory =>
      deadlinesOnDevice(memory, must(episode.person, 'somebody’s'), today).find(
        ({what, subject}) => what === 'multi_agency_review' && subject === episode.id,
      ),
    [episode, today],
  );
  return (
    <Section title={t('home:meeting')} aside={<Way episode={episode} form="meeting" words={t('home:way.meeting')} />}>
      <p className="govuk-body">{t('home:meeting.why')}</p>
      {due && due.state !== 'met' && (
        <p>
          <StatusText tone={due.dueOn <= today ? 'attention' : 'waiting'}>
            {t('home:meeting.by', {date: format.longDate(due.dueOn)})}
          </StatusText>
        </p>
      )}
      {held.map(meeting => {
        const {data} = meeting;
        const title = t('home:meeting.held', {date: format.longDate(data.heldOn)});
        return (
          <Card key={meeting.id} level={3} title={title}>
            <Strikeable record={meeting} what={title} isShared links={<HistoryLink record={meeting.id} what={title} />}>
              <SummaryList
                compact
                onlyKnown
                facts={[
                  {
                    label: t('home:field.attendee'),
                    value: asWritten(data.attendees.map(({name, from}) => (from === '' ? name : `${name} (${from})`)).join('; ')),
                  },
                  {
                    label: t('home:field.theyTookPart'),
                    value: data.theyTookPart === null ? null : t(`home:choice.theyTookPart.${data.theyTookPart ? 'yes' : 'no'}`),
                  },
                  {label: t('home:field.meetingWords'), value: asWritten(data.words)},
                ]}
              />
              <ul className="govuk-list govuk-list--bullet">
                {data.decisions.map(({what, who, by}) => (
                  <li key={what}>
                    <span translate="no">{what}</span> {t('home:meeting.who', {who})}
                    {by !== null && ` ${t('home:meeting.doneBy', {date: format.longDate(by)})}`}
                  </li>
                ))}
              </ul>
              <DeliveryLine delivery={meeting.delivery} />
            </Strikeable>
          </Card>
        );
      })}
    </Section>
  );
}
