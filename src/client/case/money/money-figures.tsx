/**
 * What comes in, goes out and is left, a week and a month, each with its words beside it. Where more goes out it says how much
 * more, in the same calm look: a figure is never a verdict.
 */
import {isShort, roundedFor, type MoneySums} from '#domain/money-plan/week-by-week.ts';
import type {Pence} from '#domain/shared/money.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {SummaryList} from '#client/ui/summary-list.tsx';

/** Rounded here, at the last moment, from the exact sum of a year. */
const figure = ({t, format}: Pick<Text, 't' | 'format'>, aYear: Pence) => ({
  week: t('money-plan:perWeek', {amount: format.money(roundedFor('week', aYear))}),
  month: t('money-plan:perMonth', {amount: format.money(roundedFor('month', aYear))}),
});

export const figureLine = (text: Pick<Text, 't' | 'format'>, aYear: Pence): string => Object.values(figure(text, aYear)).join(' · ');

/** Label and pence a year, of what there is to see; nothing while nothing was written. */
export function moneyFigures({t}: Pick<Text, 't'>, {of, left}: MoneySums): readonly (readonly [label: string, aYear: Pence])[] {
  if (of.income + of.outgoing === 0) return [];
  return [
    [t('money-plan:group.income'), of.income],
    [t('money-plan:group.outgoing'), of.outgoing],
    [t(isShort({left}) ? 'money-plan:sum.short' : 'money-plan:sum.left'), Math.abs(left)],
  ];
}

export function MoneyFigures({sums}: {readonly sums: MoneySums}) {
  const text = useText();
  return (
    <SummaryList
      facts={moneyFigures(text, sums).map(([label, aYear]) => {
        const {week, month} = figure(text, aYear);
        return {
          label,
          value: (
            <strong>
              {week}
              <br />
              {month}
            </strong>
          ),
        };
      })}
    />
  );
}
