/** One line of a money plan, new or changed: what it is, how much, how often, and words of their own. One question after the other. */
import {useState, type FormEvent} from 'react';
import {HOW_OFTEN, isFlow, LINES_OF, needsWords, type HowOften, type MoneyGroup, type MoneyLineCode} from '#domain/money-plan/codes.ts';
import {DiscardDraft} from '#client/features/discard-draft.tsx';
import {DraftLine} from '#client/features/draft-line.tsx';
import type {MoneyLine} from '#client/features/money-plan-records.ts';
import {useDraft} from '#client/features/use-draft.ts';
import {useSaving} from '#client/features/use-saving.ts';
import {WordsField} from '#client/features/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ChoiceTiles} from '#client/ui/choice-tiles.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {lineBegun, lineChanged, lineFaults, lineIn, newLine, readLineDraft, type LineDraft, type LineValue} from './line-draft.ts';
import type {Whose} from './whose.ts';

interface LineFormProps {
  readonly whose: Whose;
  readonly group: MoneyGroup;
  /** Undefined: a new one. */
  readonly line?: MoneyLine;
  readonly onClose: () => void;
}

export const lineDraftKey = (person: string, about: string): string => `money-line/${person}/${about}`;

export function LineForm({whose, group, line, onClose}: LineFormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = lineDraftKey(whose.id, line?.id ?? group);
  const draft = useDraft<LineDraft>(key, () => (line ? lineBegun(line, language) : newLine(language)), readLineDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft.value;
  const change = (changed: Partial<LineValue>) => draft.change({...draft.value, value: {...value, ...changed}});
  const [attempt, setAttempt] = useState(0);
  const faults = lineFaults(value, group, t);
  const shown = attempt === 0 ? [] : faults;
  const changed = lineChanged(draft.value);
  const isUnchanged = line !== undefined && Object.keys(changed).length === 0;

  function commandOf(): NewCommand | null {
    const {amount, words} = lineIn(value);
    if (line) {
      const {bases} = draft.value;
      const command: NewCommand<'money-line.change'> = {
        kind: 'money-line.change',
        record: line.id,
        person: whose.id,
        body: changed,
        bases: Object.fromEntries(Object.keys(changed).map(field => [field, bases[field] ?? []])),
      };
      return command;
    }
    if (amount === null || value.what === null) return null;
    const command: NewCommand<'money-line.add'> = {
      kind: 'money-line.add',
      record: vault.newId(),
      person: whose.id,
      body: {what: value.what, amount, words},
    };
    return command;
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    if (isUnchanged) return saving.giveUp();
    const command = commandOf();
    if (command) await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      {line === undefined && (
        <ChoiceTiles<MoneyLineCode>
          id="what"
          question={t('money-plan:what')}
          changeLabel={t('money-plan:what.change')}
          error={shown.find(({field}) => field === 'what')?.message}
          chosen={value.what}
          onChoose={what => change({what})}
          choices={LINES_OF[group].map(each => ({value: each, label: t(`codes:moneyLine.${each}`)}))}
        />
      )}
      {value.what !== null && (
        <Questions
          value={value}
          flows={isFlow(group)}
          error={name => shown.find(({field}) => field === name)?.message}
          onChange={change}
          onLeave={() => void draft.flush()}
        />
      )}
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('money-plan:save')}
        </Button>
        <DiscardDraft
          label={t('common:cancel')}
          look="second"
          asks={draft.keeping !== 'nothing-yet'}
          onDiscard={() => void saving.giveUp()}
        />
      </ButtonRow>
    </form>
  );
}

interface QuestionsProps {
  readonly value: LineValue;
  readonly flows: boolean;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (changed: Partial<LineValue>) => void;
  readonly onLeave: () => void;
}

function Questions({value, flows, error, onChange, onLeave}: QuestionsProps) {
  const {t} = useText();
  return (
    <>
      <TextInput
        id="amount"
        label={t('money-plan:amount')}
        hint={t('money-plan:amount.hint')}
        error={error('amount')}
        value={value.amount}
        onChange={amount => onChange({amount})}
      />
      {flows && (
        <RadioGroup<HowOften>
          id="every"
          label={t('money-plan:every')}
          error={error('every')}
          value={value.every}
          onChange={every => onChange({every})}
          choices={HOW_OFTEN.map(each => ({value: each, label: t(`money-plan:every.${each}`)}))}
        />
      )}
      <WordsField
        id="words"
        rows={2}
        label={t(value.what !== null && needsWords(value.what) ? 'money-plan:words.needed' : 'money-plan:words')}
        error={error('words')}
        value={value.words}
        onChange={words => onChange({words})}
        onLeave={onLeave}
      />
    </>
  );
}
