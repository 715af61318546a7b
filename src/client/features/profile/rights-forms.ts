/** Forms of asking for one's records and of complaints. */
import {must} from '#domain/shared/result.ts';
import {COMPLAINT_STAGES} from '#domain/worry/codes.ts';
import {codesOf, yesOrNo} from '#client/forms/entry-choices.ts';
import {send, type EntryForm} from '#client/forms/entry-form.ts';

const NEXT_STAGES = ['investigation', 'closed'] as const;

export const RIGHTS_FORMS = {
  'new-request': {
    action: 'rights.write',
    fields: [
      {name: 'askedOn', as: 'date', needed: true},
      {name: 'words', as: 'words', label: 'requestWords'},
    ],
    begin: ({today}) => ({askedOn: today}),
    commands: (entry, {vault, person}) => [
      send<'access-request.record'>({
        kind: 'access-request.record',
        record: vault.newId(),
        person,
        body: {askedOn: must(entry.date('askedOn'), 'the form asks for it'), words: entry.words('words')},
      }),
    ],
  },
  'request-longer': {
    action: 'rights.write',
    changes: 'access-request',
    fields: [
      {name: 'extendedOn', as: 'date', needed: true},
      {name: 'extendedBecause', as: 'text', needed: true},
    ],
    begin: ({today}) => ({extendedOn: today}),
    commands: (entry, {record, person}) => [
      send<'access-request.extend'>({
        kind: 'access-request.extend',
        record: must(record, 'there is a request').id,
        person,
        body: {extendedOn: must(entry.date('extendedOn'), 'the form asks for it'), extendedBecause: entry.name('extendedBecause')},
      }),
    ],
    refusals: {'dates_out_of_order extendedOn': 'profile:refusal.endBeforeStart'},
  },
  'request-answer': {
    action: 'rights.write',
    changes: 'access-request',
    fields: [{name: 'answeredOn', as: 'date', needed: true}],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'access-request.answer'>({
        kind: 'access-request.answer',
        record: must(record, 'there is a request').id,
        person,
        body: {answeredOn: must(entry.date('answeredOn'), 'the form asks for it')},
      }),
    ],
    refusals: {'dates_out_of_order answeredOn': 'profile:refusal.endBeforeStart'},
  },
  'new-complaint': {
    action: 'rights.write',
    fields: [
      {name: 'raisedOn', as: 'date', needed: true},
      {name: 'words', as: 'words', label: 'complaintWords', needed: true},
      {name: 'advocateOffered', as: 'radio', needed: true, choices: yesOrNo('advocateOffered')},
    ],
    begin: ({today}) => ({raisedOn: today}),
    commands: (entry, {vault, person}) => [
      send<'complaint.record'>({
        kind: 'complaint.record',
        record: vault.newId(),
        person,
        body: {
          raisedOn: must(entry.date('raisedOn'), 'the form asks for it'),
          words: must(entry.words('words'), 'the form asks for it'),
          advocateOffered: entry.flag('advocateOffered') === true,
        },
      }),
    ],
  },
  complaint: {
    action: 'rights.write',
    changes: 'complaint',
    fields: [
      {
        name: 'stage',
        as: 'radio',
        needed: true,
        choices: context => {
          const at = COMPLAINT_STAGES.findIndex(stage => stage === context.record?.data['stage']);
          return codesOf('complaintStage', COMPLAINT_STAGES.slice(at + 1))(context);
        },
      },
      {name: 'outcome', as: 'text', needed: true, when: entry => entry.raw('stage') === 'closed'},
    ],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'complaint.move'>({
        kind: 'complaint.move',
        record: must(record, 'there is a complaint').id,
        person,
        body: {
          stage: must(entry.code('stage', NEXT_STAGES), 'the form asks for it'),
          outcome: entry.raw('stage') === 'closed' ? entry.line('outcome') : null,
        },
      }),
    ],
  },
} satisfies Readonly<Record<string, EntryForm>>;
