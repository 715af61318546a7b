/** Giving cover: a named colleague, a first and a last day. The colleague sees the whole file on those days. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';

type Fault = readonly [field: 'holder' | 'from' | 'until' | 'note', key: TextKey];

const dateParts = z.object({day: z.string(), month: z.string(), year: z.string()});
const draftSchema = z.object({holder: z.string(), from: dateParts, until: dateParts, note: z.string()});
type CoverDraft = z.infer<typeof draftSchema>;

const readCoverDraft = readAs(draftSchema);

export function coverDraftKey(person: PersonOnDevice): string {
  return `cover/${person.id}`;
}

export function CoverForm({
  person,
  today,
  onClose,
}: {
  readonly person: PersonOnDevice;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const key = coverDraftKey(person);
  const draft = useDraft<CoverDraft>(key, () => ({holder: '', from: partsFromDate(today), until: NO_DATE, note: ''}), readCoverDraft);
  const saving = useSaving(draft, key, onClose);
  const {busy, refused} = saving;
  const {holder, from, until, note} = draft.value;
  const change = (part: Partial<CoverDraft>) => draft.change({...draft.value, ...part});
  const [attempt, setAttempt] = useState(0);
  const colleagues = useMemory(
    memory =>
      memory
        .records(null, 'staff-member')
        .filter(({id, data}) => id !== person.adviser && (data.endOn === null || data.endOn >= today))
        .map(({id, data}) => ({value: id, label: `${data.forename} ${data.surname}`}))
        .toSorted((one, other) => compareNames(one.label, other.label)),
    [person.adviser, today],
  );

  const first = dateFromParts(from);
  const last = dateFromParts(until);
  const faults: Fault[] = [];
  if (holder === '') faults.push(['holder', 'person:cover.who.missing']);
  if (first === null) faults.push(['from', isEmptyDate(from) ? 'person:cover.from.missing' : 'contact:date.wrong']);
  if (last === null) faults.push(['until', isEmptyDate(until) ? 'person:cover.until.missing' : 'contact:date.wrong']);
  else if (last < today) faults.push(['until', 'person:cover.until.past']);
  else if (first !== null && last < first) faults.push(['until', 'person:cover.until.before']);
  if (isTooLongText(note)) faults.push(['note', 'contact:note.tooLong']);
  const shown = attempt === 0 ? [] : faults.map(([field, key]) => ({field: `cover-${field}`, message: t(key)}));
  const error = (field: string) => shown.find(each => each.field === `cover-${field}`)?.message;

  async function give(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || first === null || last === null) return;
    const cover: NewCommand<'cover.give'> = {
      kind: 'cover.give',
      record: vault.newId(),
      person: person.id,
      body: {holder, from: first, until: last},
    };
    const text = keepableWords(note);
    const handOver: NewCommand<'hand-over.write'> = {
      kind: 'hand-over.write',
      record: vault.newId(),
      person: person.id,
      body: {to: holder, words: {text, lang: language}},
    };
    await saving.save(...(text.trim() === '' ? [cover] : [cover, handOver]));
  }

  return (
    <form noValidate autoComplete="off" inert={busy} className="app-action-form" onSubmit={event => void give(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(refused === null ? [] : [{field: null, message: refused}])]} />
      <Select
        id="cover-holder"
        label={t('person:cover.who')}
        hint={t('person:cover.what')}
        value={holder}
        error={error('holder')}
        onChange={chosen => change({holder: chosen})}
        choices={[{value: '', label: ''}, ...colleagues]}
      />
      <DateField
        id="cover-from"
        label={t('person:cover.from')}
        value={from}
        error={error('from')}
        onChange={parts => change({from: parts})}
      />
      <DateField
        id="cover-until"
        label={t('person:cover.until')}
        value={until}
        error={error('until')}
        onChange={parts => change({until: parts})}
      />
      <TextArea
        id="cover-note"
        label={t('person:cover.note')}
        rows={3}
        value={note}
        error={error('note')}
        onChange={text => change({note: text})}
        onLeave={() => void draft.flush()}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={busy}>
          {t('person:cover.submit')}
        </Button>
        <DiscardDraft label={t('common:cancel')} look="second" asks={note.trim() !== ''} onDiscard={() => void saving.giveUp()} />
      </ButtonRow>
    </form>
  );
}
