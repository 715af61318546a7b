/**
 * The statutory extract of a year: what is not known about it, what is in it, what is to be looked at before it is sent, each with a
 * way to where it is put right, and the file. Online by nature; nothing of it is kept on the device.
 */
import {useCallback, useState} from 'react';
import {csvOf} from '#domain/shared/csv.ts';
import {RETURN_AGES, returnYears, type ReturnAges} from '#domain/statutory-extract/return-year.ts';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {giveFile} from '#client/ui/give-file.ts';
import {OnlinePart} from '#client/online/online-part.tsx';
import {useAsked} from '#client/online/use-asked.ts';
import {useText} from '#client/i18n/text.ts';
import type {ReturnView} from '#client/sync/contract.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {QuestionList} from './question-list.tsx';
import {isBasis, pointWords} from './return-places.ts';

export function ReturnsPage() {
  const {t} = useText();
  const years = returnYears(useToday()).map(({name}) => name);
  const [year, setYear] = useState(years[0] ?? '');
  const [ages, setAges] = useState<ReturnAges>('21');
  return (
    <Page title={t('returns:title')}>
      <p>{t('returns:intro')}</p>
      <Select
        id="year"
        label={t('returns:year')}
        value={year}
        onChange={setYear}
        choices={years.map(each => ({value: each, label: each}))}
      />
      <Select
        id="ages"
        label={t('returns:ages')}
        value={ages}
        onChange={chosen => setAges(RETURN_AGES.find(each => each === chosen) ?? ages)}
        choices={RETURN_AGES.map(each => ({value: each, label: t(`returns:ages.${each}`)}))}
      />
      <OneReturn key={`${year} ${ages}`} year={year} ages={ages} />
    </Page>
  );
}

interface OneReturnProps {
  readonly year: string;
  readonly ages: ReturnAges;
}

/** Begun anew for each that is chosen: nothing of another year stands under its name. */
function OneReturn({year, ages}: OneReturnProps) {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const ask = useCallback(() => syncing.teamwork.lookAtReturn(year, ages), [syncing, year, ages]);
  const {asked, again} = useAsked(ask);
  return (
    <OnlinePart asked={asked} offlineWords={t('returns:offline')} onAgain={again}>
      {view => (
        <>
          <View view={view} />
          <Export year={year} ages={ages} rows={view.rows} />
        </>
      )}
    </OnlinePart>
  );
}

function View({view}: {readonly view: ReturnView}) {
  const {t, format} = useText();
  const {points, bases, people, rows} = view;
  return (
    <>
      {view.isOpen && <p className="app-quiet">{t('returns:open')}</p>}
      <Section title={t('returns:sums')}>
        {rows === 0 ? (
          <p>{t('returns:none')}</p>
        ) : (
          <SummaryList
            compact
            figures
            facts={[
              {label: t('returns:people'), value: format.number(people)},
              {label: t('returns:rows'), value: format.number(rows)},
            ]}
          />
        )}
        {points.length > 0 && (
          <>
            <h3 className="govuk-heading-s">{t('returns:days')}</h3>
            <SummaryList
              compact
              figures
              facts={points.map(each => ({label: pointWords(t, each.point), value: format.number(each.rows)}))}
            />
            <h3 className="govuk-heading-s">{t('returns:bases')}</h3>
            <SummaryList
              compact
              figures
              facts={bases.flatMap(each =>
                isBasis(each.basis) ? [{label: t(`returns:basis.${each.basis}`), value: format.number(each.rows)}] : [],
              )}
            />
          </>
        )}
      </Section>
      <Section title={t('returns:notKnown')}>
        <p>{t(view.hasOwnCodes ? 'returns:notKnown.own' : 'returns:notKnown.codes')}</p>
        <p>{t('returns:notKnown.days')}</p>
        <LinkButton look="quiet" to="/authority/setting/returnCodes">
          {t('returns:notKnown.link')}
        </LinkButton>
      </Section>
      {rows > 0 && <QuestionList questions={view.questions} />}
    </>
  );
}

function Export({year, ages, rows}: OneReturnProps & {readonly rows: number}) {
  const {t, format} = useText();
  const {syncing} = useOpenVault();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{readonly words: string; readonly isDone: boolean} | null>(null);

  async function make() {
    setBusy(true);
    setSaid(null);
    const answer = await syncing.teamwork.exportReturn(year, ages);
    setBusy(false);
    if (!answer.ok) setSaid({words: exchangeMessage(answer, t), isDone: false});
    else if (answer.value.rows.length === 0) setSaid({words: t('returns:export.none'), isDone: false});
    else {
      const {columns, rows: lines} = answer.value;
      giveFile(`${answer.value.year}.csv`, 'text/csv', csvOf([columns, ...lines]));
      setSaid({words: t('returns:export.done', {number: format.number(lines.length)}), isDone: true});
    }
  }

  return (
    <Section title={t('returns:export')}>
      <p>{t('returns:export.person')}</p>
      <p>{t('returns:export.whole')}</p>
      <p>{t('returns:export.noted')}</p>
      {said !== null && (
        <Notice tone={said.isDone ? 'good' : 'calm'} say>
          <p>{said.words}</p>
        </Notice>
      )}
      {rows === 0 ? (
        <p>{t('returns:export.none')}</p>
      ) : (
        <Button look="second" busy={busy} onPress={() => void make()}>
          {t('returns:export.make')}
        </Button>
      )}
    </Section>
  );
}
