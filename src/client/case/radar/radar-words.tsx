/** What a signal of the radar says: why, who acts and by when, in words. */
import type {RadarFact} from '#domain/radar/radar-fact.ts';
import type {RadarWho} from '#domain/radar/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText, type Text, type TextKey} from '#client/i18n/text.ts';
import {StatusText} from '#client/ui/status-text.tsx';

function factWords({t, format}: Pick<Text, 't' | 'format'>, {fact, on, code}: RadarFact): string {
  const date = format.longDate(on);
  if (code === undefined) return t(`radar:fact.${fact}`, {date});
  const list = fact === 'home_driver' ? 'homeDriver' : 'alert';
  return t(`radar:fact.${fact}`, {what: t(`codes:${list}.${code}` as TextKey), date});
}

export function RadarFacts({facts}: {readonly facts: readonly RadarFact[]}) {
  const text = useText();
  return (
    <>
      <p className="app-quiet">{text.t('radar:why')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {facts.map(each => (
          <li key={[each.fact, each.on, each.code].join()}>{factWords(text, each)}</li>
        ))}
      </ul>
    </>
  );
}

interface WhoAndByProps {
  readonly who: RadarWho;
  readonly by: CalendarDate;
  readonly today: CalendarDate;
  /** The adviser's name, where it is known. */
  readonly adviser: string | null;
}

export function WhoAndBy({who, by, today, adviser}: WhoAndByProps) {
  const {t, format} = useText();
  const date = format.longDate(by);
  return (
    <p>
      {who === 'adviser' && adviser !== null ? t('radar:who.adviserNamed', {name: adviser}) : t(`radar:who.${who}`)}{' '}
      <StatusText tone={by <= today ? 'attention' : 'waiting'}>{t(by < today ? 'radar:past' : 'radar:by', {date})}</StatusText>
    </p>
  );
}
