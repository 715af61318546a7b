/**
 * The questions of a check-in, the same for whoever answers alone and for whoever answers with their adviser. Each has a way to
 * give no answer, and none is scored or shown back as one (welsh.md 16).
 */
import type {CheckInQuestion} from '#domain/income-scheme/codes.ts';
import * as codes from '#domain/income-scheme/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ACTIVITIES} from '#domain/young-person/codes.ts';
import {errorsOf, KeptForm, type KeptFormState} from '#client/forms/kept-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {RadioGroup, Select, type Choice} from '#client/ui/choice-fields.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import type {ReactNode} from 'react';
import {checkInCommand, checkInFaults, inView, ownAnswer, withOwnAnswer, type Asked, type CheckInDraft} from './check-in-draft.ts';

interface CheckInFormProps {
  readonly form: KeptFormState<CheckInDraft>;
  readonly person: Id;
  readonly enrolment: Id;
  readonly asked: Asked;
  /** Payments have ended: what is true of them alone is not asked. */
  readonly isAfter: boolean;
  /** What only staff put down, before the questions. */
  readonly children?: ReactNode;
}

export function CheckInForm({form, person, enrolment, asked, isAfter, children}: CheckInFormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const {questions, ownQuestions} = inView(asked, form.value, isAfter);
  const faults = checkInFaults(form.value, ownQuestions, today, t);
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('income:form.save')}
      cancels
      commands={() => [checkInCommand(form.value, vault.newId(), person, enrolment)]}
    >
      {children}
      {questions.map(question => (
        <Question key={question} question={question} form={form} error={error} />
      ))}
      {ownQuestions.map((question, at) => (
        <TextArea
          key={question.cy + question.en}
          id={`own-${at}`}
          label={question[language]}
          rows={3}
          error={error(`own-${at}`)}
          value={ownAnswer(form.value, question)}
          lang={form.value.lang === 'mixed' ? language : form.value.lang}
          onChange={answer => form.change({own: withOwnAnswer(form.value, question, answer)})}
          onLeave={() => void form.draft.flush()}
        />
      ))}
      <RadioGroup
        id="check-in-language"
        label={t('common:words.language')}
        look="inline"
        value={form.value.lang}
        onChange={lang => form.change({lang})}
        choices={[
          {value: 'cy', label: t('codes:language.cy')},
          {value: 'en', label: t('codes:language.en')},
          {value: 'mixed', label: t('common:words.mixed')},
        ]}
      />
    </KeptForm>
  );
}

interface QuestionProps {
  readonly question: CheckInQuestion;
  readonly form: KeptFormState<CheckInDraft>;
  readonly error: (field: string) => string | undefined;
}

function Question({question, form, error}: QuestionProps) {
  const {t} = useText();
  const {value, change} = form;
  const ask = {id: question, label: t(`income:ask.${question}`), error: error(question)};
  const yesOrNo: readonly Choice<'yes' | 'no'>[] = [
    {value: 'yes', label: t('income:form.yes')},
    {value: 'no', label: t('income:form.no')},
  ];
  switch (question) {
    case 'paidOnTime':
    case 'coversEssentials':
      return <Pick {...ask} value={value[question]} choices={yesOrNo} onPick={picked => change({[question]: picked})} />;
    case 'moneyControlled':
    case 'benefitsChange':
      // Welsh answers with the verb of the question.
      return (
        <Pick
          {...ask}
          value={value[question]}
          choices={[
            {value: 'yes', label: t(`income:ask.${question}.yes`)},
            {value: 'no', label: t(`income:ask.${question}.no`)},
          ]}
          onPick={picked => change({[question]: picked})}
        />
      );
    case 'rentPaid':
      return (
        <Pick
          {...ask}
          value={value.rentPaid}
          choices={[...yesOrNo, {value: 'not_applicable' as const, label: t('income:ask.rentPaid.na')}]}
          onPick={rentPaid => change({rentPaid})}
        />
      );
    case 'arrears':
      return <TextInput {...ask} hint={t('income:ask.arrears.hint')} value={value.arrears} onChange={arrears => change({arrears})} />;
    case 'savings':
      return (
        <Pick
          {...ask}
          value={value.savings}
          choices={codes.SAVINGS_BANDS.map(band => ({value: band, label: t(band === '0' ? 'income:amount.0' : `income:savings.${band}`)}))}
          onPick={savings => change({savings})}
        />
      );
    case 'debt':
      return (
        <Pick
          {...ask}
          value={value.debt}
          choices={codes.DEBT_BANDS.map(band => ({value: band, label: t(band === '0' ? 'income:amount.0' : `income:debt.${band}`)}))}
          onPick={debt => change({debt})}
        />
      );
    case 'activity':
      return (
        <Select
          {...ask}
          value={value.activity ?? ''}
          onChange={chosen => change({activity: ACTIVITIES.find(each => each === chosen) ?? null})}
          choices={[
            {value: '', label: t('income:form.skip')},
            ...ACTIVITIES.map(each => ({value: each, label: t(`income:activity.${each}`)})),
          ]}
        />
      );
    case 'home':
      return (
        <Pick
          {...ask}
          value={value.home}
          choices={codes.HOME_ANSWERS.map(each => ({value: each, label: t(`income:home.${each}`)}))}
          onPick={home => change({home})}
        />
      );
    case 'wellbeing':
      return (
        <Select
          {...ask}
          hint={t('income:ask.wellbeing.hint')}
          value={value.wellbeing === null ? '' : String(value.wellbeing)}
          onChange={chosen => change({wellbeing: chosen === '' ? null : Number(chosen)})}
          choices={[{value: '', label: t('income:form.skip')}, ...ELEVEN.map(each => ({value: each, label: each}))]}
        />
      );
    case 'usedFor':
    case 'afterEnd':
    case 'supportWanted':
      return (
        <TextArea
          {...ask}
          rows={3}
          value={value[question]}
          {...(value.lang === 'mixed' ? {} : {lang: value.lang})}
          onChange={text => change({[question]: text})}
          onLeave={() => void form.draft.flush()}
        />
      );
  }
}

const ELEVEN = Array.from({length: 11}, (_, at) => String(at));

interface PickProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onPick: (value: Value | null) => void;
}

/** Radios that can be emptied again: what was answered can be taken back before it is saved. */
function Pick<Value extends string>({choices, value, onPick, ...field}: PickProps<Value>) {
  const {t} = useText();
  return (
    <div className="app-check-in__question">
      <RadioGroup {...field} choices={choices} value={value} onChange={onPick} />
      {value !== null && (
        <Button look="quiet" label={t('income:form.takeBack.of', {question: field.label})} onPress={() => onPick(null)}>
          {t('income:form.takeBack')}
        </Button>
      )}
    </div>
  );
}
