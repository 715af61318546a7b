/**
 * A form about a person's file: opened for something new or for one record, kept as a draft from the first key, checked by the
 * domain's own rules before it is saved, and told at its fields what is wrong. Works offline.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams, useSearchParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {seenOps, stateOp, type DomainRecord} from '#domain/shared/record.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {fieldsOfDraft, type FieldsDraft} from '#client/forms/fields-draft.ts';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving, type Saving} from '#client/forms/use-saving.ts';
import {useText, type Text, type TextKey} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {Entry, langOf, textOfValue} from '#client/forms/entry.ts';
import {FieldOfEntry, faultOf} from '#client/forms/entry-field.tsx';
import type {EntryContext, EntryForm, FormSet} from '#client/forms/entry-form.ts';

export function EntryFormPage({set}: {readonly set: FormSet}) {
  const {t, language} = useText();
  const {person = '', form: name = ''} = useParams();
  const [search] = useSearchParams();
  const {vault} = useOpenVault();
  const today = useToday();
  const of = search.get('of') ?? '';
  const own = useMemory(memory => memory.records(person, 'young-person')[0], [person]);
  const known = useMemory(memory => personOnDevice(memory, person, today), [person, today]);
  const form = Object.hasOwn(set.forms, name) ? set.forms[name] : undefined;
  const record = useMemory(memory => (form ? recordFor(form, memory, person, of, today) : undefined), [form, person, of, today]);
  // Led here from a list that names people whose files are not on this device.
  if (form && !own && known && !known.holdsFile)
    return (
      <Page title={t(set.keys.window)}>
        <FileNotHere person={known} id={person} part={set.name} back={t(set.name === 'home' ? 'home:back' : 'profile:title')} />
      </Page>
    );
  if (!form || !own || record === undefined || !may(vault.session.role, form.action, true))
    return (
      <Page title={t(set.keys.window)}>
        <EmptyState>
          <p>{t('profile:form.none')}</p>
          <LinkButton look="quiet" to="/people">
            {t('people:title')}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  return (
    <Form key={`${person}/${name}/${of}`} name={name} form={form} set={set} context={{vault, person, own, record, of, today, language}} />
  );
}

/** What the domain refused, at the field that it is about, or for the whole form. */
function refusalOf({refusal, refused}: Saving, form: EntryForm, {t}: Pick<Text, 't'>): readonly FormError[] {
  if (refusal === null) return refused === null ? [] : [{field: null, message: refused}];
  const field = refusal.fields.find(each => form.fields.some(({name}) => name === each)) ?? null;
  const key = form.refusals?.[`${refusal.code} ${field ?? ''}`] ?? form.refusals?.[refusal.code];
  return [{field, message: key === undefined ? (refused ?? '') : t(key)}];
}

const namesOf = (form: EntryForm): readonly string[] =>
  form.fields.flatMap(({name, as}) => (as === 'words' ? [name, langOf(name)] : [name]));

interface FormProps {
  readonly name: string;
  readonly form: EntryForm;
  readonly set: FormSet;
  readonly context: EntryContext;
}

function Form({name, form, set, context}: FormProps) {
  const words = useText();
  const {t} = words;
  const {person, own, record, of, today} = context;
  const navigate = useNavigate();
  const known = useMemory(memory => personOnDevice(memory, person, today)?.knownAs, [person, today]);
  const {name: ns, keys} = set;
  const key = `${ns}/${person}/${name}/${of}`;
  const back = set.back(person, record);
  const [fields] = useState(() => fieldsOfDraft(namesOf(form)));
  const about = form.changes === undefined ? null : (record ?? own);
  function asItStands(): FieldsDraft {
    const begun = form.begin(context);
    return fields.begin(
      field => textOfValue(begun[field]),
      field => seenOps(record ?? own, field),
      about === null ? undefined : {scope: about.scope, state: stateOp(about)},
    );
  }
  const draft = useDraft<FieldsDraft>(key, asItStands, fields.read);
  const saving = useSaving(draft, key, () => void navigate(back));
  const [attempt, setAttempt] = useState(0);
  const changed = fields.changed(draft.value);
  const entry = new Entry(draft.value, changed);
  const shown = form.fields.filter(({when}) => when?.(entry) ?? true);
  const faults = shown.flatMap((field): FormError[] => {
    const message = faultOf(field, entry, keys, words);
    return message === null ? [] : [{field: field.name, message}];
  });
  const isNothing = form.changes !== undefined && form.isStep !== true && changed.length === 0;
  const errors = attempt === 0 ? [] : [...faults, ...refusalOf(saving, form, words)];
  const [isUnchanged, setUnchanged] = useState(false);
  const [isMoved, setMoved] = useState(false);
  const title = t(form.title?.(context) ?? (keys.form(name) as TextKey));

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    setUnchanged(isNothing);
    setMoved(false);
    if (isNothing || faults.length > 0) return;
    const {seen} = draft.value;
    if (about !== null && seen && (seen.scope !== about.scope || seen.state !== stateOp(about))) {
      // Who reads it, or what it rests on, is not what they had in view: it is put into view first.
      setMoved(true);
      draft.change(fields.rebase(draft.value, asItStands()));
      return;
    }
    const commands = form.commands(entry, context);
    await saving.save(...commands.map(command => (seen && command.record === about?.id ? {...command, seen} : command)));
  }

  function change(values: Readonly<Record<string, string>>): void {
    saving.forget();
    draft.change({...draft.value, values: {...draft.value.values, ...values}});
  }

  const {Above, Preview} = form;
  return (
    <Page
      title={title}
      windowTitle={t(keys.window)}
      caption={known}
      hasError={errors.length > 0}
      above={
        <ErrorSummary
          attempt={attempt}
          errors={[
            ...errors,
            ...(isUnchanged && isNothing ? [{field: null, message: t('profile:unchanged')}] : []),
            ...(isMoved ? [{field: null, message: t('profile:moved')}] : []),
          ]}
        />
      }
    >
      {words.has(keys.intro(name)) && <p className="govuk-body">{t(keys.intro(name) as TextKey)}</p>}
      {Above && <Above context={context} />}
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        {shown.map(field => (
          <FieldOfEntry
            key={field.name}
            field={field}
            keys={keys}
            entry={entry}
            context={context}
            error={errors.find(each => each.field === field.name)?.message}
            onChange={change}
            onLeave={() => void draft.flush()}
          />
        ))}
        {Preview && <Preview entry={entry} context={context} />}
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('profile:save')}
          </Button>
          <DiscardDraft label={t('common:cancel')} look="second" asks={changed.length > 0} onDiscard={() => void saving.giveUp()} />
        </ButtonRow>
      </form>
    </Page>
  );
}

/** Null: it makes something new. Undefined: what it is about is not here, or is not this person's, which is one and the same. */
function recordFor(form: EntryForm, memory: MemoryStore, person: Id, of: string, today: CalendarDate): DomainRecord | null | undefined {
  if (form.find) return form.find(memory, person, of, today);
  if (form.changes === undefined) return null;
  if (form.changes === 'young-person') return memory.records(person, 'young-person')[0];
  const found = memory.record(of);
  return found?.kind === form.changes && found.person === person ? found : undefined;
}
