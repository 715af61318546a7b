/**
 * Recording a contact (CLR reg 8(1)(g): a written record of every contact). Append-only and locked from the first: a
 * correction is a new entry that names what it amends, and both are kept.
 */
import {commandKind, newRecord} from '../command.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {aheadFault, happenedFault} from '../young-person/days-of-life.ts';
import {contactKind, contactSchema, saysTheyTookPart} from './contact.ts';

export const recordContact = commandKind({
  kind: 'contact.record',
  version: 2,
  // Version 2 asks more of a contact; what version 1 said is all of it.
  casters: {1: body => body},
  action: 'contact.record',
  compartment: 'staff',
  body: contactSchema,
  reads: ['contact', 'young-person'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    // A day of grace: the phone's calendar may be ahead; sync.md B11 flags, it does not refuse, beyond that.
    const {amends, on, nextContactOn} = command.body;
    // A call that nobody answered may have come after a death that nobody knew of.
    const fault =
      happenedFault(records, command, context, 'on', on, {grace: 1, afterDeath: !saysTheyTookPart(command.body)}) ??
      aheadFault(context, 'nextContactOn', nextContactOn);
    if (fault) return refuse(fault);
    if (amends !== null && !records.ofPerson(command.person, 'contact').some(({id}) => id === amends))
      return refuse({code: 'unknown_record', fields: ['amends']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    return ok({status: 'applied', puts: [newRecord(contactKind.kind, command, scope, command.body, context)], grants: []});
  },
});
