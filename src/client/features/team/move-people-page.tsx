/**
 * Moving people to another adviser: one, several, or everybody of one adviser, from a day, with a note for who takes on.
 * One command a person, all kept in one step; nothing counts as done until the server has accepted it.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate, useSearchParams} from 'react-router';
import * as z from 'zod/mini';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {peopleOnDevice, staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import type {NewCommand} from '#client/vault/contract.ts';

const dateParts = z.object({day: z.string(), month: z.string(), year: z.string()});
const draftSchema = z.object({
  people: z.array(z.string()),
  to: z.string(),
  from: dateParts,
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
});
type MoveDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

const KEY = 'move/people';
const NOBODY = 'none';

interface Fault {
  readonly field: 'move-people' | 'move-to' | 'move-from' | 'move-note';
  readonly key: TextKey;
}

function faultsOf(draft: MoveDraft, moving: readonly PersonOnDevice[]): readonly Fault[] {
  const faults: Fault[] = [];
  if (draft.people.length === 0) faults.push({field: 'move-people', key: 'team:move.who.missing'});
  if (draft.to === '') faults.push({field: 'move-to', key: 'team:move.to.missing'});
  else if (draft.people.length > 0 && moving.length === 0) faults.push({field: 'move-to', key: 'team:move.to.same'});
  if (dateFromParts(draft.from) === null) faults.push({field: 'move-from', key: 'team:move.from.wrong'});
  if (isTooLong(draft)) faults.push({field: 'move-note', key: 'common:words.tooLong'});
  return faults;
}

export function MovePeoplePage() {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const of = search.get('adviser') ?? '';
  const draft = useDraft<MoveDraft>(KEY, () => ({people: [], to: '', from: partsFromDate(today), text: '', lang: language}), readDraft);
  const saving = useSaving(draft, KEY, () => void navigate('/team'));
  const {value} = draft;
  const change = (part: Partial<MoveDraft>) => draft.change({...value, ...part});
  const [attempt, setAttempt] = useState(0);
  const people = useMemory(
    memory =>
      peopleOnDevice(memory, today)
        .filter(person => !person.died)
        .toSorted((one, other) => compareNames(one.knownAs, other.knownAs)),
    [today],
  );
  const staff = useStaff(today);
  const shown = people.filter(person => of === '' || (of === NOBODY ? person.adviser === null : person.adviser === of));
  // Whoever was chosen stays in view, also under another filter: nobody is moved unseen.
  const listed = people.filter(person => shown.includes(person) || value.people.includes(person.id));
  const moving = people.filter(person => value.people.includes(person.id) && person.adviser !== value.to);
  const faults = faultsOf(value, moving);
  const errors = attempt === 0 ? [] : faults.map(({field, key}) => ({field, message: t(key)}));
  const error = (field: Fault['field']) => errors.find(each => each.field === field)?.message;
  const everybody = shown.length > 0 && shown.every(({id}) => value.people.includes(id));

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    const from = dateFromParts(value.from);
    if (faults.length > 0 || from === null) return;
    await saving.save(...moving.flatMap(person => commandsFor(person.id, value, from, vault.newId)));
  }

  return (
    <Page
      title={t('team:move.title')}
      hasError={errors.length > 0}
      above={
        <ErrorSummary
          attempt={attempt}
          errors={[...errors, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]}
        />
      }
    >
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <Select
          id="move-filter"
          label={t('team:move.filter')}
          value={of}
          onChange={adviser => setSearch(adviser === '' ? {} : {adviser}, {replace: true})}
          choices={[
            {value: '', label: t('team:move.filter.all')},
            {value: NOBODY, label: t('team:move.filter.unallocated')},
            ...staff.filter(({value: id}) => people.some(({adviser}) => adviser === id)),
          ]}
        />
        <Button look="quiet" onPress={() => change({people: everybody ? [] : [...new Set([...value.people, ...shown.map(({id}) => id)])]})}>
          {t(everybody ? 'team:move.none' : 'team:move.all')}
        </Button>
        <CheckList
          id="move-people"
          label={t('team:move.who')}
          error={error('move-people')}
          chosen={value.people}
          onChange={chosen => change({people: [...chosen]})}
          choices={listed.map(person => ({
            value: person.id,
            label: person.legalName.startsWith(`${person.knownAs} `) ? person.legalName : `${person.knownAs} (${person.legalName})`,
            hint: t('team:move.now', {name: staffName(vault.memory, person.adviser) ?? t('team:move.nobody')}),
          }))}
        />
        <Select
          id="move-to"
          label={t('team:move.to')}
          error={error('move-to')}
          value={value.to}
          onChange={to => change({to})}
          choices={[{value: '', label: ''}, ...staff]}
        />
        <DateField
          id="move-from"
          label={t('team:move.from')}
          error={error('move-from')}
          value={value.from}
          onChange={from => change({from})}
        />
        <WordsField
          id="move-note"
          label={t('team:move.note')}
          hint={t('team:move.note.hint')}
          error={error('move-note')}
          value={value}
          onChange={change}
          onLeave={() => void draft.flush()}
        />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('team:move.submit')}
          </Button>
          <DiscardDraft label={t('common:cancel')} look="second" asks={wordsOf(value) !== null} onDiscard={() => void saving.giveUp()} />
        </ButtonRow>
      </form>
    </Page>
  );
}

function commandsFor(person: Id, draft: MoveDraft, from: CalendarDate, newId: () => Id): readonly NewCommand[] {
  const allocation: NewCommand<'allocation.give'> = {kind: 'allocation.give', record: newId(), person, body: {adviser: draft.to, from}};
  const words = wordsOf(draft);
  if (words === null) return [allocation];
  const note: NewCommand<'hand-over.write'> = {kind: 'hand-over.write', record: newId(), person, body: {to: draft.to, words}};
  return [allocation, note];
}

function useStaff(today: CalendarDate) {
  return useMemory(
    memory =>
      memory
        .records(null, 'staff-member')
        .filter(({data}) => data.endOn === null || data.endOn >= today)
        .map(({id, data}) => ({value: id, label: `${data.forename} ${data.surname}`}))
        .toSorted((one, other) => compareNames(one.label, other.label)),
    [today],
  );
}
