/** A consent is taken back by the young person themselves, on their own device, or by staff whom they told. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';

export const withdrawConsent = commandKind({
  kind: 'consent.withdraw',
  version: 1,
  action: 'consent.withdraw',
  compartment: 'shared',
  movesState: true,
  body: z.object({withdrawnOn: calendarDateSchema}),
  reads: [],
  decide(records, command, {today}) {
    const consent = ownRecord(records.get(command.record), 'consent', command);
    if (!consent.ok) return consent;
    const {data} = consent.value;
    const {withdrawnOn} = command.body;
    if (data['withdrawnOn'] !== null) return refuse({code: 'state_moved', fields: []});
    if (withdrawnOn > today) return refuse({code: 'date_in_future', fields: ['withdrawnOn']});
    if (withdrawnOn < (data['givenOn'] as CalendarDate)) return refuse({code: 'dates_out_of_order', fields: ['withdrawnOn']});
    return ok({status: 'applied', puts: [{...consent.value, data: {...data, withdrawnOn}}], grants: []});
  },
});
