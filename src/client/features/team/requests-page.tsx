/**
 * Requests that wait for a decision, to St David's Day Fund and for help with the costs of learning, of the whole team, the most urgent
 * day first: from the headlines on this device, so without a connection too. Each leads to its part of the file, which opens online.
 */
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {dueWords} from '#client/case/deadlines/deadline-words.ts';
import {peopleOnDevice, staffName} from '#client/case/person/people-on-device.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {requestsToDecide} from './team-people.ts';

export function RequestsPage() {
  const text = useText();
  const {t} = text;
  const today = useToday();
  const people = useMemory(memory => peopleOnDevice(memory, today), [today]);
  const requests = requestsToDecide(people);
  return (
    <Page title={t('team:fund.title')}>
      <LinkButton look="quiet" to="/team">
        {t('team:fund.back')}
      </LinkButton>
      <p className="govuk-hint">{t('team:fund.intro')}</p>
      {requests.length === 0 ? (
        <EmptyState>
          <p>{t('team:fund.none')}</p>
        </EmptyState>
      ) : (
        <CardList columns>
          {requests.map(({what, person, on, key}) => (
            <li key={key}>
              <Card
                level={2}
                title={person.knownAs}
                to={`/people/${person.id}/${what === 'fund_decision' ? 'money' : 'learning'}`}
                aside={t('common:age', {age: person.age})}
                tone={on <= today ? 'attention' : 'plain'}
              >
                <p>{t(`deadlines:what.${what}`)}</p>
                <p>
                  <StatusText tone={on <= today ? 'attention' : 'waiting'}>{dueWords({on}, text, today)}</StatusText>
                </p>
                {person.adviser !== null && <Adviser adviser={person.adviser} />}
              </Card>
            </li>
          ))}
        </CardList>
      )}
    </Page>
  );
}

function Adviser({adviser}: {readonly adviser: Id}) {
  const {t} = useText();
  const name = useMemory(memory => staffName(memory, adviser), [adviser]) ?? t('common:formerColleague');
  return <p className="app-quiet">{t('team:fund.adviser', {name})}</p>;
}
