/** One line of a money plan, new or changed: what it is, how much, how often, and words of their own. One question after the other. */
import {HOW_OFTEN, isFlow, LINES_OF, needsWords, type HowOften, type MoneyGroup, type MoneyLineCode} from '#domain/money-plan/codes.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {MoneyLine} from '#client/case/money/money-plan-records.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ChoiceTiles} from '#client/ui/choice-tiles.tsx';
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
  const form = useKeptForm<LineDraft>(key, () => (line ? lineBegun(line, language) : newLine(language)), readLineDraft, onClose);
  const {value, bases} = form.value;
  const change = (changed: Partial<LineValue>) => form.change({value: {...value, ...changed}});
  const faults = lineFaults(value, group, t);
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand[] {
    const {amount, words} = lineIn(value);
    if (line) {
      const body = lineChanged(form.value);
      const fields = Object.keys(body);
      const seen = Object.fromEntries(fields.map(field => [field, bases[field] ?? []]));
      return fields.length === 0 ? [] : [{kind: 'money-line.change', record: line.id, person: whose.id, body, bases: seen}];
    }
    if (amount === null || value.what === null) return [];
    return [{kind: 'money-line.add', record: vault.newId(), person: whose.id, body: {what: value.what, amount, words}}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('money-plan:save')} cancels commands={commands}>
      {line === undefined && (
        <ChoiceTiles<MoneyLineCode>
          id="what"
          question={t('money-plan:what')}
          changeLabel={t('money-plan:what.change')}
          error={error('what')}
          chosen={value.what}
          onChoose={what => change({what})}
          choices={LINES_OF[group].map(each => ({value: each, label: t(`codes:moneyLine.${each}`)}))}
        />
      )}
      {value.what !== null && (
        <Questions value={value} flows={isFlow(group)} error={error} onChange={change} onLeave={() => void form.draft.flush()} />
      )}
    </KeptForm>
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
