/**
 * What is asked of the server while somebody looks at a screen, and kept nowhere: inviting a young person, the past of a
 * record, who looked, when the team's devices were last heard of. All of it needs a connection and says so.
 */
import * as z from 'zod/mini';
import {youngPersonInvitationSchema} from '#protocol/account-messages.ts';
import {historyAnswerSchema, looksAnswerSchema, teamAnswerSchema} from '#protocol/history-messages.ts';
import {staffAccountsSchema, staffInvitationSchema} from '#protocol/staff-messages.ts';
import type {Exchange, PeopleOnline} from './contract.ts';
import type {HttpTransport} from './transport.ts';

export function peopleOnline(transport: Pick<HttpTransport, 'ask'>): PeopleOnline {
  const asked = async <Schema extends z.ZodMiniType>(
    method: 'GET' | 'POST',
    url: string,
    schema: Schema,
    body?: unknown,
  ): Promise<Exchange<z.infer<Schema>>> => {
    const answered = await transport.ask(method, url, schema, body);
    return answered.ok ? answered : {ok: false, code: answered.error.code};
  };
  return {
    inviteYoungPerson: person => asked('POST', `/api/people/${person}/invitation`, youngPersonInvitationSchema),
    endAccess: person => asked('POST', `/api/people/${person}/end-access`, z.object({})),
    history: record => asked('GET', `/api/records/${record}/history`, historyAnswerSchema),
    looks: person => asked('GET', `/api/people/${person}/looks`, looksAnswerSchema),
    team: () => asked('GET', '/api/team', teamAnswerSchema),
    accounts: () => asked('GET', '/api/staff/accounts', staffAccountsSchema),
    inviteStaff: (member, role) => asked('POST', `/api/staff/${member}/invitation`, staffInvitationSchema, {role}),
    alarms: async () => asked('GET', '/api/alarms', (await import('#protocol/alarm-messages.ts')).alarmListSchema),
    switchAccount: (member, disabled) => asked('POST', `/api/staff/${member}/account`, z.object({}), {disabled}),
  };
}
