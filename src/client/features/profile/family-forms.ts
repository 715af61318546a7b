/** Forms of own children and of the right to stay. */
import {IMMIGRATION_STATUSES} from '#domain/young-person/codes.ts';
import {immigrationId} from '#domain/young-person/family-commands.ts';
import {must} from '#domain/shared/result.ts';
import {codesOf, yesNoOrNone} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryField, type EntryForm} from '#client/forms/entry-form.ts';

const CHILD: readonly EntryField[] = [
  {name: 'name', as: 'line', label: 'personName'},
  {name: 'bornOrDueOn', as: 'date'},
  {name: 'socialWorker', as: 'line', label: 'childSocialWorker'},
  {name: 'note', as: 'text', label: 'personNotes'},
];
const child = (entry: Entry) => ({
  name: entry.line('name'),
  bornOrDueOn: entry.date('bornOrDueOn'),
  socialWorker: entry.line('socialWorker'),
  note: entry.line('note'),
});
const CHILD_REFUSALS = {
  'words_missing name': 'profile:refusal.childUnknown',
  'out_of_range bornOrDueOn': 'profile:refusal.endFar',
} as const;

export const FAMILY_FORMS = {
  'new-child': {
    action: 'profile.write',
    fields: CHILD,
    begin: () => ({}),
    commands: (entry, {vault, person}) => [
      send<'own-child.add'>({kind: 'own-child.add', record: vault.newId(), person, body: child(entry)}),
    ],
    refusals: CHILD_REFUSALS,
  },
  child: {
    action: 'profile.write',
    changes: 'own-child',
    fields: CHILD,
    begin: ({record}) => record?.data ?? {},
    commands: (entry, {record, person}) => [
      send<'own-child.change'>({
        kind: 'own-child.change',
        record: must(record, 'there is a child').id,
        person,
        ...entry.changes(child(entry)),
      }),
    ],
    refusals: CHILD_REFUSALS,
  },
  immigration: {
    action: 'profile.write',
    changes: 'immigration',
    /** One record a person, of which there may be none yet. */
    find: (memory, person) => memory.records(person, 'immigration').at(-1) ?? null,
    fields: [
      {name: 'status', as: 'select', label: 'immigrationStatus', choices: codesOf('immigration', IMMIGRATION_STATUSES)},
      {name: 'unaccompanied', as: 'radio', choices: yesNoOrNone('unaccompanied')},
      {name: 'leaveExpiresOn', as: 'date'},
      {name: 'appealRightsExhaustedOn', as: 'date'},
      {name: 'schedule3', as: 'radio', choices: yesNoOrNone('schedule3')},
    ],
    begin: ({record}) => record?.data ?? {},
    commands: (entry, {record, person}) => {
      const {body, bases} = entry.changes({
        status: entry.code('status', IMMIGRATION_STATUSES),
        unaccompanied: entry.flag('unaccompanied'),
        leaveExpiresOn: entry.date('leaveExpiresOn'),
        appealRightsExhaustedOn: entry.date('appealRightsExhaustedOn'),
        schedule3: entry.flag('schedule3'),
      });
      return [
        send<'immigration.write'>({
          kind: 'immigration.write',
          record: record?.id ?? immigrationId(person),
          person,
          body,
          ...(record === null ? {} : {bases}),
        }),
      ];
    },
  },
} satisfies Readonly<Record<string, EntryForm>>;
