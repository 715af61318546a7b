/** Parts of the whole plan, shown alike while it is made and while it is in force: what is done if things change, and who was asked. */
import {useText} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {CardList} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

export function WhatIf({contingencies}: {readonly contingencies: readonly Folded<'plan-contingency'>[]}) {
  const {t} = useText();
  return (
    <CardList>
      {contingencies.map(({id, data}) => (
        <li key={id} className="app-card">
          <p className="app-quiet">{t('plan:contingency.trigger')}</p>
          <FreeText words={data.trigger} />
          <p className="app-quiet">{t('plan:contingency.response')}</p>
          <FreeText words={data.response} />
          {data.owner !== null && <LabelledAsWritten label={t('plan:contingency.owner')}>{data.owner}</LabelledAsWritten>}
        </li>
      ))}
    </CardList>
  );
}

export function WhoWasAsked({consulted}: {readonly consulted: readonly Folded<'plan-consulted'>[]}) {
  const {t, format} = useText();
  return (
    <SummaryList
      compact
      facts={consulted.map(({data}) => ({
        label: t(`codes:consulted.${data.relation}`),
        value: (
          <>
            <span translate="no">{data.name}</span>
            {`, ${format.longDate(data.on)}`}
          </>
        ),
      }))}
    />
  );
}
