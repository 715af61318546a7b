/**
 * One page for staff: who somebody is, what to read before going out, what is due and what was promised. Never more than one page:
 * where there is more it says so, and it is in the file.
 */
import {presentActivity} from '#domain/learning-work/present-activity.ts';
import {isEvent} from '#domain/deadline/deadline.ts';
import {useText} from '#client/i18n/text.ts';
import {deadlineWords} from '#client/case/deadlines/deadline-words.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {hasVersions, KeptCell, KeptWords} from './kept-words.tsx';
import {PaperFacts, PaperPart} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';
import {homeWords, Promises, ROWS} from './summary-parts.tsx';

const RISK_CHARACTERS = 400;
/** Alerts that come with their text; of more there are the names. */
const ALERTS = 3;
const ALERT_CHARACTERS = 120;

export function StaffSummary({file, memory}: {readonly file: PaperFile; readonly memory: MemoryStore}) {
  const text = useText();
  const {t, format} = text;
  const person = personOnDevice(memory, file.person, file.today);
  if (!person) return null;
  const own = file.records(file.person, 'young-person')[0]?.data;
  const alerts = file.records(file.person, 'alert').filter(({data}) => data.endOn === null || data.endOn >= file.today);
  const names = [...new Set(alerts.slice(ALERTS).map(({data}) => t(`codes:alert.${data.code}`)))];
  const risk = file.records(file.person, 'risk-summary').find(record => record.data.words !== null || hasVersions(record));
  const activity = presentActivity(file.records(file.person, 'activity'), file.today)?.data.code;
  const due = deadlinesOnDevice(memory, file.person, file.today).filter(
    ({state, what}) => state !== 'met' && !isEvent(what) && what !== 'action',
  );
  const day = (on: typeof person.lastSeenOn) => (on === null ? null : format.longDate(on));
  const choice = (language: 'cy' | 'en' | null) => (language === null ? t('person:identity.notAsked') : t(`codes:language.${language}`));
  return (
    <div className="app-paper__onePage app-paper__onePage--dense">
      <PaperFacts
        facts={[
          [t('person:identity.legalName'), asWritten(person.legalName)],
          [t('person:identity.pronouns'), asWritten(person.pronouns)],
          [t('person:identity.born'), `${format.longDate(person.bornOn)} (${t('common:age', {age: person.age})})`],
          [t('person:identity.category'), t(`codes:category.${person.category}`)],
          [
            t('person:identity.language'),
            `${t('person:identity.speak', {language: choice(person.speak)})}; ${t('person:identity.write', {language: choice(person.write)})}`,
          ],
          [t('person:identity.phone'), asWritten(own?.phone)],
          [t('person:identity.adviser'), asWritten(file.nameOf(person.adviser))],
          [t('person:overview.home'), homeWords(file, text) ?? t(`codes:homeStatus.${person.homeStatus}`)],
          [t('person:overview.activity'), activity === undefined ? null : t(`codes:activity.${activity}`)],
          [t('person:overview.inTouch'), person.inTouch === null ? null : t(`codes:inTouch.${person.inTouch}`)],
          [t('person:overview.lastSeen'), day(person.lastSeenOn)],
          [t('person:overview.nextContact'), day(person.nextContactOn)],
        ]}
      />
      {(risk || alerts.length > 0) && (
        <PaperPart title={t('print:summary.before')}>
          <PaperFacts
            facts={alerts
              .slice(0, ALERTS)
              .map(alert => [
                t(`codes:alert.${alert.data.code}`),
                <KeptCell key="alert" file={file} record={alert} field="text" atMost={ALERT_CHARACTERS} />,
              ])}
          />
          {names.length > 0 && <p>{t('print:summary.alerts', {names: names.join('; ')})}</p>}
          <KeptWords file={file} record={risk} field="words" atMost={RISK_CHARACTERS} />
        </PaperPart>
      )}
      {due.length > 0 && (
        <PaperPart title={t('print:summary.due')}>
          <PaperFacts facts={due.slice(0, ROWS).map(each => [t(`deadlines:what.${each.what}`), deadlineWords(text, each, file.today)])} />
          {due.length > ROWS && <p>{t('print:summary.more', {number: due.length - ROWS})}</p>}
        </PaperPart>
      )}
      <Promises file={file} />
    </div>
  );
}
