/** What the young person has said of their home and nobody has taken in yet; what was taken in is in the chronology. */
import {may} from '#domain/access/permissions.ts';
import {struckOut} from '#domain/shared/record.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';

export function HomeNews({person}: PartProps) {
  const {t} = useText();
  const news = useMemory(
    memory => memory.records(person.id, 'home-news').filter(each => !struckOut(each) && each.data.heardBy === null),
    [person.id],
  );
  if (news.length === 0) return null;
  return (
    <Section title={t('home:news', {name: person.knownAs})}>
      <CardList>
        {news.map(each => (
          <li key={each.id}>
            <News news={each} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function News({news}: {readonly news: Folded<'home-news'>}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const hearing = useSaveNow();
  const {data, person} = news;
  const isMove = data.what === 'moved' || data.what === 'moving';
  return (
    <Card level={3} tone="attention" title={t(`codes:homeNews.${data.what}`)} aside={format.longDate(data.saidOn)}>
      {data.on !== null && <p>{t('home:news.on', {date: format.longDate(data.on)})}</p>}
      {data.view !== null && <p>{t(`codes:homeView.${data.view}`)}</p>}
      {data.words !== null && <FreeText quoted words={data.words} />}
      <DeliveryLine delivery={news.delivery} />
      {may(vault.session.role, 'home.write', true) && (
        <ButtonRow>
          {isMove && <HomeWay person={person ?? ''} form="move" way="move" look="second" />}
          {data.what === 'asked_to_leave' && <HomeWay person={person ?? ''} form="homeless" way="homeless" look="second" />}
          <Button
            look="second"
            busy={hearing.busy}
            onPress={() => void hearing.save({kind: 'home-news.hear', record: news.id, person, body: {}})}
          >
            {t('home:news.hear')}
          </Button>
        </ButtonRow>
      )}
      {hearing.refused !== null && <p role="alert">{hearing.refused}</p>}
    </Card>
  );
}
