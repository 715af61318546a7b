/** How things stand with the home, how likely it is to be lost, and each fact behind it: rules over dates, and what staff said. */
import {homeStanding, type DriverFact, type HomeStanding} from '#domain/accommodation/home-standing.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {movesInYear} from '#domain/accommodation/spells.ts';
import type {HomeRisk} from '#domain/accommodation/codes.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Card} from '#client/ui/card.tsx';
import {ButtonRow} from '#client/ui/button.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText, type Tone} from '#client/ui/status-text.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';

const TONES: Readonly<Record<HomeRisk, Tone>> = {
  none: 'good',
  watch: 'waiting',
  at_risk: 'attention',
  threatened: 'attention',
  homeless_tonight: 'attention',
};

export function HomeStandingCard({person, today}: PartProps) {
  const {t} = useText();
  const found = useMemory(
    memory => homeStanding(memory.file(person.id), today, settingsInForce(memory.records(null, 'setting'))('threatenedRule', today)),
    [person.id, today],
  );
  const moves = useMemory(memory => movesInYear(memory.records(person.id, 'stay'), today), [person.id, today]);
  const risks = useMemory(memory => memory.records(person.id, 'home-risk').filter(({data}) => data.endedOn === null), [person.id]);
  const isPressing = TONES[found.level] === 'attention';
  return (
    <Card tone={isPressing ? 'attention' : 'plain'} title={t(`codes:homeStanding.${found.standing}`)}>
      <Level found={found} />
      {found.drivers.length > 0 && (
        <>
          <p className="app-quiet">{t('home:standing.why')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {found.drivers.map(fact => (
              <li key={`${fact.driver} ${fact.record}`}>
                <Driver fact={fact} />
              </li>
            ))}
          </ul>
        </>
      )}
      {risks.map(risk => (
        <RiskSaid key={risk.id} risk={risk} person={person.id} today={today} />
      ))}
      {moves.all > 0 && (
        <p className="app-quiet">
          {t('home:moves', {moves: t('counts:move', {count: moves.all}), unplanned: t('counts:unplanned', {count: moves.unplanned})})}
        </p>
      )}
      {!person.died && (
        <ButtonRow>
          <HomeWay person={person.id} form="homeless" of="tonight" way="tonight" look="warning" />
          <HomeWay person={person.id} form="risk" way="risk" look="second" />
        </ButtonRow>
      )}
    </Card>
  );
}

/** That a home is safe is said where staff have said it: where nothing speaks against it, no more than that. */
function Level({found: {standing, level, drivers}}: {readonly found: HomeStanding}) {
  const {t} = useText();
  const isUnsaid = level === 'none' && drivers.length === 0;
  if (isUnsaid && standing === 'not_known') return null;
  return (
    <p>
      <StatusText tone={isUnsaid ? 'calm' : TONES[level]}>{t(isUnsaid ? 'home:standing.nothing' : `codes:homeRisk.${level}`)}</StatusText>
    </p>
  );
}

function Driver({fact}: {readonly fact: DriverFact}) {
  const {t, format} = useText();
  const what = t(`codes:homeDriver.${fact.driver}`);
  if (fact.on === null) return what;
  return t(fact.isSaid ? 'home:driver.said' : 'home:driver.fact', {what, date: format.longDate(fact.on)});
}

function RiskSaid({
  risk,
  person,
  today,
}: {
  readonly risk: Folded<'home-risk'>;
  readonly person: string;
  readonly today: PartProps['today'];
}) {
  const {t, format} = useText();
  const author = useMemory(memory => staffName(memory, risk.made.author), [risk.made.author]);
  const {data} = risk;
  const what = t(`codes:homeRisk.${data.level}`);
  return (
    <div className="app-words">
      <p>
        <strong>{t('home:risk.said', {name: author ?? t('home:somebody'), date: format.longDate(data.since)})}</strong>
      </p>
      <FreeText words={{text: data.words, lang: 'not_stated'}} />
      <p>
        <StatusText tone={data.lookAgainOn < today ? 'attention' : 'calm'}>
          {t('home:risk.lookAgain', {date: format.longDate(data.lookAgainOn)})}
        </StatusText>
      </p>
      <HomeWay person={person} form="risk-end" of={risk.id} way="riskEnd" what={what} />
    </div>
  );
}
