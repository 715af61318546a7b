/** Adding a colleague, changing their details, and their last day. */
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {WELSH_LEVELS} from '#domain/authority/authority.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {PeopleToMove, type Accounts} from './people-to-move.tsx';

type Member = Folded<'staff-member'>;
export const staffDraftKey = (id: Id | null): string => `staff/${id ?? 'new'}`;
export const leaveDraftKey = (id: Id): string => `staff-leave/${id}`;

const FIELDS = ['forename', 'surname', 'jobTitle', 'email', 'phone'] as const;
const NOT_RECORDED = 'unknown';
const draftSchema = z.object({
  forename: z.string(),
  surname: z.string(),
  jobTitle: z.string(),
  email: z.string(),
  phone: z.string(),
  welshLevel: z.string(),
});
type StaffDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

const kept = (text: string) => keepableWords(text).trim();

interface FormProps {
  readonly member: Member | null;
  readonly onClose: () => void;
}

export function StaffForm({member, onClose}: FormProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const key = staffDraftKey(member?.id ?? null);
  const draft = useDraft<StaffDraft>(
    key,
    () => ({
      forename: member?.data.forename ?? '',
      surname: member?.data.surname ?? '',
      jobTitle: member?.data.jobTitle ?? '',
      email: member?.data.email ?? '',
      phone: member?.data.phone ?? '',
      welshLevel: String(member?.data.welshLevel ?? NOT_RECORDED),
    }),
    readDraft,
  );
  const saving = useSaving(draft, key, onClose);
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const faults: FormError[] = [];
  if (kept(value.forename) === '') faults.push({field: `${key}-forename`, message: t('authority:staff.name.missing')});
  else if (kept(value.surname) === '') faults.push({field: `${key}-surname`, message: t('authority:staff.name.missing')});
  for (const field of FIELDS)
    if (isTooLongLine(value[field])) faults.push({field: `${key}-${field}`, message: t('authority:staff.tooLong')});
  const shown = attempt === 0 ? [] : faults;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    const body = {
      forename: kept(value.forename),
      surname: kept(value.surname),
      jobTitle: kept(value.jobTitle) || null,
      email: kept(value.email) || null,
      phone: kept(value.phone) || null,
      welshLevel: WELSH_LEVELS.find(level => String(level) === value.welshLevel) ?? null,
    };
    await saving.save({kind: member ? 'staff.change' : 'staff.add', record: member?.id ?? vault.newId(), person: null, body});
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} className="app-action-form" onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      {FIELDS.map(field => (
        <TextInput
          key={field}
          id={`${key}-${field}`}
          label={t(`authority:staff.${field}`)}
          type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
          value={value[field]}
          error={shown.find(each => each.field === `${key}-${field}`)?.message}
          onChange={typed => draft.change({...value, [field]: typed})}
        />
      ))}
      <RadioGroup
        id={`${key}-welshLevel`}
        label={t('authority:staff.welshLevel')}
        value={value.welshLevel}
        onChange={welshLevel => draft.change({...value, welshLevel})}
        choices={[
          ...WELSH_LEVELS.map(level => ({value: String(level), label: t(`authority:staff.welshLevel.${level}`)})),
          {value: NOT_RECORDED, label: t('authority:staff.welshLevel.unknown')},
        ]}
      />
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('authority:form.save')}
        </Button>
        <DiscardDraft
          label={t('common:cancel')}
          look="second"
          asks={draft.keeping !== 'nothing-yet'}
          onDiscard={() => void saving.giveUp()}
        />
      </ButtonRow>
    </form>
  );
}

const dateParts = z.object({day: z.string(), month: z.string(), year: z.string()});

interface LeaveFormProps {
  readonly member: Member;
  readonly accounts: Accounts;
  readonly onClose: () => void;
}

export function LeaveForm({member, accounts, onClose}: LeaveFormProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const key = leaveDraftKey(member.id);
  const draft = useDraft(
    key,
    () => (member.data.endOn === null ? NO_DATE : partsFromDate(member.data.endOn)),
    stored => {
      const read = dateParts.safeParse(stored);
      return read.success ? read.data : null;
    },
  );
  const saving = useSaving(draft, key, onClose);
  const [attempt, setAttempt] = useState(0);
  const on = dateFromParts(draft.value);
  const isOwn = member.id === vault.session.holder;
  const wrong = isOwn ? t('errors:refusal.own_last_day') : on === null ? t('authority:form.from.wrong') : undefined;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (wrong === undefined && on !== null) await saving.save({kind: 'staff.leave', record: member.id, person: null, body: {on}});
  }

  const shown = attempt === 0 || wrong === undefined ? [] : [{field: key, message: wrong}];
  return (
    <form noValidate autoComplete="off" inert={saving.busy} className="app-action-form" onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <DateField
        id={key}
        label={t('authority:staff.leave')}
        hint={t('authority:staff.leave.words')}
        value={draft.value}
        error={shown[0]?.message}
        onChange={draft.change}
      />
      <PeopleToMove
        member={member.id}
        name={`${member.data.forename} ${member.data.surname}`}
        lastDay={on ?? today}
        accounts={accounts}
        always
      />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('authority:form.save')}
        </Button>
        <Button look="second" onPress={() => void saving.giveUp()}>
          {t('common:cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}
