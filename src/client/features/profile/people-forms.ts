/** Forms of important people and professionals: somebody new, what is known of them, and their last day. */
import {PERSONAL_RELATIONS, PROFESSIONAL_RELATIONS, RELATIONS} from '#domain/young-person/profile-codes.ts';
import {must} from '#domain/shared/result.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {codesOf, readers, yesNoOrNone} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryField, type EntryForm} from '#client/forms/entry-form.ts';

const known = (entry: Entry) => ({
  name: entry.name('name'),
  relation: must(entry.code('relation', RELATIONS), 'the form asks for it'),
  relationWords: entry.line('relationWords'),
  organisation: entry.line('organisation'),
  phone: entry.line('phone'),
  email: entry.line('email'),
  mayContact: entry.flag('mayContact'),
  notes: entry.line('notes'),
  startOn: entry.date('startOn'),
});

const AFTER_RELATION: readonly EntryField[] = [
  {name: 'phone', as: 'tel'},
  {name: 'email', as: 'email'},
  {name: 'mayContact', as: 'radio', choices: yesNoOrNone('mayContact')},
  {name: 'notes', as: 'text', label: 'personNotes'},
];
const PERSONAL: readonly EntryField[] = [
  {name: 'name', as: 'line', label: 'personName', needed: true},
  {name: 'relation', as: 'select', needed: true, choices: codesOf('relation', PERSONAL_RELATIONS)},
  {name: 'relationWords', as: 'line'},
  ...AFTER_RELATION,
];
const PROFESSIONAL: readonly EntryField[] = [
  {name: 'name', as: 'line', label: 'personName', needed: true},
  {name: 'relation', as: 'select', label: 'role', needed: true, choices: codesOf('relation', PROFESSIONAL_RELATIONS)},
  {name: 'organisation', as: 'line'},
  ...AFTER_RELATION,
  {name: 'startOn', as: 'date', label: 'personStart'},
];
const READERS: EntryField = {
  name: 'to',
  as: 'radio',
  label: 'personReaders',
  needed: true,
  choices: readers('personReaders', ['staff', 'shared']),
};

const added = (fields: readonly EntryField[]): EntryForm => ({
  action: 'profile.write',
  fields: [...fields, READERS],
  begin: () => ({}),
  commands: (entry, {vault, person}) => [
    send<'important-person.add'>({
      kind: 'important-person.add',
      record: vault.newId(),
      person,
      body: {...known(entry), to: must(entry.code('to', ['staff', 'shared']), 'the form asks for it')},
    }),
  ],
});

const changed = (fields: readonly EntryField[]): EntryForm => ({
  action: 'profile.write',
  changes: 'important-person',
  fields: [...fields, READERS],
  // Moved meanwhile, the form says so by itself: what is left is what must not go along.
  refusals: {state_moved: 'profile:refusal.heldBack'},
  begin: ({record, vault, person}) => ({...record?.data, to: record?.scope === vault.memory.scope(person, 'shared') ? 'shared' : 'staff'}),
  commands: (entry, {record, person}) => {
    const {id} = must(record, 'there is somebody');
    const change = entry.changes(known(entry));
    const commands: NewCommand[] = [];
    if (Object.keys(change.body).length > 0)
      commands.push(send<'important-person.change'>({kind: 'important-person.change', record: id, person, ...change}));
    // Last, so that what goes to the young person goes as it was changed.
    if (entry.has('to'))
      commands.push(
        send<'important-person.move'>({
          kind: 'important-person.move',
          record: id,
          person,
          body: {to: must(entry.code('to', ['staff', 'shared']), 'the form asks for it')},
        }),
      );
    return commands;
  },
});

export const PEOPLE_FORMS = {
  'new-person': added(PERSONAL),
  'new-professional': added(PROFESSIONAL),
  person: changed(PERSONAL),
  professional: changed(PROFESSIONAL),
  'person-end': {
    action: 'profile.write',
    changes: 'important-person',
    fields: [{name: 'endOn', as: 'date', label: 'lastDay', needed: true}],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'important-person.end'>({
        kind: 'important-person.end',
        record: must(record, 'there is somebody').id,
        person,
        body: {endOn: must(entry.date('endOn'), 'the form asks for it')},
      }),
    ],
    refusals: {'dates_out_of_order endOn': 'profile:refusal.endBeforeStart'},
  },
} satisfies Readonly<Record<string, EntryForm>>;
