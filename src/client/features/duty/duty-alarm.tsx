/** One alarm with duty: the worry with what has happened to it, and how its young person is reached. Nothing else of them is here. */
import {WorryCard} from '#client/case/worry/worry-card.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Card} from '#client/ui/card.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

/** For `tel:`: without spaces. */
const dialled = (number: string) => number.replaceAll(/\s/gu, '');

export function DutyAlarm({worry: id, person}: {readonly worry: string; readonly person: string}) {
  const {t} = useText();
  const worry = useMemory(memory => memory.records(person, 'worry').find(each => each.id === id), [person, id]);
  const shared = useMemory(memory => memory.scope(person, 'shared'), [person]);
  const card = useMemory(memory => memory.records(person, 'emergency-card')[0], [person]);
  if (!worry)
    return (
      <Card level={3} title={t('duty:opening')}>
        <p className="app-quiet">{t('duty:opening.words')}</p>
      </Card>
    );
  const name = card?.data.knownAs ?? t('duty:nobody');
  return (
    <WorryCard worry={worry} name={name} isShared={worry.scope === shared} mayAnswer>
      {card ? <EmergencyCard card={card} /> : <p>{t('duty:card.none')}</p>}
    </WorryCard>
  );
}

function EmergencyCard({card: {data}}: {readonly card: Folded<'emergency-card'>}) {
  const {t} = useText();
  return (
    <>
      <SummaryList
        compact
        facts={[
          {label: t('duty:card.name'), value: asWritten(data.knownAs)},
          {label: t('duty:card.language'), value: data.language === null ? t('duty:card.unknown') : t(`codes:language.${data.language}`)},
          {label: t('duty:card.safe'), value: data.safeWayToCall === null ? t('duty:card.unknown') : asWritten(data.safeWayToCall)},
        ]}
      />
      {data.phone === null ? (
        <p>{t('duty:card.noPhone')}</p>
      ) : (
        <a className="govuk-button app-button" href={`tel:${dialled(data.phone)}`}>
          {t('duty:card.call', {name: data.knownAs, number: data.phone})}
        </a>
      )}
    </>
  );
}
