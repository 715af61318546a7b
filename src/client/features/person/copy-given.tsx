/** That a copy was given, in what form and language, and whether it was explained: of the plan in force. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {COPY_FORMATS} from '#domain/pathway-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import type {PartProps} from './part.ts';

const draftSchema = z.object({
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
  format: z.nullable(z.enum(COPY_FORMATS)),
  language: z.nullable(z.enum(['cy', 'en'])),
  explained: z.nullable(z.enum(['yes', 'no'])),
});
type CopyDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

interface CopyGivenProps extends PartProps {
  readonly plan: Folded<'pathway-plan'>;
}

export function CopyGiven(props: CopyGivenProps) {
  const {t} = useText();
  const [round, setRound] = useState(0);
  return (
    <Details key={round} summary={t('plan:copy.add')}>
      <CopyForm {...props} onClose={() => setRound(count => count + 1)} />
    </Details>
  );
}

function CopyForm({person, plan, today, onClose}: CopyGivenProps & {readonly onClose: () => void}) {
  const {t} = useText();
  const key = `plan-copy/${person.id}/${plan.id}`;
  const draft = useDraft<CopyDraft>(
    key,
    () => ({on: partsFromDate(today), format: null, language: plan.data.language, explained: null}),
    readDraft,
  );
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const on = dateFromParts(value.on);
  const faults: FormError[] = [];
  if (on === null) faults.push({field: 'copy-on', message: t('plan:copy.on.wrong')});
  else if (on > today) faults.push({field: 'copy-on', message: t('plan:copy.on.future')});
  const unchosen = (['format', 'language', 'explained'] as const).find(field => value[field] === null);
  if (unchosen) faults.push({field: `copy-${unchosen}`, message: t('plan:copy.missing')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    const {format, language, explained} = value;
    if (on === null || faults.length > 0 || format === null || language === null || explained === null) return;
    const command: NewCommand<'plan.give-copy'> = {
      kind: 'plan.give-copy',
      record: plan.id,
      person: person.id,
      body: {on, format, language, explained: explained === 'yes'},
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <DateField
        id="copy-on"
        label={t('plan:copy.on')}
        error={error('copy-on')}
        value={value.on}
        onChange={changed => draft.change({...value, on: changed})}
      />
      <RadioGroup
        id="copy-format"
        label={t('plan:copy.format')}
        error={error('copy-format')}
        value={value.format}
        onChange={format => draft.change({...value, format})}
        choices={COPY_FORMATS.map(each => ({value: each, label: t(`codes:copyFormat.${each}`)}))}
      />
      <RadioGroup
        id="copy-language"
        label={t('plan:copy.language')}
        look="inline"
        error={error('copy-language')}
        value={value.language}
        onChange={language => draft.change({...value, language})}
        choices={[
          {value: 'cy', label: t('codes:language.cy')},
          {value: 'en', label: t('codes:language.en')},
        ]}
      />
      <RadioGroup
        id="copy-explained"
        label={t('plan:copy.explained')}
        error={error('copy-explained')}
        value={value.explained}
        onChange={explained => draft.change({...value, explained})}
        choices={(['yes', 'no'] as const).map(each => ({value: each, label: t(`plan:copy.explained.${each}`)}))}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('plan:copy.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
