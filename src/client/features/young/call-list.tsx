/** Whom to phone, one below the other, each a large link: the adviser and cover, then the numbers of the council. */
import type {DataOf} from '#domain/record-kinds.ts';
import {isOpenAt} from '#domain/shared/office-hours.ts';
import {useText} from '#client/i18n/text.ts';
import {useNow} from '#client/ui/use-now.ts';
import {useToday} from '#client/ui/use-today.ts';

/** For `tel:` and `sms:`: without spaces. */
const dialled = (number: string) => number.replaceAll(/\s/gu, '');

export function CallLink({number}: {readonly number: string}) {
  const {t} = useText();
  return (
    <a className="govuk-button govuk-button--secondary app-button" href={`tel:${dialled(number)}`}>
      {t('young:help.call', {number})}
    </a>
  );
}

export function TextLink({number}: {readonly number: string}) {
  const {t} = useText();
  return (
    <a className="app-button-quiet" href={`sms:${dialled(number)}`}>
      {t('young:talk.text', {number})}
    </a>
  );
}

interface CallListProps {
  readonly help: DataOf<'who-helps'> | undefined;
  /**
   * The council's numbers before the adviser's: somebody answers them at any hour. Those of outside office hours stand last in
   * the record, and first while the office is shut.
   */
  readonly numbersFirst?: boolean;
}

export function CallList({help, numbersFirst = false}: CallListProps) {
  const {t, language, format} = useText();
  const today = useToday();
  const covering = help?.cover.filter(({from}) => from <= today) ?? [];
  const now = useNow();
  const isShut = help?.alarms !== undefined && !isOpenAt(help.alarms.hours, now);
  const listed = numbersFirst && isShut ? help.numbers.toReversed() : help?.numbers;
  const numbers = listed?.map(each => (
    <li key={each.en + each.number} className="app-card">
      <p>
        <strong>{each[language]}</strong>
      </p>
      {(language === 'cy' ? each.whenCy : each.whenEn) !== null && <p>{language === 'cy' ? each.whenCy : each.whenEn}</p>}
      <CallLink number={each.number} />
    </li>
  ));
  return (
    <ul className="app-cards">
      {numbersFirst && numbers}
      {covering.map(({id, name, phone, until}) => (
        <li key={id} className="app-card">
          <p>
            <strong>{name}</strong>
          </p>
          <p>{t('young:help.cover', {date: format.longDate(until)})}</p>
          {phone === null ? <p className="app-quiet">{t('young:help.noNumber')}</p> : <CallLink number={phone} />}
        </li>
      ))}
      {help?.adviser && (
        <li className="app-card">
          <p>
            <strong>{help.adviser.name}</strong>
          </p>
          <p>{t('young:help.adviser')}</p>
          {help.adviser.phone === null ? <p className="app-quiet">{t('young:help.noNumber')}</p> : <CallLink number={help.adviser.phone} />}
        </li>
      )}
      {!numbersFirst && numbers}
    </ul>
  );
}
