/** Forms of alerts: a new one, its words and review date, and its last day. */
import {ALERTS} from '#domain/young-person/codes.ts';
import {must} from '#domain/shared/result.ts';
import {codesOf, readers} from '#client/forms/entry-choices.ts';
import {send, type EntryForm} from '#client/forms/entry-form.ts';

const REVIEW_REFUSALS = {'date_past reviewOn': 'profile:refusal.reviewPast', 'out_of_range reviewOn': 'profile:refusal.reviewFar'} as const;

export const ALERT_FORMS = {
  'new-alert': {
    action: 'alert.write',
    fields: [
      {name: 'code', as: 'select', label: 'alertCode', needed: true, choices: codesOf('alert', ALERTS)},
      {name: 'text', as: 'text', label: 'alertText', needed: true},
      {name: 'startOn', as: 'date', label: 'alertStart', needed: true},
      {name: 'reviewOn', as: 'date', needed: true},
      {name: 'to', as: 'radio', label: 'alertReaders', needed: true, choices: readers('alertReaders', ['restricted', 'shared'])},
    ],
    begin: ({today}) => ({startOn: today}),
    commands: (entry, {vault, person}) => [
      send<'alert.write'>({
        kind: 'alert.write',
        record: vault.newId(),
        person,
        body: {
          code: must(entry.code('code', ALERTS), 'the form asks for it'),
          text: entry.name('text'),
          startOn: must(entry.date('startOn'), 'the form asks for it'),
          reviewOn: must(entry.date('reviewOn'), 'the form asks for it'),
          to: must(entry.code('to', ['restricted', 'shared']), 'the form asks for it'),
        },
      }),
    ],
    refusals: REVIEW_REFUSALS,
  },
  alert: {
    action: 'alert.write',
    changes: 'alert',
    fields: [
      {name: 'text', as: 'text', label: 'alertText', needed: true},
      {name: 'reviewOn', as: 'date'},
    ],
    begin: ({record}) => record?.data ?? {},
    commands: (entry, {record, person}) => [
      send<'alert.change'>({
        kind: 'alert.change',
        record: must(record, 'there is an alert').id,
        person,
        ...entry.changes({text: entry.name('text'), reviewOn: entry.date('reviewOn')}),
      }),
    ],
    refusals: REVIEW_REFUSALS,
  },
  'alert-end': {
    action: 'alert.write',
    changes: 'alert',
    fields: [{name: 'endOn', as: 'date', label: 'lastDay', needed: true}],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'alert.end'>({
        kind: 'alert.end',
        record: must(record, 'there is an alert').id,
        person,
        body: {endOn: must(entry.date('endOn'), 'the form asks for it')},
      }),
    ],
    refusals: {'dates_out_of_order endOn': 'profile:refusal.endBeforeStart'},
  },
} satisfies Readonly<Record<string, EntryForm>>;
