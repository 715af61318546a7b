/** One contact on paper. What is for the young person holds what was shared with them and nothing of the note. */
import {standingContacts} from '#domain/contact/contact.ts';
import {countsForVisit} from '#domain/contact/statutory-visit.ts';
import {useText} from '#client/i18n/text.ts';
import {contactFacts, contactTexts} from '#client/case/contact/contact-facts.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {PaperFacts, PaperPart, PaperWords} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';
import {Actions} from './plan-paper.tsx';

/** `contact`: what staff recorded. `notes`: what was shared of it. */
export function ContactPaper({
  file,
  contact,
  notes,
}: {
  readonly file: PaperFile;
  readonly contact: Folded<'contact'>;
  readonly notes: readonly Folded<'shared-note'>[];
}) {
  const text = useText();
  const {t, format} = text;
  const {data} = contact;
  const {person, reader} = file;
  const actions = file.records(person, 'plan-action').filter(each => each.data.fromContact === contact.id);
  const shared = (
    <>
      {notes.map(note => (
        <PaperWords
          key={note.id}
          level={3}
          label={t(reader === 'them' ? 'print:contact.shared.them' : 'print:contact.shared.staff')}
          words={note.data.words}
        />
      ))}
      {actions.length > 0 && (
        <PaperPart title={t('print:contact.actions')}>
          <Actions actions={actions} file={file} title={t('print:contact.actions')} />
        </PaperPart>
      )}
    </>
  );
  if (reader === 'them')
    return (
      <>
        <PaperFacts
          facts={notes.map(note => [
            t('print:contact.told'),
            asWritten([format.longDate(note.data.sharedOn), file.nameOf(note.made.author)].filter(Boolean).join(', ')),
          ])}
        />
        {notes.length === 0 && actions.length === 0 && <p>{t('print:contact.nothing')}</p>}
        {shared}
      </>
    );
  const isAmended = !standingContacts(file.records(person, 'contact')).some(({id}) => id === contact.id);
  return (
    <>
      {isAmended && <p className="app-paper__notice">{t('person:contacts.amended')}</p>}
      <PaperFacts
        facts={[
          [t('print:contact.type'), t(`codes:contactType.${data.type}`)],
          [t('print:contact.on'), [format.dateWithWeekday(data.on), data.at].filter(Boolean).join(', ')],
          [t('print:contact.worker'), asWritten(file.nameOf(data.worker) ?? data.workerAsWritten)],
          [t('print:contact.outcome'), data.outcome === null ? null : t(`codes:outcome.${data.outcome}`)],
          [t('print:contact.alone'), data.seenAlone === null ? null : t(data.seenAlone ? 'print:yes' : 'print:no')],
          [t('print:contact.counts'), t(`person:contacts.visit.${countsForVisit(data, file.records(person, 'stay'))}`)],
          ...contactFacts(data, text).map(({label, value, isWritten}) => [label, isWritten ? asWritten(value) : value] as const),
          [t('print:contact.next'), data.nextContactOn === null ? null : format.longDate(data.nextContactOn)],
          [t('print:contact.written'), data.writtenUpOn === null ? null : format.longDate(data.writtenUpOn)],
        ]}
      />
      {data.note === null ? (
        <p>{t('person:contacts.noNote')}</p>
      ) : (
        <PaperWords level={3} label={t('print:contact.note')} words={data.note} />
      )}
      {contactTexts(data, text).map(({label, words}) => (
        <PaperWords key={label} level={3} label={label} words={words} />
      ))}
      {shared}
    </>
  );
}
