/** Worries that nobody has closed: what each is about, who has read it, and what came of it, which the young person can read too. */
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import {WORRY_KINDS} from '#domain/worry/codes.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/features/kept-form.tsx';
import {isTooLongText, keepableWords} from '#client/features/keepable-words.ts';
import {staffName} from '#client/features/people-on-device.ts';
import {readAs} from '#client/features/use-draft.ts';
import {useSaveNow} from '#client/features/use-save-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import type {PartProps} from './part.ts';

type Worry = Folded<'worry'>;

export function Worries({person}: PartProps) {
  const {t} = useText();
  const open = useMemory(
    memory =>
      memory
        .records(person.id, 'worry')
        .filter(worry => !struckOut(worry) && worry.data.closedAt === null)
        .toSorted((one, other) => WORRY_KINDS.indexOf(one.data.about) - WORRY_KINDS.indexOf(other.data.about)),
    [person.id],
  );
  if (open.length === 0) return null;
  return (
    <Section title={t('person:worries')}>
      <CardList>
        {open.map(worry => (
          <li key={worry.id}>
            <WorryCard worry={worry} name={person.knownAs} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function WorryCard({worry, name}: {readonly worry: Worry; readonly name: string}) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const {data} = worry;
  const shared = useMemory(memory => memory.scope(worry.person, 'shared'), [worry.person]);
  const author = useMemory(memory => staffName(memory, worry.made.author), [worry.made.author]);
  const readers = useMemory(memory => data.seenBy.flatMap(({holder}) => staffName(memory, holder) ?? []), [data.seenBy]);
  const isOwn = worry.made.author === worry.person;
  const mayAnswer = may(vault.session.role, 'worry.answer', true);
  const hasSeen = data.seenBy.some(({holder}) => holder === vault.session.holder);
  const see = useSaveNow();
  return (
    <Card level={3} tone="attention" title={t(`codes:worry.${data.about}`)} aside={format.longDate(calendarDateInWales(data.raisedAt))}>
      <p>{isOwn ? t('person:worry.own', {name}) : t('person:worry.by', {name: author ?? t('person:worry.somebody')})}</p>
      {data.words && <FreeText quoted words={data.words} />}
      <p>
        <StatusText tone={readers.length === 0 ? 'attention' : 'waiting'}>
          {readers.length === 0 ? t('person:worry.unread') : t('person:worry.read', {names: format.listNames(readers)})}
        </StatusText>
      </p>
      {worry.scope !== shared && <p className="app-quiet">{t('person:worry.staffOnly', {name})}</p>}
      {mayAnswer && !hasSeen && (
        <Button
          look="second"
          busy={see.busy}
          onPress={() => void see.save({kind: 'worry.see', record: worry.id, person: worry.person, body: {}})}
        >
          {t('person:worry.see')}
        </Button>
      )}
      {see.refused !== null && <p role="alert">{see.refused}</p>}
      {mayAnswer && <CloseWorry worry={worry} isShared={worry.scope === shared} name={name} />}
    </Card>
  );
}

const draftSchema = z.object({outcome: z.string()});
const readDraft = readAs(draftSchema);

interface CloseProps {
  readonly worry: Worry;
  readonly isShared: boolean;
  readonly name: string;
}

function CloseWorry(props: CloseProps) {
  const {t} = useText();
  const draftKey = `worry-close/${props.worry.person}/${props.worry.id}`;
  return (
    <FoldedForm summary={t('person:worry.close')} draftKey={draftKey}>
      {onClose => <CloseForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

function CloseForm({worry, isShared, name, draftKey, onClose}: CloseProps & {readonly draftKey: string; readonly onClose: () => void}) {
  const {t} = useText();
  const form = useKeptForm<z.infer<typeof draftSchema>>(draftKey, () => ({outcome: ''}), readDraft, onClose);
  const id = `outcome-${worry.id}`;
  const outcome = keepableWords(form.value.outcome).trim();
  const faults: FormError[] = [];
  if (outcome === '') faults.push({field: id, message: t('person:worry.outcome.missing')});
  else if (isTooLongText(outcome)) faults.push({field: id, message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('person:worry.close.save')}
      commands={() => [{kind: 'worry.close', record: worry.id, person: worry.person, body: {outcome}}]}
    >
      <TextArea
        id={id}
        label={t('person:worry.outcome')}
        hint={t(isShared ? 'person:worry.outcome.shared' : 'person:worry.outcome.staff', {name})}
        rows={4}
        error={error(id)}
        value={form.value.outcome}
        onChange={typed => form.change({outcome: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
