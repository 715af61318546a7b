/** Putting a deadline on hold: why, and until when. The due date stays what it was, and the hold ends by itself. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import type {Deadline, DeadlineTask} from '#domain/deadline/deadline.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, NO_DATE} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';

const draftSchema = z.object({
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
  until: z.object({day: z.string(), month: z.string(), year: z.string()}),
});
type HoldDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

interface HoldProps {
  readonly deadline: Deadline;
  readonly person: Id;
  readonly today: CalendarDate;
}

export function HoldForm({deadline, person, today}: HoldProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = `hold/${person}/${deadline.what}/${deadline.subject ?? ''}`;
  const draft = useDraft<HoldDraft>(key, () => ({text: '', lang: language, until: NO_DATE}), readDraft);
  const saving = useSaving(draft, key, () => undefined);
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const reason = wordsOf(value);
  const until = dateFromParts(value.until);
  const field = (name: string) => `hold-${deadline.what}-${name}`;
  const faults: FormError[] = [];
  if (reason === null) faults.push({field: field('why'), message: t('reasons:hold.why.missing')});
  else if (isTooLong(value)) faults.push({field: field('why'), message: t('common:words.tooLong')});
  if (until === null) faults.push({field: field('until'), message: t('reasons:hold.until.missing')});
  else if (until < today) faults.push({field: field('until'), message: t('reasons:hold.until.past')});
  const shown = attempt === 0 ? [] : faults;
  const error = (name: string) => shown.find(each => each.field === field(name))?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || reason === null || until === null) return;
    const command: NewCommand<'deadline.hold'> = {
      kind: 'deadline.hold',
      record: vault.newId(),
      person,
      body: {what: deadline.what as DeadlineTask, subject: deadline.subject, reason, until},
    };
    await saving.save(command);
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <WordsField
        id={field('why')}
        label={t('reasons:hold.why')}
        rows={3}
        error={error('why')}
        value={value}
        onChange={changed => draft.change({...value, ...changed})}
        onLeave={() => void draft.flush()}
      />
      <DateField
        id={field('until')}
        label={t('reasons:hold.until')}
        error={error('until')}
        value={value.until}
        onChange={changed => draft.change({...value, until: changed})}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy} look="second">
          {t('reasons:hold.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Why something is on hold, and the way to let it go. */
export function Held({deadline, person}: Omit<HoldProps, 'today'>) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const hold = useMemory(
    memory => memory.records(person, 'deadline-hold').find(({id}) => id === deadline.hold?.hold),
    [person, deadline.hold?.hold],
  );
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  if (!hold) return null;
  const {id} = hold;
  async function end() {
    setBusy(true);
    const command: NewCommand<'deadline.end-hold'> = {kind: 'deadline.end-hold', record: id, person, body: {}};
    const done = await vault.save([command]);
    if (!done.ok) setRefused(refusalMessage(done.code, t));
    setBusy(false);
  }
  return (
    <>
      <FreeText quoted words={hold.data.reason} />
      {refused !== null && <p role="alert">{refused}</p>}
      <Button look="quiet" busy={busy} onPress={() => void end()}>
        {t('reasons:hold.end')}
      </Button>
    </>
  );
}
