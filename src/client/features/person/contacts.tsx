/** Every contact, the latest first: when, how, with whom, what was said and what was agreed. */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {standingContacts} from '#domain/contact/contact.ts';
import {countsForVisit} from '#domain/contact/statutory-visit.ts';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {contactFacts, contactTexts} from '#client/case/contact/contact-facts.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useDrafts, useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {Timeline, TimelineEntry} from '#client/ui/timeline.tsx';
import {KeepingInTouch} from './keeping-in-touch.tsx';
import type {PartProps} from './part.ts';
import {PlannedVisits} from './planned-visits.tsx';
import {Strikeable} from '#client/case/records/strikeable.tsx';

const AT_ONCE = 20;

export function Contacts({person, today}: PartProps) {
  const {t} = useText();
  const [shown, setShown] = useState(AT_ONCE);
  const contacts = useMemory(
    memory =>
      memory
        .records(person.id, 'contact')
        .toSorted((one, other) => (`${one.data.on}${one.data.at ?? ''}` < `${other.data.on}${other.data.at ?? ''}` ? 1 : -1)),
    [person.id],
  );
  // A correction is a new entry that names what it amends: both stay in view, and the first says so.
  const standing = new Set(standingContacts(contacts).map(({id}) => id));
  if (contacts.length === 0)
    return (
      <>
        <PlannedVisits person={person} today={today} />
        <EmptyState>
          <p>{t('person:contacts.none', {name: person.knownAs})}</p>
        </EmptyState>
        <KeepingInTouch person={person} today={today} />
      </>
    );
  return (
    <>
      <PlannedVisits person={person} today={today} />
      <KeepingInTouch person={person} today={today} />
      <h2 className="govuk-heading-m">{t('person:tab.contacts')}</h2>
      <Timeline>
        {contacts.slice(0, shown).map(contact => (
          <Entry key={contact.id} contact={contact} name={person.knownAs} amended={!standing.has(contact.id)} />
        ))}
      </Timeline>
      {contacts.length > shown && (
        <Button look="second" onPress={() => setShown(count => count + AT_ONCE)}>
          {t('person:contacts.more')}
        </Button>
      )}
    </>
  );
}

interface EntryProps {
  readonly contact: Folded<'contact'>;
  readonly name: string;
  readonly amended: boolean;
}

function Entry({contact, name, amended}: EntryProps) {
  const text = useText();
  const {t, format} = text;
  const {vault} = useOpenVault();
  const {data, delivery} = contact;
  const colleague = useMemory(memory => staffName(memory, data.worker), [data.worker]);
  const actions = useMemory(
    memory => memory.records(contact.person, 'plan-action').filter(action => action.data.fromContact === contact.id),
    [contact.id, contact.person],
  );
  const notes = useMemory(
    memory => memory.records(contact.person, 'shared-note').filter(note => note.data.about === contact.id),
    [contact.id, contact.person],
  );
  const counts = useMemory(
    memory =>
      countsForVisit(
        data,
        memory.records(contact.person, 'stay').filter(stay => !struckOut(stay)),
      ),
    [data, contact.person],
  );
  const who = colleague ?? data.workerAsWritten;
  return (
    <TimelineEntry
      title={t(`codes:contactType.${data.type}`)}
      when={data.at === null ? format.dateWithWeekday(data.on) : `${format.dateWithWeekday(data.on)}, ${data.at}`}
      by={who === null ? undefined : t('person:contacts.byWorker', {who})}
    >
      <Strikeable record={contact} what={`${t(`codes:contactType.${data.type}`)}, ${format.longDate(data.on)}`} isShared={false}>
        <StatusList>
          {data.outcome !== null && <StatusText>{t(`codes:outcome.${data.outcome}`)}</StatusText>}
          {data.seenAlone === true && <StatusText>{t('person:contacts.seenAlone')}</StatusText>}
          {amended && <StatusText tone="calm">{t('person:contacts.amended')}</StatusText>}
          {!amended && !struckOut(contact) && (
            <StatusText tone={counts === 'counts' ? 'good' : 'calm'}>{t(`person:contacts.visit.${counts}`)}</StatusText>
          )}
          {delivery !== 'accepted' && (
            <StatusText tone={delivery === 'needs_attention' ? 'attention' : 'waiting'}>{t(`sync:delivery.${delivery}`)}</StatusText>
          )}
        </StatusList>
        {data.note === null ? <p className="app-quiet">{t('person:contacts.noNote')}</p> : <FreeText words={data.note} />}
        <SummaryList
          compact
          onlyKnown
          facts={contactFacts(data, text).map(({label, value, isWritten}) => ({label, value: isWritten ? asWritten(value) : value}))}
        />
        {contactTexts(data, text).map(({label, words}) => (
          <div key={label}>
            <h4 className="govuk-heading-s">{label}</h4>
            <FreeText words={words} />
          </div>
        ))}
        {data.nextContactOn !== null && (
          <p className="app-quiet">{t('person:contacts.next', {date: format.longDate(data.nextContactOn)})}</p>
        )}
        {actions.length > 0 && (
          <>
            <h4 className="govuk-heading-s">{t('person:contacts.actions')}</h4>
            <ul className="govuk-list govuk-list--bullet">
              {actions.map(action => (
                <li key={action.id} className={struckOut(action) ? 'app-struck' : undefined}>
                  <FreeText words={action.data.what} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Strikeable>
      {!amended && !struckOut(contact) && may(vault.session.role, 'contact.record', true) && (
        <LinkButton
          look="quiet"
          to={`/record?person=${contact.person}&amends=${contact.id}`}
          label={t('person:contacts.correctFor', {what: `${t(`codes:contactType.${data.type}`)}, ${format.longDate(data.on)}`})}
        >
          {t('person:contacts.correct')}
        </LinkButton>
      )}
      {!struckOut(contact) && (
        <LinkButton
          look="quiet"
          to={`/people/${contact.person}/print/contact/${contact.id}`}
          label={t('person:printFor', {what: `${t(`codes:contactType.${data.type}`)}, ${format.longDate(data.on)}`})}
        >
          {t('person:print')}
        </LinkButton>
      )}
      {notes.map(note => (
        <SharedNote key={note.id} note={note} />
      ))}
      {!amended && !struckOut(contact) && may(vault.session.role, 'contact.record', true) && <ShareNote contact={contact} name={name} />}
    </TimelineEntry>
  );
}

/** Words for the young person, beside a note that stays with staff. */
function ShareNote({contact, name}: {readonly contact: Folded<'contact'>; readonly name: string}) {
  const {t} = useText();
  const [sent, setSent] = useState(0);
  const draftKey = `shared-note/${contact.person ?? ''}/${contact.id}`;
  // What was begun is in view again.
  const isBegun = useDrafts().some(({key}) => key === draftKey);
  return (
    <Details summary={t('person:contacts.share', {name})} open={isBegun}>
      <WordsForm
        key={sent}
        id={`share-${contact.id}`}
        draftKey={draftKey}
        label={t('person:contacts.share.label')}
        hint={t('person:contacts.share.hint')}
        submit={t('person:contacts.share.send')}
        missing={t('person:contacts.share.missing')}
        command={(words, newId) => ({
          kind: 'shared-note.write',
          record: newId(),
          person: contact.person,
          body: {about: contact.id, words: words ?? {text: '', lang: 'en'}},
        })}
        onClose={() => setSent(count => count + 1)}
      />
    </Details>
  );
}

/** What the young person sees of a contact. */
function SharedNote({note}: {readonly note: Folded<'shared-note'>}) {
  const {t} = useText();
  const title = t('person:contacts.shared');
  return (
    <div className="app-card">
      <h4 className="govuk-heading-s">{title}</h4>
      <Strikeable record={note} what={title} isShared>
        <FreeText words={note.data.words} />
      </Strikeable>
    </div>
  );
}
