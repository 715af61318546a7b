/** Documents that say who somebody is, what they have consented to, and the offer of an advocate. */
import {IDENTITY_DOCUMENTS} from '#domain/young-person/profile-codes.ts';
import {struckOut} from '#domain/shared/record.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {EvaluationPart} from './evaluation-part.tsx';
import {inOrderOf, RecordCard, WayIn, type PartOfProfile} from './part.tsx';

export function PapersPart(part: PartOfProfile) {
  return (
    <>
      <Documents {...part} />
      <Consents {...part} />
      <EvaluationPart {...part} />
      <Advocacy {...part} />
    </>
  );
}

/** Every document by its name, held or not, since each may be the one that is missing. */
function Documents({person}: PartOfProfile) {
  const {t, format} = useText();
  const documents = useMemory(memory => memory.records(person.id, 'identity-document'), [person.id]);
  return (
    <Section title={t('profile:part.documents')}>
      <SummaryList
        facts={IDENTITY_DOCUMENTS.map(document => {
          const label = t(`codes:identityDocument.${document}`);
          const known = documents.findLast(({data}) => data.document === document);
          return {
            label,
            value: (
              <>
                {known === undefined ? (
                  <span className="app-quiet">{t('common:notRecorded')}</span>
                ) : (
                  t(known.data.held ? 'profile:document.held' : 'profile:document.notHeld', {date: format.longDate(known.data.notedOn)})
                )}{' '}
                {known !== undefined && known.delivery !== 'accepted' && <small>{t(`sync:delivery.${known.delivery}`)} </small>}
                <WayIn person={person.id} form="document" of={document} what={label} />
              </>
            ),
          };
        })}
      />
    </Section>
  );
}

function Consents({person}: PartOfProfile) {
  const {t, format} = useText();
  const consents = useMemory(memory => inOrderOf(memory.records(person.id, 'consent'), ({data}) => data.givenOn), [person.id]);
  const title = t('profile:part.consents');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-consent" way="add" what={title} />}>
      {consents.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t('profile:none.consents')}</p>}
      {consents.map(consent => (
        <RecordCard
          key={consent.id}
          record={consent}
          title={consent.data.purpose}
          isWritten
          facts={[
            {label: t('profile:field.givenOn'), value: format.longDate(consent.data.givenOn)},
            {
              label: t('profile:field.withdrawnOn'),
              value: consent.data.withdrawnOn === null ? null : format.longDate(consent.data.withdrawnOn),
            },
          ]}
          links={
            consent.data.withdrawnOn === null && (
              <WayIn person={person.id} form="consent-end" of={consent.id} way="withdraw" what={consent.data.purpose} />
            )
          }
        />
      ))}
    </Section>
  );
}

function Advocacy({person}: PartOfProfile) {
  const {t, format} = useText();
  const offers = useMemory(memory => inOrderOf(memory.records(person.id, 'advocacy-offer'), ({data}) => data.offeredOn), [person.id]);
  const nameOf = useMemory(memory => (holder: string) => staffName(memory, holder), []);
  const title = t('profile:part.advocacy');
  return (
    <Section title={title} aside={<WayIn person={person.id} form="new-advocacy" way="add" what={title} />}>
      {offers.every(each => struckOut(each) !== undefined) && <p className="govuk-body">{t('profile:none.advocacy')}</p>}
      {offers.map(offer => {
        const when = format.longDate(offer.data.offeredOn);
        return (
          <RecordCard
            key={offer.id}
            record={offer}
            title={t('profile:advocacy.on', {date: when})}
            facts={[
              {label: t('profile:field.offeredBy'), value: nameOf(offer.data.offeredBy)},
              {label: t('profile:field.advocacyResponse'), value: t(`codes:advocacy.${offer.data.response}`)},
            ]}
            links={<WayIn person={person.id} form="advocacy" of={offer.id} what={t('profile:advocacy.on', {date: when})} />}
          />
        );
      })}
    </Section>
  );
}
