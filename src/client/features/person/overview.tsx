/** The overview answers in ten seconds: what is next, what we promised, what to know before a visit. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {presentActivity} from '#domain/learning-work/present-activity.ts';
import {struckOut} from '#domain/shared/record.ts';
import {LooksList} from '#client/case/person/looks-list.tsx';
import {useText} from '#client/i18n/text.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {ActionList} from './action-list.tsx';
import {Alerts} from './alerts.tsx';
import {Deadlines} from './deadlines.tsx';
import {CoverPanel} from './cover-panel.tsx';
import {useStanding} from './identity-bar.tsx';
import {HandOvers} from './hand-overs.tsx';
import {PersonMessages} from './person-messages.tsx';
import {RadarOfPerson} from './radar.tsx';
import {ReviewRequests} from './review-requests.tsx';
import {SinceLook} from './since-look.tsx';
import {YoungPersonApp} from './young-person-app.tsx';
import type {PartProps} from './part.ts';
import {RiskSummary} from './risk-summary.tsx';
import {RivalActivities} from './rival-activities.tsx';
import {Worries} from './worries.tsx';

export function Overview({person, today}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const activity = useMemory(memory => presentActivity(memory.records(person.id, 'activity'), today)?.data.code, [person.id, today]);
  const open = useMemory(
    memory =>
      memory
        .records(person.id, 'plan-action')
        .filter(action => !struckOut(action) && (action.data.status === 'not_started' || action.data.status === 'in_progress')),
    [person.id],
  );
  const standing = useStanding(person);
  const ago = (on: CalendarDate | null) => (on === null ? null : format.dateWithDays(on, today));
  const next = person.missedContactOn ?? person.nextContactOn;
  return (
    <>
      <Worries person={person} today={today} />
      <RadarOfPerson person={person} today={today} />
      <LinkButton look="second" to={`/people/${person.id}/entitlements`}>
        {t('entitlements:open')}
      </LinkButton>
      <RivalActivities person={person} today={today} />
      <SinceLook person={person} today={today} />
      <ReviewRequests person={person} today={today} />
      <RiskSummary person={person} today={today} />
      <HandOvers person={person} today={today} />
      <Alerts person={person} today={today} />
      <Section
        title={t('person:overview.now')}
        aside={
          <LinkButton look="quiet" to={`/people/${person.id}/profile`}>
            {t('profile:open')}
          </LinkButton>
        }
      >
        <SummaryList
          facts={[
            {
              label: t('person:overview.nextContact'),
              value:
                next === null ? (
                  t('people:nextContact.none')
                ) : next < today ? (
                  <StatusText tone="attention">{t('today:contacts.passed', {date: format.longDate(next)})}</StatusText>
                ) : (
                  ago(next)
                ),
            },
            {label: t('person:overview.lastContact'), value: ago(person.lastContactOn)},
            {label: t('person:overview.lastSeen'), value: ago(person.lastSeenOn)},
            {label: t('person:overview.lastSeenAtHome'), value: ago(person.lastSeenAtHomeOn)},
            {
              label: t('person:overview.home'),
              value: person.home === null ? t(`codes:homeStatus.${person.homeStatus}`) : t(`codes:home.${person.home}`),
            },
            {label: t('person:overview.activity'), value: activity === undefined ? null : t(`codes:activity.${activity}`)},
            {label: t('person:overview.inTouch'), value: person.inTouch === null ? null : t(`codes:inTouch.${person.inTouch}`)},
            ...standing.filter(({value}) => value !== null),
          ]}
        />
      </Section>
      <ButtonRow>
        <LinkButton look="second" to={`/people/${person.id}/chronology`}>
          {t('chronology:title')}
        </LinkButton>
        <LinkButton look="second" to={`/people/${person.id}/print`}>
          {t('person:print')}
        </LinkButton>
      </ButtonRow>
      <Deadlines person={person} today={today} />
      <Section title={t('person:promised.title')}>
        {open.length === 0 ? (
          <p className="govuk-body">{t('person:promised.none', {name: person.knownAs})}</p>
        ) : (
          <ActionList actions={open} today={today} />
        )}
      </Section>
      <PersonMessages person={person} today={today} />
      {may(vault.session.role, 'young-person.invite', true) && <YoungPersonApp person={person} today={today} />}
      {(may(vault.session.role, 'cover.give', true) || person.cover.length > 0) && <CoverPanel person={person} today={today} />}
      <Looks person={person.id} />
    </>
  );
}

/** Asked only when somebody wants to know: it needs the server. */
function Looks({person}: {readonly person: string}) {
  const {t} = useText();
  const [asked, setAsked] = useState(false);
  return (
    <Section title={t('history:looks.title')}>
      {asked ? (
        <LooksList person={person} none={t('history:looks.none')} offline={t('history:looks.offline')} />
      ) : (
        <Button look="quiet" onPress={() => setAsked(true)}>
          {t('history:looks.show')}
        </Button>
      )}
    </Section>
  );
}
