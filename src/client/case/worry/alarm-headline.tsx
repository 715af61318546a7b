/** How far an alarm has come that nobody has read, and that it cannot wait: in a list, without what it is about. */
import type {AlarmHeadline} from '#domain/worry/open-worry.ts';
import {useText} from '#client/i18n/text.ts';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';

/** It is with nobody where nobody was: that is said, and not that somebody has it. */
const whereItIs = (to: NonNullable<AlarmHeadline['to']>, nobody: boolean) =>
  nobody && (to === 'manager' || to === 'duty') ? (`today:worry.nobody.${to}` as const) : (`today:worry.with.${to}` as const);

export function AlarmHeadlineWords({alarm, words}: {readonly alarm: AlarmHeadline | null; readonly words: string}) {
  const {t, format} = useText();
  const today = useToday();
  return (
    <>
      {alarm?.urgent === true && (
        <p>
          <StatusText tone="attention">{t('today:worry.urgent')}</StatusText>
        </p>
      )}
      <p>{words}</p>
      {alarm && alarm.to !== null && <p>{t(whereItIs(alarm.to, alarm.nobody === true), {moment: format.moment(alarm.at, today)})}</p>}
    </>
  );
}
