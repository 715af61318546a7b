/** Asking for one's own records, and complaints: when each came, where it stands, and what came of it. */
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {inOrderOf, RecordCard, WayIn, type PartOfProfile} from './part.tsx';

export function RightsPart(part: PartOfProfile) {
  return (
    <>
      <Requests {...part} />
      <Complaints {...part} />
    </>
  );
}

function Requests({person}: PartOfProfile) {
  const {t, format} = useText();
  const requests = useMemory(memory => inOrderOf(memory.records(person.id, 'access-request'), ({data}) => data.askedOn), [person.id]);
  const title = t('profile:part.requests');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-request" way="add" what={title} />}>
      {requests.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t('profile:none.requests')}</p>}
      {requests.map(request => {
        const {data} = request;
        const what = t('profile:request.on', {date: format.longDate(data.askedOn)});
        const isOpen = data.answeredOn === null;
        const to = {person: person.id, of: request.id, what, action: 'rights.write'} as const;
        return (
          <RecordCard
            key={request.id}
            record={request}
            title={what}
            facts={[
              {label: t('profile:field.extendedOn'), value: data.extendedOn === null ? null : format.longDate(data.extendedOn)},
              {label: t('profile:field.extendedBecause'), value: asWritten(data.extendedBecause)},
              {label: t('profile:field.answeredOn'), value: data.answeredOn === null ? null : format.longDate(data.answeredOn)},
            ]}
            links={
              <>
                {isOpen && <WayIn {...to} form="request-answer" way="answered" />}
                {isOpen && data.extendedOn === null && <WayIn {...to} form="request-longer" way="longer" />}
              </>
            }
          >
            {data.words !== null && <FreeText words={data.words} />}
          </RecordCard>
        );
      })}
    </Section>
  );
}

function Complaints({person}: PartOfProfile) {
  const {t, format} = useText();
  const complaints = useMemory(memory => inOrderOf(memory.records(person.id, 'complaint'), ({data}) => data.raisedOn), [person.id]);
  const title = t('profile:part.complaints');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-complaint" way="add" what={title} />}>
      {complaints.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t('profile:none.complaints')}</p>}
      {complaints.map(complaint => {
        const {data} = complaint;
        const what = t('profile:complaint.on', {date: format.longDate(data.raisedOn)});
        return (
          <RecordCard
            key={complaint.id}
            record={complaint}
            title={what}
            facts={[
              {label: t('profile:field.stage'), value: t(`codes:complaintStage.${data.stage}`)},
              {
                label: t('profile:field.advocateOffered'),
                value: t(data.advocateOffered ? 'profile:choice.advocateOffered.yes' : 'profile:choice.advocateOffered.no'),
              },
              {label: t('profile:field.outcome'), value: asWritten(data.outcome)},
            ]}
            links={data.stage !== 'closed' && <WayIn person={person.id} form="complaint" of={complaint.id} way="next" what={what} />}
          >
            <FreeText words={data.words} />
          </RecordCard>
        );
      })}
    </Section>
  );
}
