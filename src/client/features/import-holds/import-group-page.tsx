/** One group: what is wrong, what the old system said of each row, and the decision, for all rows at once or for each. */
import {useCallback, useState} from 'react';
import {useParams} from 'react-router';
import {useText} from '#client/i18n/text.ts';
import {LeftDrafts} from '#client/forms/left-drafts.tsx';
import {OnlinePart} from '#client/online/online-part.tsx';
import {useAsked} from '#client/online/use-asked.ts';
import {useDrafts, useOpenVault} from '#client/sync/device-context.ts';
import type {ImportGroupView, SettleAnswer} from '#client/sync/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {columnsInQuestion, decisionKey, writtenIn} from './decision-draft.ts';
import {DecisionForm} from './decision-form.tsx';
import {RowCard} from './row-card.tsx';
import {fileWords, reasonWords} from './waiting-words.ts';

export function ImportGroupPage() {
  const {t} = useText();
  const {group = ''} = useParams();
  const {syncing} = useOpenVault();
  const ask = useCallback(() => syncing.teamwork.importGroup(group), [syncing, group]);
  const {asked, again} = useAsked(ask);
  /** `turn` tells one answer from the next, where both say the same. */
  const [done, setDone] = useState<{answer: SettleAnswer; turn: number} | null>(null);
  const [moved, setMoved] = useState(0);
  const isGone = asked.is === 'failed' && asked.failure.code === 'not_found';

  function settled(answer: SettleAnswer) {
    setDone(before => ({answer, turn: (before?.turn ?? 0) + 1}));
    setMoved(0);
    again();
  }

  function hasMoved() {
    setDone(null);
    setMoved(count => count + 1);
    again();
  }

  return (
    <Page
      title={t('import-holds:group.title')}
      above={<ErrorSummary attempt={moved} errors={moved === 0 ? [] : [{field: null, message: t('errors:refusal.state_moved')}]} />}
    >
      {done !== null && <Done key={done.turn} answer={done.answer} />}
      {isGone ? (
        <EmptyState>
          <p>{t('import-holds:group.gone')}</p>
        </EmptyState>
      ) : (
        <OnlinePart asked={asked} offlineWords={t('import-holds:offline')} onAgain={again}>
          {view => <Group key={view.group.mark} view={view} onSettled={settled} onMoved={hasMoved} />}
        </OnlinePart>
      )}
      {(isGone || asked.is === 'here') && (
        <LeftDrafts prefix={`import/${group}-`} open={asked.is === 'here' ? keysOf(asked.value) : []} textsOf={writtenIn} />
      )}
      <LinkButton look="quiet" to="/import">
        {t('import-holds:group.back')}
      </LinkButton>
    </Page>
  );
}

function Done({answer: {imported, waiting, reason}}: {readonly answer: SettleAnswer}) {
  const text = useText();
  const {t} = text;
  return (
    <Notice tone="good" title={t('import-holds:done')} say>
      {imported > 0 && <p>{t('import-holds:done.imported', {number: imported})}</p>}
      {waiting > 0 && <p>{t('import-holds:done.waiting', {number: waiting})}</p>}
      {waiting > 0 && reason !== null && <p>{reasonWords(reason, text)}</p>}
    </Notice>
  );
}

/** Of the drafts of the forms on the screen. */
const keysOf = ({group, rows}: ImportGroupView) => [
  ...rows.map(({row}) => decisionKey(group.id, row)),
  ...(group.rows === 1 ? [] : [decisionKey(group.id, null)]),
];

interface GroupProps {
  readonly view: ImportGroupView;
  readonly onSettled: (answer: SettleAnswer) => void;
  readonly onMoved: () => void;
}

function Group({view, onSettled, onMoved}: GroupProps) {
  const text = useText();
  const {t} = text;
  const {group, rows, more} = view;
  const isOne = group.rows === 1;
  const forms = {view, onSettled, onMoved};
  const begun = new Set(useDrafts().map(({key}) => key));
  return (
    <>
      <p className="govuk-body-l">{reasonWords(group.reason, text)}</p>
      {group.because !== null && (
        <p className="govuk-body">{t(group.because === 'person' ? 'import-holds:because.person' : 'import-holds:because.plan')}</p>
      )}
      <p className="app-quiet">{fileWords(group.file, text)}</p>
      {!isOne && (
        <Section title={t('import-holds:all.title', {number: group.rows})}>
          <Details summary={t('import-holds:all.show')} open={begun.has(decisionKey(group.id, null))}>
            <DecisionForm {...forms} row={null} />
          </Details>
        </Section>
      )}
      <Section title={t(isOne ? 'import-holds:row.only' : 'import-holds:row.each')}>
        <CardList>
          {rows.map(row => (
            <li key={row.row}>
              <RowCard row={row} columns={columnsInQuestion(group)}>
                {isOne ? (
                  <DecisionForm {...forms} row={row} />
                ) : (
                  <Details summary={t('import-holds:row.decide')} open={begun.has(decisionKey(group.id, row.row))}>
                    <DecisionForm {...forms} row={row} />
                  </Details>
                )}
              </RowCard>
            </li>
          ))}
        </CardList>
        {more > 0 && <p className="govuk-body">{t('import-holds:row.more', {number: more})}</p>}
      </Section>
    </>
  );
}
