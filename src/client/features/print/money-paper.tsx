/**
 * Money week by week on paper: what is left first, then every line under its group, the benefits and who helps. The figures
 * are those of the screen, worked out from the same lines; what was taken out is not printed.
 */
import type {ReactNode} from 'react';
import {isFlow, MONEY_GROUPS, type MoneyGroup} from '#domain/money-plan/codes.ts';
import {amountWords} from '#client/case/money/amount-words.ts';
import {figureLine, moneyFigures} from '#client/case/money/money-figures.tsx';
import {readMoneyPlan, type MoneyLine, type MoneyPlan} from '#client/case/money/money-plan-records.ts';
import {useText} from '#client/i18n/text.ts';
import {hasVersions, KeptCell, KeptWords} from './kept-words.tsx';
import {PaperFacts, PaperPart} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

/** Null: nothing was written that could be printed. */
export function drawMoney(file: PaperFile): ReactNode | null {
  const plan = readMoneyPlan(file, file.person);
  return plan.isEmpty ? null : <MoneyPaper file={file} plan={plan} />;
}

interface MoneyPaperProps {
  readonly file: PaperFile;
  readonly plan: MoneyPlan;
}

function MoneyPaper({file, plan}: MoneyPaperProps) {
  const text = useText();
  const {t} = text;
  const {sums, lines, checks, helper} = plan;
  const figures = moneyFigures(text, sums);
  const isTheirs = file.reader === 'them';
  return (
    <>
      {figures.length > 0 && (
        <PaperPart title={t('money-plan:sums')}>
          <PaperFacts facts={figures.map(([label, aYear]) => [label, figureLine(text, aYear)])} />
          <p>{t('money-plan:year')}</p>
        </PaperPart>
      )}
      {MONEY_GROUPS.map(group => lines[group].length > 0 && <Group key={group} file={file} plan={plan} group={group} />)}
      {checks.size > 0 && (
        <PaperPart title={t('money-plan:benefits')}>
          <PaperFacts
            facts={[...checks].map(
              ([
                benefit,
                {
                  data: {state, wish},
                },
              ]) => [
                t(`codes:benefit.${benefit}`),
                [
                  state !== null && t(isTheirs ? `money-plan:state.${state}` : `codes:benefitState.${state}`),
                  wish !== null && t(`codes:moneyWish.${wish}`),
                ]
                  .filter(Boolean)
                  .join(' · '),
              ],
            )}
          />
        </PaperPart>
      )}
      {helper && (
        <PaperPart title={t(isTheirs ? 'money-plan:helper' : 'money-plan:helper.staff')}>
          <KeptWords file={file} record={helper} field="words" quote={isTheirs} />
        </PaperPart>
      )}
    </>
  );
}

function Group({file, plan: {lines, sums}, group}: MoneyPaperProps & {readonly group: MoneyGroup}) {
  const text = useText();
  const {t, format} = text;
  const sum = sums.of[group];
  return (
    <PaperPart title={t(`money-plan:group.${group}`)}>
      <PaperFacts
        facts={lines[group].map(line => [<What key={line.id} file={file} line={line} />, <HowMuch key={line.id} line={line} />])}
      />
      {lines[group].length > 1 && (
        <p>
          <strong>{isFlow(group) ? figureLine(text, sum) : t('money-plan:inAll', {amount: format.money(sum)})}</strong>
        </p>
      )}
    </PaperPart>
  );
}

function What({file, line}: {readonly file: PaperFile; readonly line: MoneyLine}) {
  const {t} = useText();
  return (
    <>
      {t(`codes:moneyLine.${line.data.what}`)}
      {(line.data.words !== null || hasVersions(line)) && (
        <>
          <br />
          <KeptCell file={file} record={line} field="words" />
        </>
      )}
    </>
  );
}

function HowMuch({line: {data}}: {readonly line: MoneyLine}) {
  const text = useText();
  return [amountWords(text, data.amount), data.wish !== null && text.t(`codes:moneyWish.${data.wish}`)].filter(Boolean).join(' · ');
}
