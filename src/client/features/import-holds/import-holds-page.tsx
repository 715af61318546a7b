/**
 * What an import left to a person, in groups that one decision can serve: records that are not in yet, questions about
 * records that are, what waits for one of these, and what was set aside. Online by nature.
 */
import {useText} from '#client/i18n/text.ts';
import {OnlinePart} from '#client/online/online-part.tsx';
import {useAsked} from '#client/online/use-asked.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {ImportGroup} from '#client/sync/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {columnWords, fileWords, reasonWords} from './waiting-words.ts';

export function ImportHoldsPage() {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const {asked, again} = useAsked(syncing.teamwork.importWaiting);
  return (
    <Page title={t('import-holds:title')}>
      <p className="govuk-body">{t('import-holds:intro')}</p>
      <OnlinePart asked={asked} offlineWords={t('import-holds:offline')} onAgain={again}>
        {({groups, importedAt}) => <Groups groups={groups} wasMade={importedAt !== null} />}
      </OnlinePart>
    </Page>
  );
}

const rowsIn = (groups: readonly ImportGroup[]) => groups.reduce((sum, {rows}) => sum + rows, 0);

function Groups({groups, wasMade}: {readonly groups: readonly ImportGroup[]; readonly wasMade: boolean}) {
  const {t} = useText();
  const held = groups.filter(({kind, because}) => kind === 'held' && because === null);
  const questions = groups.filter(({kind}) => kind === 'question');
  const behind = groups.filter(({kind, because}) => kind === 'held' && because !== null);
  const aside = groups.filter(({kind}) => kind === 'set_aside');
  if (groups.length === 0)
    return (
      <EmptyState title={t('import-holds:none.title')}>
        <p>{t(wasMade ? 'import-holds:none.words' : 'import-holds:none.never')}</p>
      </EmptyState>
    );
  return (
    <>
      {held.length > 0 && (
        <Section title={t('import-holds:held.title')}>
          <p className="govuk-body">{t('import-holds:held.words')}</p>
          <GroupCards groups={held} />
        </Section>
      )}
      {questions.length > 0 && (
        <Section title={t('import-holds:questions.title')}>
          <p className="govuk-body">{t('import-holds:questions.words')}</p>
          <GroupCards groups={questions} />
        </Section>
      )}
      {behind.length > 0 && (
        <Section title={t('import-holds:behind.title')}>
          <p className="govuk-body">{t('import-holds:behind.words')}</p>
          <Details summary={t('import-holds:behind.show', {number: rowsIn(behind)})}>
            <GroupCards groups={behind} />
          </Details>
        </Section>
      )}
      {aside.length > 0 && (
        <Section title={t('import-holds:aside.title')}>
          <Details summary={t('import-holds:aside.show', {number: rowsIn(aside)})}>
            <GroupCards groups={aside} />
          </Details>
        </Section>
      )}
    </>
  );
}

function GroupCards({groups}: {readonly groups: readonly ImportGroup[]}) {
  const text = useText();
  const {t} = text;
  return (
    <CardList columns>
      {groups.map(({id, file, reason, column, value, rows}) => (
        <li key={id}>
          <Card level={3} title={reasonWords(reason, text)} to={`/import/${id}`}>
            <SummaryList
              compact
              onlyKnown
              facts={[
                {label: t('import-holds:file'), value: fileWords(file, text)},
                {label: t('import-holds:column'), value: columnWords(file, column, text) ?? asWritten(column)},
                {label: t('import-holds:value'), value: asWritten(value)},
                {label: t('import-holds:rows'), value: rows},
              ]}
            />
          </Card>
        </li>
      ))}
    </CardList>
  );
}
