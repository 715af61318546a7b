/** Everything on this device of which there are several versions, newest first: each leads to reading and choosing. */
import {Fragment} from 'react';
import {FreeText} from '#client/ui/free-text.tsx';
import {useContextOf, useWhatOf, useWriterName} from '#client/case/records/version-words.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Clash} from '#client/vault/contract.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';

export function TogetherPage() {
  const {t} = useText();
  const clashes = useMemory(memory => memory.clashes().filter(({how}) => how === 'both_kept'), []);
  return (
    <Page title={t('together:title')}>
      {clashes.length === 0 ? (
        <EmptyState>
          <p>{t('together:none')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{t('together:intro')}</p>
          <CardList>
            {clashes.map(clash => (
              <li key={`${clash.record.id} ${clash.field}`}>
                <ClashCard clash={clash} />
              </li>
            ))}
          </CardList>
        </>
      )}
    </Page>
  );
}

function ClashCard({clash: {record, field, heads}}: {readonly clash: Clash}) {
  const {t, format} = useText();
  const whatOf = useWhatOf();
  const contextOf = useContextOf();
  const nameOf = useWriterName();
  const name = useMemory(
    memory => (record.person === null ? null : (memory.records(record.person, 'summary')[0]?.data.knownAs ?? null)),
    [record.person],
  );
  const context = contextOf(record);
  const writers = [...new Set(heads.map(({author}) => nameOf(author, record.person) ?? t('together:you')))];
  return (
    <Card level={2} tone="attention" title={whatOf(record, field)} to={`/together/${record.id}/${field}`}>
      {name !== null && <p>{t('together:about', {name})}</p>}
      {context !== null && (typeof context === 'string' ? <p>{context}</p> : <FreeText words={context} />)}
      <p className="app-quiet">
        {[t('together:number', {number: heads.length}), writers.length > 1 && t('together:writers', {names: format.listNames(writers)})]
          .filter(line => line !== false)
          .map((line, index) => (
            <Fragment key={line}>
              {index > 0 && <br />}
              {line}
            </Fragment>
          ))}
      </p>
    </Card>
  );
}
