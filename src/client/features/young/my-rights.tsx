/** What a young person has asked for or complained of, and where it stands; nothing where there is nothing. */
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';

export function MyRights({own}: {readonly own: Id}) {
  return (
    <>
      <Requests own={own} />
      <Complaints own={own} />
    </>
  );
}

function Requests({own}: {readonly own: Id}) {
  const {t, format} = useText();
  const requests = useMemory(memory => memory.records(own, 'access-request').filter(each => !struckOut(each)), [own]);
  if (requests.length === 0) return null;
  return (
    <Section title={t('young:me.requests')}>
      <CardList>
        {requests.map(({id, data}) => (
          <li key={id}>
            <Card level={3} title={t('young:me.requests.asked', {date: format.longDate(data.askedOn)})}>
              {data.words !== null && <FreeText words={data.words} />}
              {data.extendedOn !== null && data.answeredOn === null && <p>{t('young:me.requests.longer')}</p>}
              {data.extendedBecause !== null && data.answeredOn === null && (
                <FreeText words={{text: data.extendedBecause, lang: 'not_stated'}} />
              )}
              {data.answeredOn !== null && <p>{t('young:me.requests.answered', {date: format.longDate(data.answeredOn)})}</p>}
            </Card>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Complaints({own}: {readonly own: Id}) {
  const {t, format} = useText();
  const complaints = useMemory(memory => memory.records(own, 'complaint').filter(each => !struckOut(each)), [own]);
  if (complaints.length === 0) return null;
  return (
    <Section title={t('young:me.complaints')}>
      <CardList>
        {complaints.map(({id, data}) => (
          <li key={id}>
            <Card level={3} title={t('young:me.complaints.said', {date: format.longDate(data.raisedOn)})}>
              <FreeText words={data.words} />
              <p>{t(`codes:complaintStage.${data.stage}`)}</p>
              {data.outcome !== null && (
                <>
                  <h4 className="govuk-heading-s">{t('young:me.complaints.outcome')}</h4>
                  <FreeText words={{text: data.outcome, lang: 'not_stated'}} />
                </>
              )}
            </Card>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
