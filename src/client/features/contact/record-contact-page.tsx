/**
 * Recording a contact: who, how, where in three taps, then words. The draft has an address of its own, so that it is
 * still there after a lock, a crash or an update; what is pressed "save" goes to the device first and says so.
 */
import {useEffect, useState, type FormEvent} from 'react';
import {useNavigate, useParams, useSearchParams} from 'react-router';
import {must} from '#domain/shared/result.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {useDraft} from '#client/forms/use-draft.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {commandsOf, draftOfContact, draftOfPlan, emptyDraft, faultsOf, readDraft, type ContactDraft} from './contact-draft.ts';
import {ContactDetails} from './contact-details.tsx';
import {ContactSaved} from './contact-saved.tsx';
import {ContactSteps} from './contact-steps.tsx';

/** Gives every new contact its own address at once, then shows the form. */
export function RecordContactPage() {
  const {draft} = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const {vault} = useOpenVault();
  useEffect(() => {
    if (draft === undefined) void navigate({pathname: `/record/${vault.newId()}`, search: search.toString()}, {replace: true});
  }, [draft, navigate, vault, search]);
  return draft === undefined ? null : (
    <ContactForm
      key={draft}
      draftKey={`contact/${draft}`}
      person={search.get('person')}
      amends={search.get('amends')}
      plan={search.get('plan')}
    />
  );
}

interface ContactFormProps {
  readonly draftKey: string;
  readonly person: Id | null;
  /** The contact that is corrected. */
  readonly amends: Id | null;
  /** The planned visit that is kept. */
  readonly plan: Id | null;
}

function ContactForm({draftKey, person, amends, plan}: ContactFormProps) {
  const {t, language, format} = useText();
  const today = useToday();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const draft = useDraft<ContactDraft>(
    draftKey,
    () => {
      const corrected = person === null ? undefined : vault.memory.records(person, 'contact').find(({id}) => id === amends);
      const planned = person === null ? undefined : vault.memory.records(person, 'planned-visit').find(({id}) => id === plan);
      if (person !== null && planned) return draftOfPlan(planned.id, person, planned.data, today, language);
      return person !== null && corrected
        ? draftOfContact(corrected.id, person, corrected.data, language)
        : emptyDraft(person, today, language);
    },
    readDraft,
  );
  const {value} = draft;
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Id | null>(null);
  const name = useMemory(
    memory => (value.person === null ? null : (memory.records(value.person, 'summary')[0]?.data.knownAs ?? null)),
    [value.person],
  );
  const faults = attempt === 0 ? [] : faultsOf(value, today);
  const errors: FormError[] = [
    ...faults.map(({field, key}) => ({field, message: t(key)})),
    ...(refused === null ? [] : [{field: null, message: refused}]),
  ];

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setAttempt(count => count + 1);
    setRefused(null);
    if (faultsOf(value, today).length > 0) return;
    setBusy(true);
    const amended = vault.memory.records(value.person, 'contact').find(({id}) => id === value.amends)?.data;
    const commands = commandsOf(value, {holder: vault.session.holder, today, youngPersonName: name ?? '', newId: vault.newId, amended});
    try {
      // Otherwise a draft still on its way to the disk could come back after the contact was saved.
      await draft.flush();
      const done = await vault.save(commands, draftKey);
      if (done.ok) {
        draft.stop();
        setSaved(must(commands[0], 'a draft without faults makes a contact').record);
      } else setRefused(refusalMessage(done.code, t));
    } catch {
      setRefused(t('errors:notSaved'));
    } finally {
      setBusy(false);
    }
  }

  async function discard() {
    draft.stop();
    await vault.discardDraft(draftKey);
    await navigate('/today');
  }

  // Words come after the three taps: until then there is nothing to save.
  const ready = value.person !== null && value.way !== null && (value.way !== 'visit' || value.where !== null);

  if (saved !== null && value.person !== null) return <ContactSaved contact={saved} person={value.person} name={name ?? ''} />;

  return (
    <Page
      title={name === null ? t('contact:title') : t('contact:titleFor', {name})}
      windowTitle={t('contact:title')}
      hasError={errors.length > 0}
      above={<ErrorSummary errors={errors} attempt={attempt} />}
    >
      {draft.restoredAt !== null && (
        <Notice>
          <p>{t('contact:draft.restored', {when: format.moment(draft.restoredAt, today)})}</p>
        </Notice>
      )}
      {value.amends !== undefined && (
        <Notice>
          <p>{t('contact:amends')}</p>
        </Notice>
      )}
      {/* Words typed while it is being saved would be in neither the record nor the draft. */}
      <form noValidate autoComplete="off" inert={busy} onSubmit={event => void save(event)}>
        <ContactSteps draft={value} errors={errors} onChange={draft.change} />
        {ready && (
          <>
            <ContactDetails
              draft={value}
              name={name}
              today={today}
              errors={errors}
              onChange={draft.change}
              onLeave={() => void draft.flush()}
            />
            <DraftLine keeping={draft.keeping} />
            <Button submits busy={busy}>
              {busy ? t('contact:saving') : t('contact:save')}
            </Button>
          </>
        )}
      </form>
      {draft.keeping !== 'nothing-yet' && (
        <DiscardDraft label={t('contact:draft.discard')} look="quiet" asks onDiscard={() => void discard()} />
      )}
    </Page>
  );
}
