/** Teams: their names in both languages, who leads them and who is in them. One person is in one team. */
import {seenOps} from '#domain/shared/record.ts';
import {useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import type {Id} from '#domain/shared/ids.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {Select} from '#client/ui/choice-fields.tsx';
import {ErrorSummary, type FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {readAs, useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';

type Team = Folded<'team'>;
const keyOf = (id: Id | null) => `team/${id ?? 'new'}`;

export function TeamsPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const teams = useMemory(
    memory => memory.records(null, 'team').toSorted((one, other) => compareNames(one.data.nameEn, other.data.nameEn)),
    [],
  );
  const [making, setMaking] = useState(() => vault.drafts().some(({key}) => key === keyOf(null)));
  const changes = may(vault.session.role, 'team.change', true);
  return (
    <Page title={t('authority:teams')} caption={t('authority:title')}>
      {teams.length === 0 && <p>{t('authority:team.none')}</p>}
      <CardList>
        {teams.map(team => (
          <li key={team.id}>
            <TeamCard team={team} changes={changes} />
          </li>
        ))}
      </CardList>
      {changes &&
        (making ? (
          <TeamForm team={null} onClose={() => setMaking(false)} />
        ) : (
          <Button look="second" onPress={() => setMaking(true)}>
            {t('authority:team.new')}
          </Button>
        ))}
    </Page>
  );
}

function TeamCard({team, changes}: {readonly team: Team; readonly changes: boolean}) {
  const {t, language, format} = useText();
  const {vault} = useOpenVault();
  const [changing, setChanging] = useState(() => vault.drafts().some(({key}) => key === keyOf(team.id)));
  const {data, delivery} = team;
  const name = language === 'cy' ? data.nameCy : data.nameEn;
  const members = useMemory(memory => data.members.flatMap(id => staffName(memory, id) ?? []).toSorted(compareNames), [data.members]);
  const manager = useMemory(memory => staffName(memory, data.manager), [data.manager]);
  if (changing) return <TeamForm team={team} onClose={() => setChanging(false)} />;
  return (
    <Card title={<span translate="no">{name}</span>} aside={t('authority:team.count', {number: format.number(members.length)})}>
      {manager !== null && <LabelledAsWritten label={t('authority:team.manager')}>{manager}</LabelledAsWritten>}
      {members.length > 0 && <LabelledAsWritten label={t('authority:team.members')}>{members.join(', ')}</LabelledAsWritten>}
      {delivery !== 'accepted' && <StatusText tone="waiting">{t('authority:waiting')}</StatusText>}
      {changes && (
        <Button look="quiet" label={t('authority:changeFor', {name})} onPress={() => setChanging(true)}>
          {t('authority:change')}
        </Button>
      )}
    </Card>
  );
}

/** What the form writes; with each, what its author has seen of it. */
const WRITTEN = ['nameCy', 'nameEn', 'manager', 'members'] as const;
const draftSchema = z.object({
  nameCy: z.string(),
  nameEn: z.string(),
  manager: z.string(),
  members: z.array(z.string()),
  seen: z._default(z.record(z.string(), z.array(z.string())), {}),
});
type TeamDraft = z.infer<typeof draftSchema>;

const readDraft = readAs(draftSchema);

function TeamForm({team, onClose}: {readonly team: Team | null; readonly onClose: () => void}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const key = keyOf(team?.id ?? null);
  const draft = useDraft<TeamDraft>(
    key,
    () => ({
      nameCy: team?.data.nameCy ?? '',
      nameEn: team?.data.nameEn ?? '',
      manager: team?.data.manager ?? '',
      members: [...(team?.data.members ?? [])],
      seen: team ? Object.fromEntries(WRITTEN.map(field => [field, seenOps(team, field)])) : {},
    }),
    readDraft,
  );
  const saving = useSaving(draft, key, onClose);
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const change = (part: Partial<TeamDraft>) => draft.change({...value, ...part});
  const staff = useMemory(
    memory =>
      memory
        .records(null, 'staff-member')
        .filter(({id, data}) => data.endOn === null || data.endOn >= today || value.members.includes(id))
        .map(({id, data}) => ({value: id, label: `${data.forename} ${data.surname}`, hint: data.jobTitle ?? undefined}))
        .toSorted((one, other) => compareNames(one.label, other.label)),
    [today, value.members],
  );
  const [nameCy, nameEn] = [keepableWords(value.nameCy).trim(), keepableWords(value.nameEn).trim()];
  const faults: FormError[] = [];
  for (const [field, name] of [
    [`${key}-cy`, nameCy],
    [`${key}-en`, nameEn],
  ] as const) {
    if (name === '') faults.push({field, message: t('authority:team.name.missing')});
    else if (isTooLongLine(name)) faults.push({field, message: t('authority:staff.tooLong')});
  }
  const shown = attempt === 0 ? [] : faults;
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    if (faults.length > 0) return;
    await saving.save({
      kind: 'team.set',
      record: team?.id ?? vault.newId(),
      person: null,
      body: {nameCy, nameEn, manager: value.manager === '' ? null : value.manager, members: value.members},
      bases: value.seen,
    });
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} className="app-action-form" onSubmit={event => void save(event)}>
      <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      <TextInput
        id={`${key}-cy`}
        label={t('authority:team.nameCy')}
        lang="cy"
        value={value.nameCy}
        error={error(`${key}-cy`)}
        onChange={typed => change({nameCy: typed})}
      />
      <TextInput
        id={`${key}-en`}
        label={t('authority:team.nameEn')}
        lang="en"
        value={value.nameEn}
        error={error(`${key}-en`)}
        onChange={typed => change({nameEn: typed})}
      />
      <Select
        id={`${key}-manager`}
        label={t('authority:team.manager')}
        value={value.manager}
        onChange={manager => change({manager})}
        choices={[{value: '', label: ''}, ...staff.map(({value: id, label}) => ({value: id, label}))]}
      />
      <CheckList
        id={`${key}-members`}
        label={t('authority:team.members')}
        hint={t('authority:team.members.hint')}
        chosen={value.members}
        onChange={members => change({members: [...members]})}
        choices={staff}
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
