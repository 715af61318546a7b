/**
 * The decision about one row or a whole group. What is half typed is kept sealed on the device; it is done only when the
 * server says so, and the same press sent twice (a lost answer) has one effect.
 */
import {useRef, useState, type FormEvent} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {useDraft} from '#client/forms/use-draft.ts';
import {useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import type {ImportGroupView, ImportRowView, SettleAnswer} from '#client/sync/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {CellField} from './cell-field.tsx';
import {
  canAddCells,
  cellsToCorrect,
  decisionKey,
  EMPTY,
  faultsOf,
  isCorrecting,
  needsWords,
  readDecision,
  requestOf,
  type Choice,
  type DecisionDraft,
} from './decision-draft.ts';
import {columnWords, reasonWords} from './waiting-words.ts';

interface DecisionFormProps {
  readonly view: ImportGroupView;
  /** Null: all rows of the group. */
  readonly row: ImportRowView | null;
  readonly onSettled: (answer: SettleAnswer) => void;
  /** Somebody has changed it since: said by the page, since this form may not be there any more. */
  readonly onMoved: () => void;
}

const REFUSED = {
  still_wrong: 'import-holds:refused.still_wrong',
  not_possible: 'import-holds:refused.not_possible',
  words_missing: 'import-holds:words.missing',
} as const satisfies Record<Exclude<SettleAnswer['refused'], 'state_moved' | null>, TextKey>;

export function DecisionForm({view, row, onSettled, onMoved}: DecisionFormProps) {
  const text = useText();
  const {t} = text;
  const {vault, syncing} = useOpenVault();
  const {connection} = useSyncState();
  const {group} = view;
  const name = `${group.id}-${row?.row ?? 'all'}`;
  const key = decisionKey(group.id, row?.row ?? null);
  const draft = useDraft<DecisionDraft>(key, () => EMPTY, readDecision);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const sent = useRef<{body: string; id: Id} | null>(null);
  const choices = useChoices(view, row);
  const choice = choices.find(({value}) => value === draft.value.choice)?.value ?? null;
  const inHand: DecisionDraft = {...draft.value, choice};
  const cells = cellsToCorrect(view, row, inHand);
  const faults = attempt === 0 ? [] : faultsOf(inHand, cells).map(([field, message]) => ({field: `${name}-${field}`, message: t(message)}));
  const error = (field: string) => faults.find(fault => fault.field === `${name}-${field}`)?.message;
  const change = (next: DecisionDraft) => draft.change(next);

  async function decide(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setAttempt(count => count + 1);
    setRefused([]);
    if (faultsOf(inHand, cells).length > 0) return;
    const request = requestOf(inHand, view, row, cells);
    const body = JSON.stringify(request);
    const id = sent.current?.body === body ? sent.current.id : vault.newId();
    sent.current = {body, id};
    setBusy(true);
    await draft.flush();
    const answered = await syncing.teamwork.settleImport({...request, id});
    setBusy(false);
    if (!answered.ok) return setRefused([exchangeMessage(answered, t)]);
    const {refused: code, reason} = answered.value;
    if (code === 'state_moved') return onMoved();
    if (code !== null)
      return setRefused([t(REFUSED[code]), ...(code === 'still_wrong' && reason !== null ? [reasonWords(reason, text)] : [])]);
    draft.stop();
    await vault.discardDraft(key);
    onSettled(answered.value);
  }

  return (
    <form noValidate autoComplete="off" inert={busy} className="app-action-form" onSubmit={event => void decide(event)}>
      <ErrorSummary attempt={attempt} errors={[...faults, ...refused.map(message => ({field: null, message}))]} />
      <RadioGroup<Choice>
        id={`${name}-choice`}
        label={t('import-holds:choice')}
        choices={choices}
        value={choice}
        error={error('choice')}
        onChange={value => change({...draft.value, choice: value})}
      />
      {cells.map(cell => (
        <CellField
          key={cell.column}
          id={`${name}-cell-${cell.column}`}
          file={group.file}
          cell={cell}
          draft={draft.value}
          error={error(`cell-${cell.column}`)}
          onChange={change}
          onLeave={() => void draft.flush()}
        />
      ))}
      {isCorrecting(choice, group) && row !== null && canAddCells(view, row) && (
        <Select
          id={`${name}-add`}
          label={t('import-holds:cell.add')}
          value=""
          onChange={column => column !== '' && change({...draft.value, added: [...draft.value.added, column]})}
          choices={[
            {value: '', label: t('import-holds:choose')},
            ...row.cells.flatMap(({column, heading}) =>
              column === null || cells.some(cell => cell.column === column)
                ? []
                : [{value: column, label: columnWords(group.file, column, text) ?? heading}],
            ),
          ]}
        />
      )}
      {needsWords(choice) && (
        <TextArea
          id={`${name}-words`}
          label={t('import-holds:words')}
          hint={t('import-holds:words.hint')}
          rows={3}
          value={draft.value.words}
          error={error('words')}
          onChange={words => change({...draft.value, words})}
          onLeave={() => void draft.flush()}
        />
      )}
      <DraftLine keeping={draft.keeping} />
      {connection === 'offline' && <p className="app-quiet">{t('import-holds:offline.decide')}</p>}
      <Button submits busy={busy}>
        {t(busy ? 'import-holds:deciding' : 'import-holds:decide')}
      </Button>
    </form>
  );
}

/** What can be chosen, each with what happens next. One answer for many rows only where they share the cell. */
function useChoices({group, choices}: ImportGroupView, row: ImportRowView | null) {
  const {t} = useText();
  const isQuestion = group.kind === 'question';
  const sharesCell = group.rows === 1 || row !== null || group.value !== null;
  return choices
    .filter(choice => choice !== 'correct' || sharesCell)
    .map(value => ({
      value,
      label: t(value === 'as_it_is' && isQuestion ? 'import-holds:choice.keep_value' : `import-holds:choice.${value}`),
      hint: t(
        value === 'as_it_is' && isQuestion
          ? 'import-holds:hint.keep_value'
          : value === 'correct' && isQuestion
            ? 'import-holds:hint.answer'
            : `import-holds:hint.${value}`,
      ),
    }));
}
