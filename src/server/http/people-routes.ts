/** Routes about one young person, one record or the team, each for somebody signed in. */
import {may} from '#domain/access/permissions.ts';
import {isId} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {FileAnswer} from '#protocol/messages.ts';
import type {TeamAnswer} from '#protocol/history-messages.ts';
import {recordHistory, whoLooked} from '#server/operations/read-history.ts';
import {endAccess, inviteYoungPerson} from '#server/operations/young-person-access.ts';
import {listDutyAlarms} from '#server/sync/open-alarms.ts';
import {openFile} from '#server/sync/open-file.ts';
import {account, exchangeOf, type Asked, type Route} from './route.ts';

const named = ({request}: Asked, name: 'person' | 'record') => (request.params as Record<string, string>)[name] ?? '';

async function personFile(asked: Asked): Promise<FileAnswer> {
  const person = named(asked, 'person');
  if (!isId(person)) throw new ProtocolError('not_found');
  return openFile(exchangeOf(asked), person);
}

async function team(asked: Asked): Promise<TeamAnswer> {
  const {signedIn} = exchangeOf(asked);
  if (!may(signedIn.role, 'team.look', false)) throw new ProtocolError('not_found');
  const accounts = await asked.services.accounts.accountsOf(signedIn.authority);
  const staff = accounts.filter(({role, disabled}) => role !== 'young_person' && !disabled);
  return {
    devices: staff.map(({holder, role, lastSeenAt, unsent, attention, unsentSince}) => ({
      holder,
      role,
      lastSeenAt,
      unsent,
      attention,
      unsentSince,
    })),
  };
}

export const PEOPLE_ROUTES: readonly Route[] = [
  {...account('/api/people/:person/file', 120), method: 'GET', answer: personFile},
  {
    ...account('/api/people/:person/looks', 60),
    method: 'GET',
    answer: asked => whoLooked(exchangeOf(asked), asked.services.history, named(asked, 'person')),
  },
  {
    ...account('/api/people/:person/invitation', 20),
    method: 'POST',
    answer: asked => inviteYoungPerson(exchangeOf(asked), asked.services.identity, named(asked, 'person')),
  },
  {
    ...account('/api/people/:person/end-access', 20),
    method: 'POST',
    answer: asked => endAccess(exchangeOf(asked), asked.services.identity, named(asked, 'person')),
  },
  {
    ...account('/api/records/:record/history', 120),
    method: 'GET',
    answer: asked => recordHistory(exchangeOf(asked), asked.services.history, named(asked, 'record')),
  },
  {...account('/api/team', 60), method: 'GET', answer: team},
  {...account('/api/duty', 120), method: 'GET', answer: asked => listDutyAlarms(exchangeOf(asked))},
];
