/** Asking for help with the costs of learning, by the young person or by staff for them: what for, which course, how much, and why. Kept from the first key, with no connection too. */
import * as z from 'zod/mini';
import {EDUCATION_SUPPORTS} from '#domain/education-support/codes.ts';
import type {Activity} from '#domain/learning-work/present-activity.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongLine, isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {penceOf} from '#client/forms/typed-pence.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';

const draftSchema = z.object({
  what: z.enum(['', ...EDUCATION_SUPPORTS]),
  course: z.string(),
  amount: z.string(),
  words: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
});
const readDraft = readAs(draftSchema);

interface AskProps {
  readonly person: string;
  readonly draftKey: string;
  /** The course that it would be for, where the file has one. */
  readonly course: Activity | undefined;
  /** What the authority pays under R-61, in words; null where this device does not know. */
  readonly relevant: string | null;
  readonly wordsLabel: string;
  readonly onClose: () => void;
}

export function SupportAskForm({person, draftKey, course, relevant, wordsLabel, onClose}: AskProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const form = useKeptForm<z.infer<typeof draftSchema>>(
    draftKey,
    () => ({
      what: '',
      course: [course?.data.what, course?.data.where].filter(Boolean).join(', '),
      amount: '',
      words: {text: '', lang: language},
    }),
    readDraft,
    onClose,
  );
  const {value, change} = form;
  const name = keepableWords(value.course).trim();
  const words = wordsOf(value.words);
  const pence = penceOf(value.amount);
  const isFixed = value.what === 'relevant_amount';
  const faults: FormError[] = [];
  if (value.what === '') faults.push({field: 'support-what', message: t('learning:support.what.missing')});
  if (name === '') faults.push({field: 'support-course', message: t('learning:support.course.missing')});
  else if (isTooLongLine(name)) faults.push({field: 'support-course', message: t('common:words.tooLong')});
  if (!isFixed && value.amount.trim() !== '' && pence === null)
    faults.push({field: 'support-amount', message: t('learning:support.amount.wrong')});
  if (value.what === 'other' && words === null) faults.push({field: 'support-words', message: t('learning:support.words.missing')});
  else if (isTooLongText(value.words.text)) faults.push({field: 'support-words', message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('learning:support.ask.save')}
      cancels
      commands={() =>
        value.what === ''
          ? []
          : [
              {
                kind: 'education-support.ask',
                record: vault.newId(),
                person,
                body: {what: value.what, course: name, activity: course?.id ?? null, words, askedPence: isFixed ? null : pence},
              },
            ]
      }
    >
      <RadioGroup
        id="support-what"
        label={t('learning:support.what')}
        error={error('support-what')}
        value={value.what === '' ? null : value.what}
        onChange={what => change({what})}
        choices={EDUCATION_SUPPORTS.map(each => ({
          value: each,
          label: t(`codes:educationSupport.${each}`),
          hint: each === 'relevant_amount' && relevant !== null ? t('learning:support.relevant.hint', {amount: relevant}) : undefined,
        }))}
      />
      <TextInput
        id="support-course"
        label={t('learning:support.course')}
        error={error('support-course')}
        value={value.course}
        onChange={typed => change({course: typed})}
      />
      {!isFixed && (
        <TextInput
          id="support-amount"
          label={t('learning:support.amount')}
          hint={t('learning:optional')}
          error={error('support-amount')}
          value={value.amount}
          onChange={amount => change({amount})}
        />
      )}
      <WordsField
        id="support-words"
        label={wordsLabel}
        rows={3}
        error={error('support-words')}
        value={value.words}
        onChange={typed => change({words: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
