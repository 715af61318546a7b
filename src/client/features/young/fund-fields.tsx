/** The questions of a request to the fund, the same when it is asked for and when it is changed. */
import {SPEND_TYPES, URGENCIES, type SpendType} from '#domain/fund/codes.ts';
import {PLAN_SECTIONS} from '#domain/pathway-plan/codes.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {ChoiceTiles} from '#client/ui/choice-tiles.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {Notice} from '#client/ui/notice.tsx';
import type {AskDraft} from './fund-draft.ts';

/** What the authority pays for; all there is where this phone has not been told. */
export const spendTypes = (help: DataOf<'who-helps'> | undefined): readonly SpendType[] => help?.fund?.spendTypes ?? SPEND_TYPES;

interface FundFieldsProps {
  readonly value: AskDraft;
  readonly types: readonly SpendType[];
  readonly help: DataOf<'who-helps'> | undefined;
  /** Nobody without a plan is asked about its parts. */
  readonly hasPlan: boolean;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (changed: Partial<AskDraft>) => void;
  readonly onLeave: () => void;
}

export function FundFields(props: FundFieldsProps) {
  const {t} = useText();
  const {value, types, hasPlan, error, onChange, onLeave} = props;
  return (
    <>
      <ChoiceTiles
        id="type"
        question={t('young:ask.type')}
        changeLabel={t('young:ask.type.change')}
        error={error('type')}
        chosen={value.spendType}
        onChoose={spendType => onChange({spendType})}
        choices={types.map(type => ({value: type, label: t(`young:spend.${type}`)}))}
      />
      <WordsField
        id="words"
        label={t('young:ask.words')}
        hint={t('young:ask.words.hint')}
        error={error('words')}
        value={value.words}
        onChange={words => onChange({words, ...alongWith(value, words.lang)})}
        onLeave={onLeave}
      />
      <More {...props} field="difference" label={t('young:ask.difference')} hint={t('young:leaveOut')} />
      <Cost {...props} />
      <More {...props} field="triedElsewhere" label={t('young:ask.tried')} hint={t('young:ask.tried.hint')} />
      {hasPlan && (
        <Select
          id="section"
          label={t('young:ask.section')}
          value={value.section ?? ''}
          onChange={chosen => onChange({section: PLAN_SECTIONS.find(each => each === chosen) ?? null})}
          choices={[
            {value: '', label: t('young:ask.section.none')},
            ...PLAN_SECTIONS.map(section => ({value: section, label: t(`young:section.${section}`)})),
          ]}
        />
      )}
      <Urgent {...props} />
    </>
  );
}

/** One question of language is enough: what was written in that of the first text goes along with it. */
function alongWith(value: AskDraft, lang: AskDraft['words']['lang']): Partial<AskDraft> {
  const isAlong = (field: 'difference' | 'triedElsewhere') => value[field].lang === value.words.lang || value[field].text.trim() === '';
  return Object.fromEntries((['difference', 'triedElsewhere'] as const).filter(isAlong).map(field => [field, {...value[field], lang}]));
}

interface MoreProps extends FundFieldsProps {
  readonly field: 'difference' | 'triedElsewhere';
  readonly label: string;
  readonly hint: string;
}

function More({field, label, hint, value, error, onChange, onLeave}: MoreProps) {
  const {text, lang} = value[field];
  return (
    <TextArea
      id={field}
      label={label}
      hint={hint}
      rows={3}
      error={error(field)}
      value={text}
      {...(lang === 'mixed' ? {} : {lang})}
      onChange={written => onChange({[field]: {text: written, lang}})}
      onLeave={onLeave}
    />
  );
}

function Cost({value, help, error, onChange}: FundFieldsProps) {
  const {t, format} = useText();
  const cap = help?.fund?.capRequestPence ?? null;
  const isOver = cap !== null && (penceFromTyped(value.amount) ?? 0) > cap;
  return (
    <>
      <RadioGroup
        id="cost"
        label={t('young:ask.cost')}
        error={error('cost')}
        value={value.knows}
        onChange={knows => onChange({knows})}
        choices={[
          {value: 'known', label: t('young:ask.cost.known')},
          {value: 'unknown', label: t('young:ask.cost.unknown')},
        ]}
      />
      {value.knows === 'known' && (
        <TextInput
          id="amount"
          label={t('young:ask.amount')}
          hint={t('young:ask.amount.hint')}
          error={error('amount')}
          value={value.amount}
          onChange={amount => onChange({amount})}
        />
      )}
      {value.knows === 'known' && isOver && (
        <Notice say>
          <p>{t('young:ask.amount.cap', {amount: format.money(cap)})}</p>
        </Notice>
      )}
    </>
  );
}

/** Somebody who has nothing to eat tonight is not left with an app that sends no alarm. */
function Urgent({value, onChange}: FundFieldsProps) {
  const {t} = useText();
  return (
    <>
      <RadioGroup
        id="urgency"
        label={t('young:ask.urgent')}
        hint={t('young:ask.urgent.hint')}
        value={value.urgency}
        onChange={urgency => onChange({urgency})}
        choices={URGENCIES.map(each => ({value: each, label: t(`young:ask.urgent.${each}`)}))}
      />
      {value.urgency === 'urgent' && (
        <Notice tone="attention" title={t('young:ask.urgent.phone')} say>
          <p>{t('young:ask.urgent.phone.words')}</p>
          <LinkButton look="second" to="/talk">
            {t('young:ask.urgent.people')}
          </LinkButton>
        </Notice>
      )}
    </>
  );
}
