/** Which of several somebody mainly does, where that is not settled: written on two devices, or by the young person and their adviser. All are kept, and a person says which is right. */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {isMain, rivalsOn, type Activity} from '#domain/learning-work/present-activity.ts';
import {calendarDateInWales, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {standsAsMain, standsBeside} from './activity-forms.tsx';

export function RivalActivities({person, today}: {readonly person: PersonOnDevice; readonly today: CalendarDate}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const rivals = useMemory(memory => rivalsOn(memory.file(person.id), today), [person.id, today]);
  if (rivals.length === 0) return null;

  async function choose(chosen: Activity) {
    if (busy) return;
    setBusy(true);
    try {
      const done = await vault.save([
        ...(isMain(chosen) ? [] : [standsAsMain(chosen, person.id)]),
        ...rivals.filter(each => each.id !== chosen.id && isMain(each)).map(each => standsBeside(each, person.id)),
      ]);
      setRefused(done.ok ? null : refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Notice tone="attention" title={t('learning:rivals', {name: person.knownAs})}>
      <p>{t(rivals.some(isMain) ? 'learning:rivals.words' : 'learning:rivals.none', {name: person.knownAs})}</p>
      <ul className="govuk-list">
        {rivals.map(each => (
          <li key={each.id}>
            <Rival activity={each} person={person} />
            {may(vault.session.role, 'activity.write', true) && (
              <Button
                look="second"
                busy={busy}
                label={t('learning:rivals.choose.label', {what: t(`codes:activity.${each.data.code}`)})}
                onPress={() => void choose(each)}
              >
                {t('learning:rivals.choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refused !== null && <p role="alert">{refused}</p>}
    </Notice>
  );
}

function Rival({activity, person}: {readonly activity: Activity; readonly person: PersonOnDevice}) {
  const {t, format} = useText();
  const {author, at} = activity.made;
  const name = useMemory(memory => staffName(memory, author), [author]);
  const who = author === person.id ? person.knownAs : (name ?? t('common:formerColleague'));
  return (
    <p>
      <strong>{t(`codes:activity.${activity.data.code}`)}</strong>
      <br />
      {activity.data.what && (
        <>
          {asWritten(activity.data.what)}
          <br />
        </>
      )}
      <span className="app-quiet">{t('learning:rivals.who', {name: who, date: format.longDate(calendarDateInWales(at))})}</span>
    </p>
  );
}
