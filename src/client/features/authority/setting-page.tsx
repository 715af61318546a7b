/**
 * Changing one setting from a day, with a reason, what it means and what holds by default, and everything that has held before. What contradicts another setting
 * is said at the field, by the other's name and value; both the device and the server check it.
 */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import {settingsInForce, SETTING_NAMES, SETTINGS, type SettingName} from '#domain/authority/settings.ts';
import {useText, type Translate} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {ourWords} from './return-codes-draft.ts';
import type {CodesUnit} from './setting-choices.ts';
import {boundsOf, draftOf, readSettingDraft, valueOf, type SettingDraft, type ValueFault} from './setting-draft.ts';
import {NUMBER_LABELS, SettingFields} from './setting-fields.tsx';
import {groupOf} from './setting-groups.ts';
import {SettingHistory} from './setting-history.tsx';
import {contradicted, settingLine, SettingMeaning} from './setting-words.tsx';

export function SettingPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {name: named} = useParams();
  const name = SETTING_NAMES.find(each => each === named);
  if (name === undefined)
    return (
      <Page title={t('common:notFound.title')}>
        <EmptyState>
          <p>{t('common:notFound.words')}</p>
        </EmptyState>
      </Page>
    );
  return may(vault.session.role, 'setting.set', true) ? (
    <SettingForm key={name} name={name} />
  ) : (
    <Page title={t(`authority:name.${name}`)} windowTitle={t('authority:title')}>
      <SettingMeaning name={name} />
      <SettingHistory name={name} />
    </Page>
  );
}

function SettingForm({name}: {readonly name: SettingName}) {
  const text = useText();
  const {t} = text;
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const today = useToday();
  const rows = useMemory(memory => memory.records(null, 'setting'), []);
  const key = `setting/${name}`;
  const draft = useDraft<SettingDraft>(
    key,
    () => draftOf(name, settingsInForce(rows)(name, today) ?? null, partsFromDate(today)),
    readSettingDraft,
  );
  const saving = useSaving(draft, key, () => void navigate(`/authority/${groupOf(name)}`));
  const {value} = draft;
  const change = (part: Partial<SettingDraft>) => draft.change({...value, ...part});
  const [attempt, setAttempt] = useState(0);
  const read = valueOf(name, value);
  const from = dateFromParts(value.from);
  const faults: FormError[] = [];
  if (!read.ok) faults.push(...read.faults.map(fault => ({field: fault.field, message: faultWords(name, fault, t)})));
  if (from === null) faults.push({field: 'from', message: t('authority:form.from.wrong')});
  else if (from < today) faults.push({field: 'from', message: t('authority:form.from.past')});
  if (isTooLongLine(value.reason)) faults.push({field: 'reason', message: t('authority:form.reason.tooLong')});
  if (read.ok && from !== null && from >= today) {
    const other = contradicted(rows, name, {value: read.value, from});
    if (other !== null) {
      const held = settingLine(text, other, settingsInForce(rows)(other, from) ?? null);
      faults.push({field: 'value', message: t('authority:form.contradicts', {name: t(`authority:name.${other}`), value: held})});
    }
  }
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0 || !read.ok || from === null) return;
    const reason = keepableWords(value.reason).trim();
    const command: NewCommand<'setting.set'> = {
      kind: 'setting.set',
      record: vault.newId(),
      person: null,
      body: {name, value: read.value, from, reason: reason === '' ? null : reason},
    };
    await saving.save(command);
  }

  return (
    <Page
      title={t(`authority:name.${name}`)}
      windowTitle={t('authority:title')}
      caption={t(`authority:group.${groupOf(name)}`)}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <SettingMeaning name={name} />
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <SettingFields name={name} draft={value} error={error} onChange={change} />
        <DateField
          id="from"
          label={t('authority:form.from')}
          value={value.from}
          error={error('from')}
          onChange={parts => change({from: parts})}
        />
        <TextInput
          id="reason"
          label={t('authority:form.reason')}
          value={value.reason}
          error={error('reason')}
          onChange={reason => change({reason})}
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
      <SettingHistory name={name} />
    </Page>
  );
}

/** Where nothing of a list was chosen. */
const MISSING = {
  spendTypes: 'authority:form.types.missing',
  weekdays: 'authority:form.weekdays.missing',
  worryKinds: 'authority:form.worryKinds.missing',
} as const;

function faultWords(name: SettingName, fault: ValueFault, t: Translate): string {
  switch (fault.is) {
    case 'number':
      return t('authority:form.number.wrong', {...boundsOf(name)});
    case 'amount':
      return t('authority:form.amount.wrong');
    case 'both':
      return t('authority:form.both');
    case 'tooLong':
      return t('authority:form.text.tooLong');
    case 'types':
      return t(MISSING[SETTINGS[name].unit as CodesUnit]);
    case 'time':
      return t('authority:form.time.wrong');
    case 'choice':
      return t('authority:form.choice.missing');
    case 'code':
      return t('returns:form.wrong', {what: ourWords(t, fault.list, fault.ours)});
    case 'page':
      return t('authority:form.links.wrong', {benefit: t(`codes:benefit.${fault.benefit}`)});
    case 'bothPages':
      return t('authority:form.links.both', {benefit: t(`codes:benefit.${fault.benefit}`)});
    case 'part':
      return numberFaultWords(fault, t);
  }
}

/** Which number and which part of it: several are wrong side by side, and the summary names each. */
function numberFaultWords({part, place, missing}: Extract<ValueFault, {is: 'part'}>, t: Translate): string {
  if (part === 'number') return t('authority:form.numbers.number.wrong', {place});
  if (missing && part === 'cy') return t('authority:form.numbers.nameCy.missing', {place});
  if (missing && part === 'en') return t('authority:form.numbers.nameEn.missing', {place});
  return t('authority:form.numbers.tooLong', {place, label: t(`authority:form.numbers.${NUMBER_LABELS[part]}`)});
}
