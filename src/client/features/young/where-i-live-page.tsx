/** My home: where the young person lives and has lived, and whom to phone when there is nowhere to stay. */
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {asWritten} from '#client/ui/as-written.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {CallList} from './call-list.tsx';
import {useOwnFile} from './own-file.ts';

export function WhereILivePage() {
  const {t} = useText();
  const today = useToday();
  const file = useOwnFile();
  const stays = useMemory(
    memory => memory.records(file.id, 'stay').toSorted((one, other) => ((one.data.startOn ?? '') < (other.data.startOn ?? '') ? 1 : -1)),
    [file.id],
  );
  const isNow = ({data}: Folded<'stay'>) => (data.startOn === null || data.startOn <= today) && (data.endOn === null || data.endOn > today);
  const now = stays.filter(isNow);
  const before = stays.filter(stay => !isNow(stay));
  return (
    <Page title={t('young:myHome.title')}>
      <Section title={t('young:myHome.now')}>
        {now.length === 0 ? <p>{t('young:myHome.none')}</p> : now.map(stay => <Stay key={stay.id} stay={stay} />)}
      </Section>
      <Section title={t('young:myHome.move')}>
        <p>{t('young:myHome.move.words')}</p>
        <LinkButton look="second" to="/talk">
          {t('young:talk.title')}
        </LinkButton>
      </Section>
      <Section title={t('young:myHome.tonight')}>
        <p>
          <strong>{t('young:myHome.tonight.words')}</strong>
        </p>
        <LinkButton to="/help-now/tonight">{t('young:myHome.tonight.tell')}</LinkButton>
        <CallList help={file.help} />
      </Section>
      {before.length > 0 && (
        <Details summary={t('young:myHome.before')}>
          {before.map(stay => (
            <Stay key={stay.id} stay={stay} />
          ))}
        </Details>
      )}
    </Page>
  );
}

function Stay({stay}: {readonly stay: Folded<'stay'>}) {
  const {t, format} = useText();
  const {data} = stay;
  return (
    <Card level={3} title={t(data.type === null ? 'young:myHome.now' : `codes:home.${data.type}`)}>
      {data.startOn !== null && <p className="app-quiet">{t('young:myHome.since', {date: format.longDate(data.startOn)})}</p>}
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('young:myHome.address'), value: asWritten([data.address, data.town, data.postcode].filter(Boolean).join(', '))},
          {label: t('young:myHome.landlord'), value: asWritten(data.landlord)},
          {label: t('young:myHome.rent'), value: data.weeklyRentPence === null ? null : format.money(data.weeklyRentPence)},
        ]}
      />
      {data.providedByAuthority === true && data.endOn === null && <p>{t('young:myHome.council')}</p>}
    </Card>
  );
}
