/**
 * One request to the fund: where it stands, what its owner can do about it now, and all that has happened with it. What can
 * be done follows from its state; words begun for something that is no longer possible stay within reach.
 */
import {useRef} from 'react';
import {useParams} from 'react-router';
import {PAID, UNDECIDED, WITHDRAWABLE, type FundStatus} from '#domain/fund/codes.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {useDrafts, useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {ChangeFundRequest} from './change-fund-request.tsx';
import {ANSWER, CHANGE, keyFor, OUTCOME, PAPER, WITHDRAW, writtenIn} from './fund-draft.ts';
import {FundOutcomeForm} from './fund-outcome-form.tsx';
import {FundPaperForm} from './fund-paper-form.tsx';
import {FundStanding} from './fund-standing.tsx';
import {FundStory} from './fund-story.tsx';
import {OpenedForm} from '#client/forms/opened-form.tsx';
import {newPlan, useOwnFile, type OwnFile} from './own-file.ts';
import {readRequest, type OwnRequest} from './read-fund.ts';
import {WithdrawFundRequest} from './withdraw-fund-request.tsx';

export function FundRequestPage() {
  const {t} = useText();
  const {request: id = ''} = useParams();
  const file = useOwnFile();
  const own = useMemory(memory => readRequest(memory, file.id, id), [file.id, id]);
  if (!own)
    return (
      <Page title={t('young:fund.request.title')}>
        <EmptyState>
          <p>{t('young:fund.request.gone')}</p>
          <LinkButton to="/my-money">{t('young:fund.back')}</LinkButton>
        </EmptyState>
      </Page>
    );
  return <OneRequest key={id} own={own} file={file} />;
}

interface OneProps {
  readonly own: OwnRequest;
  readonly file: OwnFile;
}

function OneRequest({own, file}: OneProps) {
  const {t} = useText();
  const stands = useRef<HTMLHeadingElement>(null);
  const {spendType} = own.request.data;
  return (
    <Page
      title={spendType === null ? t('young:money.fund') : t(`young:spend.${spendType}`)}
      windowTitle={t('young:fund.request.title')}
      caption={t('young:fund.request.title')}
    >
      <div className="app-next">
        <h2 ref={stands} tabIndex={-1} className="govuk-heading-m app-heading">
          {t('young:fund.stands')}
        </h2>
        <FundStanding own={own} help={file.help} />
      </div>
      <WhatToDo own={own} file={file} onDone={() => stands.current?.focus()} />
      <Section title={t('young:fund.story')}>
        <FundStory own={own} file={file} />
      </Section>
      <LinkButton look="quiet" to="/my-money">
        {t('young:fund.back')}
      </LinkButton>
    </Page>
  );
}

/** Nothing more is shown for it; what is left is to ask again. */
const ENDED: readonly FundStatus[] = ['refused', 'withdrawn'];

/** The forms that its state allows, by the first word of their drafts' keys. */
function formsFor(own: OwnRequest): readonly string[] {
  const {status} = own.request.data;
  return [
    ...(status === 'more_info' ? [ANSWER] : []),
    ...(PAID.includes(status) ? [OUTCOME] : []),
    ...(ENDED.includes(status) ? [] : [PAPER]),
    ...(UNDECIDED.includes(status) ? [CHANGE] : []),
    ...(WITHDRAWABLE.includes(status) ? [WITHDRAW] : []),
  ];
}

function WhatToDo({own, file, onDone}: OneProps & {readonly onDone: () => void}) {
  const {t} = useText();
  const {request} = own;
  const hasPlan = useMemory(memory => (presentPlan(memory, file.id) ?? newPlan(memory, file.id)) !== undefined, [file.id]);
  const forms = formsFor(own);
  const keyOf = (form: string) => keyFor(form, request.id);
  return (
    <Section title={t('young:fund.now')}>
      <LeftWords own={own} forms={forms} />
      {forms.includes(ANSWER) && <AnswerForm own={own} onDone={onDone} />}
      {forms.includes(OUTCOME) && (
        <OpenedForm label={t('young:outcome.open')} draftKey={keyOf(OUTCOME)}>
          {close => <FundOutcomeForm request={request} onClose={close} />}
        </OpenedForm>
      )}
      {forms.includes(PAPER) && (
        <OpenedForm label={t('young:paper.open')} draftKey={keyOf(PAPER)}>
          {close => <FundPaperForm request={request} onClose={close} />}
        </OpenedForm>
      )}
      {ENDED.includes(request.data.status) && <LinkButton to="/my-money/ask">{t('young:fund.ask')}</LinkButton>}
      {forms.includes(CHANGE) && (
        <OpenedForm label={t('young:change.open')} draftKey={keyOf(CHANGE)}>
          {close => <ChangeFundRequest request={request} help={file.help} hasPlan={hasPlan} onClose={close} />}
        </OpenedForm>
      )}
      {forms.includes(WITHDRAW) && (
        <OpenedForm look="quiet" label={t('young:withdraw.open')} draftKey={keyOf(WITHDRAW)}>
          {close => (
            <WithdrawFundRequest
              request={request}
              onClose={() => {
                close();
                onDone();
              }}
            />
          )}
        </OpenedForm>
      )}
    </Section>
  );
}

function AnswerForm({own, onDone}: Pick<OneProps, 'own'> & {readonly onDone: () => void}) {
  const {t, language} = useText();
  const {id, person} = own.request;
  return (
    <WordsForm
      id="fund-answer"
      draftKey={keyFor(ANSWER, id)}
      label={t('young:answerQuestion.words')}
      submit={t('young:answerQuestion.send')}
      missing={t('young:answerQuestion.missing')}
      command={(words, newId) => ({
        kind: 'fund-note.write',
        record: newId(),
        person,
        body: {request: id, what: 'answer', words: words ?? {text: '', lang: language}},
      })}
      onClose={onDone}
    />
  );
}

/** Begun while it was possible; decided or taken back since. */
function LeftWords({own, forms}: Pick<OneProps, 'own'> & {readonly forms: readonly string[]}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const closed = [ANSWER, CHANGE, WITHDRAW, OUTCOME, PAPER].filter(form => !forms.includes(form));
  const left = useDrafts().flatMap(({key, value}) => {
    const form = closed.find(each => keyFor(each, own.request.id) === key);
    const texts = form === undefined ? [] : writtenIn(form, value);
    return texts.length === 0 ? [] : [{key, texts}];
  });
  return left.map(({key, texts}) => (
    <Notice key={key} title={t('young:kept.title')}>
      <p>{t('young:fund.kept')}</p>
      {texts.map(text => (
        <p key={text} className="app-words__text" translate="no">
          {text}
        </p>
      ))}
      <DiscardDraft label={t('young:kept.discard')} look="quiet" asks onDiscard={() => void vault.discardDraft(key)} />
    </Notice>
  ));
}
