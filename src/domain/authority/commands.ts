/** Setting a value from a date. Past rows stay: compliance is judged by what was in force (edge case 30). */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalLine} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {SETTING_NAMES, SETTINGS, type SettingName} from './authority.ts';

export const setSetting = commandKind({
  kind: 'setting.set',
  version: 1,
  action: 'setting.set',
  compartment: 'settings',
  body: z.object({
    name: z.enum(SETTING_NAMES as [SettingName, ...SettingName[]]),
    value: z.number(),
    from: calendarDateSchema,
    reason: optionalLine,
  }),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (!SETTINGS[command.body.name].schema.safeParse(command.body.value).success) return refuse({code: 'out_of_range', fields: ['value']});
    if (command.body.from < context.today) return refuse({code: 'date_past', fields: ['from']});
    const scope = must(records.scope(null, 'settings'), 'an authority has a settings scope');
    return ok({status: 'applied', puts: [newRecord('setting', command, scope, command.body, context)], grants: []});
  },
});
