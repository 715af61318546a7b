/**
 * Whether we are in touch, since when, and what was done to get back in touch: dated steps, failed attempts among them. For
 * category 2 it is never closed: the next step is due until somebody has been reached (R-47).
 */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import {TOUCH_SAID} from '#domain/contact/keeping-in-touch.ts';
import {touchesInOrder} from '#domain/contact/touches-in-order.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {WordsForm} from '#client/forms/words-form.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Section} from '#client/ui/card.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {Details} from '#client/ui/details.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import type {PartProps} from './part.ts';

const draftSchema = z.object({
  status: z.nullable(z.enum(TOUCH_SAID)),
  since: z.object({day: z.string(), month: z.string(), year: z.string()}),
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
});
type TouchDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

export function KeepingInTouch({person, today}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const [round, setRound] = useState(0);
  const now = useMemory(memory => touchesInOrder(memory.records(person.id, 'in-touch')).at(-1), [person.id]);
  const since = now?.data.since ?? null;
  // R-47: for category 2 it is not closed, whatever an old system said.
  const isLost = now?.data.status === 'no' || (person.category === 'C2' && now?.data.status === 'no_longer_requires');
  const steps = useMemory(
    memory =>
      [
        ...memory.records(person.id, 'touch-step').map(({id, data}) => ({id, on: data.on, words: data.words, type: null})),
        ...memory.records(person.id, 'contact').map(({id, data}) => ({id, on: data.on, words: data.note, type: data.type})),
      ]
        .filter(({on}) => since === null || on >= since)
        .toSorted((one, other) => (one.on < other.on ? 1 : -1))
        .slice(0, STEPS_SHOWN),
    [person.id, since],
  );
  if (!may(vault.session.role, 'in-touch.set', true)) return null;
  return (
    <Section title={t('visit:touch.title')}>
      <p>
        <StatusText tone={isLost ? 'attention' : 'calm'}>
          {now === undefined ? t('visit:touch.unknown') : t(`codes:inTouch.${now.data.status}`)}
        </StatusText>
      </p>
      {since !== null && <p className="app-quiet">{t('visit:touch.since', {date: format.longDate(since)})}</p>}
      {now?.data.words && <FreeText words={now.data.words} />}
      {isLost && (
        <>
          <h3 className="govuk-heading-s">{t('visit:touch.steps')}</h3>
          {steps.length === 0 && <p className="govuk-body">{t('visit:touch.steps.none')}</p>}
          <ul className="app-cards">
            {steps.map(step => (
              <li key={step.id} className="app-card">
                <p className="app-quiet">{`${format.longDate(step.on)}${step.type === null ? '' : `, ${t(`codes:contactType.${step.type}`)}`}`}</p>
                {step.words && <FreeText words={step.words} />}
              </li>
            ))}
          </ul>
          <Details summary={t('visit:touch.step.add')}>
            <WordsForm
              key={round}
              id="touch-step"
              draftKey={`touch-step/${person.id}`}
              label={t('visit:touch.step')}
              hint={t('visit:touch.step.hint')}
              submit={t('visit:touch.step.save')}
              missing={t('visit:touch.step.missing')}
              command={(words, newId) => ({
                kind: 'touch-step.note',
                record: newId(),
                person: person.id,
                body: {on: today, words: words ?? {text: '', lang: 'en'}},
              })}
              onClose={() => setRound(count => count + 1)}
            />
          </Details>
        </>
      )}
      <Details summary={t('visit:touch.change')}>
        <TouchForm key={`${round}${now?.id ?? ''}`} person={person} today={today} onClose={() => setRound(count => count + 1)} />
      </Details>
    </Section>
  );
}

const STEPS_SHOWN = 10;

function TouchForm({person, today, onClose}: PartProps & {readonly onClose: () => void}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = `in-touch/${person.id}`;
  const draft = useDraft<TouchDraft>(key, () => ({status: null, since: partsFromDate(today), text: '', lang: language}), readDraft);
  const saving = useSaving(draft, key, onClose);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const since = dateFromParts(value.since);
  const faults: FormError[] = [];
  if (value.status === null) faults.push({field: 'touch', message: t('visit:touch.status.missing')});
  if (since === null) faults.push({field: 'touch-since', message: t('visit:touch.since.wrong')});
  else if (since > today) faults.push({field: 'touch-since', message: t('visit:touch.since.future')});
  if (isTooLong(value)) faults.push({field: 'touch-words', message: t('common:words.tooLong')});
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || since === null || value.status === null) return;
    const command: NewCommand<'in-touch.set'> = {
      kind: 'in-touch.set',
      record: vault.newId(),
      person: person.id,
      body: {status: value.status, since, words: wordsOf(value)},
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <RadioGroup
        id="touch"
        label={t('visit:touch.status')}
        error={error('touch')}
        value={value.status}
        onChange={status => draft.change({...value, status})}
        choices={TOUCH_SAID.map(each => ({value: each, label: t(`codes:inTouch.${each}`)}))}
      />
      <DateField
        id="touch-since"
        label={t('visit:touch.since.label')}
        error={error('touch-since')}
        value={value.since}
        onChange={changed => draft.change({...value, since: changed})}
      />
      <WordsField
        id="touch-words"
        label={t('visit:touch.words')}
        rows={3}
        error={error('touch-words')}
        value={value}
        onChange={changed => draft.change({...value, ...changed})}
        onLeave={() => void draft.flush()}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy} look="second">
          {t('visit:touch.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
