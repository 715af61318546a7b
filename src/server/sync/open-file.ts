/** A whole file opened online by a role that holds it on demand (manager, deputy), or of it what is with duty: noted in the audit, kept nowhere. */
import {may} from '#domain/access/permissions.ts';
import {compartmentsOf} from '#domain/access/roles.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {FileAnswer} from '#protocol/messages.ts';
import {publisherOf, type Exchange} from './exchange.ts';
import {openAlarms} from './open-alarms.ts';

/** @throws ProtocolError not_found: also when the person is somebody else's or does not exist. */
export async function openFile(exchange: Exchange, person: Id): Promise<FileAnswer> {
  const {storage, signedIn} = exchange;
  if (may(signedIn.role, 'duty.work', false)) return openAlarms(exchange, person);
  if (!may(signedIn.role, 'file.open', false)) throw new ProtocolError('not_found');
  return storage.transaction(signedIn.authority, async store => {
    const onDemand = compartmentsOf(signedIn.role, 'on_demand');
    const scopes = (await store.scopesOf(person)).filter(scope => onDemand.includes(scope.compartment));
    if (scopes.length === 0) throw new ProtocolError('not_found');
    const ids = new Set(scopes.map(scope => scope.id));
    const records = (await store.recordsOf(person)).filter(record => ids.has(record.scope));
    await store.audit({at: publisherOf(exchange).now, account: signedIn.account, action: 'file.open', person});
    return {
      person,
      records: records as FileAnswer['records'],
      scopes: scopes.map(scope => ({scope: scope.id, grant: scope.id, person: scope.person, compartment: scope.compartment, until: null})),
    };
  });
}
