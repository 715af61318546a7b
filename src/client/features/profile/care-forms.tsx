/** Forms of the time looked after, with the category that would come of it, and of being detained. */
import {authorityChoices, authorityOf, OTHER_AUTHORITY} from '#client/case/records/authority-choices.ts';
import {ACCOMMODATION_TYPES} from '#domain/accommodation/codes.ts';
import {CATEGORIES, LEGAL_STATUSES, REASONS_CEASED} from '#domain/young-person/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {useText} from '#client/i18n/text.ts';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {NewCommand} from '#client/vault/contract.ts';
import {codesOf, yesOrNo} from '#client/forms/entry-choices.ts';
import type {Entry} from '#client/forms/entry.ts';
import {send, type EntryContext, type EntryField, type EntryForm} from '#client/forms/entry-form.ts';
import {NowAndThen, PreviewBox, standingWith} from './preview.tsx';

const days = (entry: Entry) => ({startOn: must(entry.date('startOn'), 'the form asks for it'), endOn: entry.date('endOn')});
const described = (entry: Entry) => ({
  legalStatus: entry.code('legalStatus', LEGAL_STATUSES),
  lastPlacement: entry.line('lastPlacement'),
  reasonCeased: entry.code('reasonCeased', REASONS_CEASED),
});

function CategoryPreview({entry, context}: {readonly entry: Entry; readonly context: EntryContext}) {
  const {t} = useText();
  const {own, record, person} = context;
  const startOn = entry.date('startOn');
  const endOn = entry.date('endOn');
  if (startOn === null || entry.isWrongDate('endOn') || (endOn !== null && endOn < startOn)) return null;
  const before = record?.data as DataOf<'looked-after-period'> | undefined;
  const data: DataOf<'looked-after-period'> = {
    authority: '',
    reviewsHeld: null,
    lastReviewOn: null,
    ...before,
    ...described(entry),
    startOn,
    endOn,
  };
  const changed: DomainRecord = {...(record ?? own), id: record?.id ?? '', kind: 'looked-after-period', person, data, heads: {}};
  return (
    <PreviewBox>
      <SummaryList
        compact
        facts={[
          {
            label: t('person:identity.category'),
            value: (
              <NowAndThen
                now={t(`codes:category.${standingWith(context, null).category}`)}
                then={t(`codes:category.${standingWith(context, changed).category}`)}
              />
            ),
          },
        ]}
      />
    </PreviewBox>
  );
}

const DAYS: readonly EntryField[] = [
  {name: 'startOn', as: 'date', label: 'periodStart', needed: true},
  {name: 'endOn', as: 'date', label: 'periodEnd'},
];
/** Homes by their kinds; what an old system called one stays to be chosen. */
const homes: NonNullable<EntryField['choices']> = context => {
  const known = context.record?.data['lastPlacement'];
  const isOther = typeof known === 'string' && known !== '' && !(ACCOMMODATION_TYPES as readonly string[]).includes(known);
  return [...codesOf('home', ACCOMMODATION_TYPES)(context), ...(isOther ? [{value: known, label: {written: known}}] : [])];
};

const DESCRIBED: readonly EntryField[] = [
  {name: 'legalStatus', as: 'select', choices: codesOf('legalStatus', LEGAL_STATUSES)},
  {name: 'lastPlacement', as: 'select', choices: homes},
  {name: 'reasonCeased', as: 'select', choices: codesOf('reasonCeased', REASONS_CEASED), when: entry => entry.raw('endOn') !== ''},
];
const PERIOD_REFUSALS = {
  'out_of_range startOn': 'profile:refusal.beforeBirth',
  'date_in_future startOn': 'profile:refusal.startInFuture',
  'out_of_range endOn': 'profile:refusal.endFar',
  'dates_out_of_order endOn': 'profile:refusal.endBeforeStart',
} as const;

/** A day of the person's own record that is set by itself, and can be taken back. */
const dayOfLife = (
  action: EntryForm['action'],
  field: 'diedOn' | 'toldUsOn',
  command: (context: EntryContext, on: CalendarDate | null) => NewCommand,
): EntryForm => ({
  action,
  changes: 'young-person',
  fields: [{name: field, as: 'date'}],
  begin: ({own}) => ({[field]: own.data[field]}),
  commands: (entry, context) => [command(context, entry.date(field))],
  refusals: {[`date_in_future ${field}`]: 'profile:refusal.notInFuture', [`out_of_range ${field}`]: 'profile:refusal.beforeBirth'},
});

const DETAINED: readonly EntryField[] = [
  {name: 'place', as: 'line', label: 'detentionPlace', needed: true},
  {name: 'convicted', as: 'radio', needed: true, choices: yesOrNo('convicted')},
];
const RELEASE_EXPECTED: EntryField = {name: 'expectedReleaseOn', as: 'date'};
const detained = (entry: Entry) => ({
  place: entry.name('place'),
  convicted: entry.flag('convicted') === true,
  expectedReleaseOn: entry.date('expectedReleaseOn'),
});
const DETENTION_REFUSALS = {
  overlaps: 'profile:refusal.detained',
  'overlaps startOn': 'profile:refusal.detained',
  'dates_out_of_order expectedReleaseOn': 'profile:refusal.endBeforeStart',
  'out_of_range expectedReleaseOn': 'profile:refusal.endFar',
} as const;

export const CARE_FORMS = {
  death: dayOfLife('death.record', 'diedOn', ({own, person}, diedOn) =>
    send<'death.record'>({kind: 'death.record', record: own.id, person, body: {diedOn}}),
  ),
  'told-us': dayOfLife('profile.write', 'toldUsOn', ({own, person}, toldUsOn) =>
    send<'told-us.set'>({kind: 'told-us.set', record: own.id, person, body: {toldUsOn}}),
  ),
  'new-category': {
    action: 'category.decide',
    fields: [
      {name: 'category', as: 'select', needed: true, choices: codesOf('category', CATEGORIES)},
      {name: 'since', as: 'date', label: 'categorySince', needed: true},
      {name: 'reason', as: 'text', label: 'categoryReason', needed: true},
    ],
    begin: ({today}) => ({since: today}),
    commands: (entry, {vault, person}) => [
      send<'category.decide'>({
        kind: 'category.decide',
        record: vault.newId(),
        person,
        body: {
          category: must(entry.code('category', CATEGORIES), 'the form asks for it'),
          since: must(entry.date('since'), 'the form asks for it'),
          reason: entry.name('reason'),
        },
      }),
    ],
    refusals: {
      'date_in_future since': 'profile:refusal.notInFuture',
      'out_of_range since': 'profile:refusal.beforeBirth',
      'overlaps since': 'profile:refusal.decidedAlready',
    },
  },
  'category-end': {
    action: 'category.decide',
    changes: 'category-override',
    fields: [{name: 'endedOn', as: 'date', label: 'categoryEnd', needed: true}],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'category.end-decision'>({
        kind: 'category.end-decision',
        record: must(record, 'there is a decision').id,
        person,
        body: {endedOn: must(entry.date('endedOn'), 'the form asks for it')},
      }),
    ],
    refusals: {'dates_out_of_order endedOn': 'profile:refusal.endBeforeStart', 'date_in_future endedOn': 'profile:refusal.notInFuture'},
  },
  'new-period': {
    action: 'profile.write',
    fields: [
      ...DAYS,
      {name: 'authority', as: 'select', needed: true, choices: authorityChoices},
      {name: 'authorityName', as: 'line', needed: true, when: entry => entry.raw('authority') === OTHER_AUTHORITY},
      ...DESCRIBED,
    ],
    begin: ({vault}) => ({authority: vault.session.authority.code}),
    commands: (entry, {vault, person}) => [
      send<'looked-after-period.add'>({
        kind: 'looked-after-period.add',
        record: vault.newId(),
        person,
        body: {...days(entry), ...described(entry), authority: authorityOf(entry)},
      }),
    ],
    refusals: PERIOD_REFUSALS,
    Preview: CategoryPreview,
  },
  period: {
    action: 'profile.write',
    changes: 'looked-after-period',
    fields: [...DAYS, ...DESCRIBED],
    begin: ({record}) => record?.data ?? {},
    commands: (entry, {record, person}) => {
      const {id} = must(record, 'there is a period');
      const commands: NewCommand[] = [];
      if (entry.has('startOn', 'endOn'))
        commands.push(
          send<'looked-after-period.correct'>({
            kind: 'looked-after-period.correct',
            record: id,
            person,
            body: entry.changes(days(entry)).body,
          }),
        );
      if (entry.has('legalStatus', 'lastPlacement', 'reasonCeased'))
        commands.push(
          send<'looked-after-period.change'>({kind: 'looked-after-period.change', record: id, person, ...entry.changes(described(entry))}),
        );
      return commands;
    },
    refusals: PERIOD_REFUSALS,
    Preview: CategoryPreview,
  },
  'new-detention': {
    action: 'profile.write',
    fields: [...DETAINED, {name: 'startOn', as: 'date', label: 'detentionStart', needed: true}, RELEASE_EXPECTED],
    begin: () => ({}),
    commands: (entry, {vault, person}) => [
      send<'detention.enter'>({
        kind: 'detention.enter',
        record: vault.newId(),
        person,
        body: {...detained(entry), startOn: must(entry.date('startOn'), 'the form asks for it')},
      }),
    ],
    refusals: DETENTION_REFUSALS,
  },
  detention: {
    action: 'profile.write',
    changes: 'detention',
    fields: [...DETAINED, RELEASE_EXPECTED],
    begin: ({record}) => record?.data ?? {},
    commands: (entry, {record, person}) => [
      send<'detention.change'>({
        kind: 'detention.change',
        record: must(record, 'there is a detention').id,
        person,
        ...entry.changes(detained(entry)),
      }),
    ],
    refusals: DETENTION_REFUSALS,
  },
  release: {
    action: 'profile.write',
    changes: 'detention',
    fields: [{name: 'releasedOn', as: 'date', needed: true}],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'detention.release'>({
        kind: 'detention.release',
        record: must(record, 'there is a detention').id,
        person,
        body: {releasedOn: must(entry.date('releasedOn'), 'the form asks for it')},
      }),
    ],
    refusals: {'dates_out_of_order releasedOn': 'profile:refusal.endBeforeStart'},
  },
} satisfies Readonly<Record<string, EntryForm>>;
