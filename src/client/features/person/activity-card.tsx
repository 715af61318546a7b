/** One activity: what, where and since when, who said so, whether it was heard again, and what can be done with it. */
import {may} from '#domain/access/permissions.ts';
import {groupOfActivity} from '#domain/learning-work/codes.ts';
import {isMain, lastConfirmed, type Activity} from '#domain/learning-work/present-activity.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {asksCourse} from '#client/case/learning-work/activity-draft.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {Strikeable} from '#client/case/records/strikeable.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button} from '#client/ui/button.tsx';
import {Card} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {ChangeActivity, EndActivity} from './activity-forms.tsx';
import {ProgrammeForm} from './programme-form.tsx';

interface CardProps {
  readonly activity: Folded<'activity'>;
  readonly person: PersonOnDevice;
  readonly today: CalendarDate;
}

export function ActivityCard({activity, person, today}: CardProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {data} = activity;
  const what = t(`codes:activity.${data.code}`);
  const isStruck = struckOut(activity) !== undefined;
  const isOver = data.endOn !== null && data.endOn < today;
  const mayWrite = may(vault.session.role, 'activity.write', true) && !isStruck && !person.died;
  const hasStarted = data.code === 'awaiting_start' && (data.startsOn ?? '9999') <= today;
  return (
    <Card
      level={3}
      title={what}
      tone={hasStarted && !isOver ? 'attention' : 'plain'}
      aside={data.since === null ? undefined : t('learning:sinceDay', {date: format.longDate(data.since)})}
    >
      <Strikeable record={activity} what={what} isShared links={<HistoryLink record={activity.id} what={what} />}>
        <DeliveryLine delivery={activity.delivery} />
        {!isOver && !isStruck && (
          <p>
            <StatusText tone={isMain(activity) ? 'good' : 'calm'}>
              {t(isMain(activity) ? 'learning:isMain' : 'learning:isBeside')}
            </StatusText>
          </p>
        )}
        {hasStarted && !isOver && data.startsOn && <p>{t('learning:started', {date: format.longDate(data.startsOn)})}</p>}
        <SummaryList
          compact
          onlyKnown
          facts={[
            {label: t(asksCourse(data.code) ? 'learning:what.course' : 'learning:what'), value: asWritten(data.what ?? null)},
            {label: t(asksCourse(data.code) ? 'learning:where.course' : 'learning:where'), value: asWritten(data.where ?? null)},
            {
              label: t('learning:level'),
              value:
                data.level === undefined || data.level === null
                  ? null
                  : data.level === 0
                    ? t('learning:level.entry')
                    : t('learning:level.number', {level: data.level}),
            },
            {label: t('learning:hours'), value: data.hours ?? null},
            {label: t('learning:startsAs'), value: data.startsAs ? t(`codes:activity.${data.startsAs}`) : null},
            {label: t('learning:startsOn'), value: data.startsOn ? format.longDate(data.startsOn) : null},
            {label: t('learning:neetReason'), value: data.neetReason ? t(`codes:neetReason.${data.neetReason}`) : null},
            {label: t('learning:expectedEnd'), value: data.expectedEndOn ? format.longDate(data.expectedEndOn) : null},
            {label: t('learning:end.day'), value: data.endOn === null ? null : format.longDate(data.endOn)},
            {label: t('learning:end.reason'), value: data.endReason ? t(`codes:activityEnd.${data.endReason}`) : null},
            {label: t('learning:group'), value: t(`codes:activityGroup.${groupOfActivity(data.code, data.isTraining)}`)},
          ]}
        />
        {data.words && <FreeText quoted words={data.words} />}
        <WhoSaid activity={activity} person={person} />
      </Strikeable>
      <ClashLink record={activity} label={t('learning:together')} />
      {mayWrite && !isOver && <StillSo activity={activity} today={today} />}
      {mayWrite && !isOver && <ProgrammeForm activity={activity} person={person} today={today} />}
      {mayWrite && <ChangeActivity activity={activity} person={person} today={today} />}
      {mayWrite && data.endOn === null && <EndActivity activity={activity} person={person} today={today} />}
      {mayWrite && data.endOn !== null && <GoesOn activity={activity} />}
    </Card>
  );
}

function WhoSaid({activity, person}: Pick<CardProps, 'activity' | 'person'>) {
  const {t, format} = useText();
  const confirmed = lastConfirmed(activity.data);
  const name = useMemory(memory => (confirmed ? staffName(memory, confirmed.by) : null), [confirmed]);
  const isOwn = activity.made.author === person.id;
  return (
    <>
      {isOwn && (
        <p>
          <StatusText>{t('learning:said.own', {name: person.knownAs})}</StatusText>
        </p>
      )}
      {confirmed && (
        <p className="app-quiet">
          {confirmed.by === person.id
            ? t('learning:confirmed.own', {name: person.knownAs, date: format.longDate(confirmed.on)})
            : t('learning:confirmed.by', {name: name ?? t('common:formerColleague'), date: format.longDate(confirmed.on)})}
        </p>
      )}
    </>
  );
}

/** One press at the end of a visit: it is heard today that this is still so, which is what a snapshot rests on. */
function StillSo({activity, today}: Pick<CardProps, 'activity' | 'today'>) {
  const {t} = useText();
  const {busy, refused, save} = useSaveNow();
  if (lastConfirmed(activity.data)?.on === today || (activity.data.since ?? '') > today) return null;
  return (
    <>
      <Button
        look="second"
        busy={busy}
        label={t('learning:still.label', {what: t(`codes:activity.${activity.data.code}`)})}
        onPress={() => void save({kind: 'activity.confirm', record: activity.id, person: activity.person, body: {on: today}})}
      >
        {t('learning:still')}
      </Button>
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}

function GoesOn({activity}: {readonly activity: Activity}) {
  const {t} = useText();
  const {busy, refused, save} = useSaveNow();
  return (
    <>
      <Button
        look="quiet"
        busy={busy}
        onPress={() => void save({kind: 'activity.end', record: activity.id, person: activity.person, body: {endOn: null, reason: null}})}
      >
        {t('learning:goesOn')}
      </Button>
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
