/** Which duty may owe what is asked, before anybody asks: the fund does not pay instead of a duty. */
import type {DutyHint} from '#domain/fund/duties.ts';
import {useText} from '#client/i18n/text.ts';
import {Notice} from '#client/ui/notice.tsx';

export function DutyHints({hints}: {readonly hints: readonly DutyHint[]}) {
  const {t} = useText();
  if (hints.length === 0) return null;
  return (
    <Notice tone="attention" title={t('fund:duties.title')} say>
      <p>{t('fund:duties.ask')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {hints.map(({duty, rule, certain}) => (
          <li key={duty}>
            {t(`codes:fundDuty.${duty}`)} <span className="app-quiet">{t(certain ? 'fund:duty.certain' : 'fund:duty.perhaps')}</span>
            {rule !== null && <span className="app-quiet">{` ${rule}`}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
