/** Worries that nobody has closed, the most pressing first, and the way to put one down for a young person who phoned. */
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import {WORRY_KINDS, type WorryKind} from '#domain/worry/codes.ts';
import {struckOut} from '#domain/shared/record.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {WorryCard} from '#client/features/worry-card.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {CardList, Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';

export function Worries({person}: PartProps) {
  const {t} = useText();
  const {role} = useOpenVault().vault.session;
  const shared = useMemory(memory => memory.scope(person.id, 'shared'), [person.id]);
  const open = useMemory(
    memory =>
      memory
        .records(person.id, 'worry')
        .filter(worry => !struckOut(worry) && worry.data.closedAt === null)
        .toSorted((one, other) => WORRY_KINDS.indexOf(one.data.about) - WORRY_KINDS.indexOf(other.data.about)),
    [person.id],
  );
  const mayAnswer = may(role, 'worry.answer', true);
  const raise = may(role, 'worry.raise', true) && !person.died ? <RaiseWorry id={person.id} name={person.knownAs} /> : null;
  if (open.length === 0) return raise;
  return (
    <Section title={t('person:worries')}>
      <CardList>
        {open.map(worry => (
          <li key={worry.id}>
            <WorryCard worry={worry} name={person.knownAs} isShared={worry.scope === shared} mayAnswer={mayAnswer}>
              {worry.data.about === 'no_home_tonight' && <HomeWay person={person.id} form="homeless" of="tonight" way="homeless" />}
            </WorryCard>
          </li>
        ))}
      </CardList>
      {raise}
    </Section>
  );
}

const draftSchema = z.object({
  about: z.nullable(z.enum(WORRY_KINDS)),
  words: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
});
const readDraft = readAs(draftSchema);

interface RaiseProps {
  readonly id: string;
  readonly name: string;
}

function RaiseWorry(props: RaiseProps) {
  const {t} = useText();
  const draftKey = `worry-raise/${props.id}`;
  return (
    <FoldedForm summary={t('person:worry.raise')} draftKey={draftKey}>
      {onClose => <RaiseForm {...props} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

/** Said on the phone or face to face: the young person reads it, and what comes of it. */
function RaiseForm({id: person, name, draftKey, onClose}: RaiseProps & {readonly draftKey: string; readonly onClose: () => void}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const start = () => ({about: null, words: {text: '', lang: language}});
  const form = useKeptForm<z.infer<typeof draftSchema>>(draftKey, start, readDraft, onClose);
  const {about, words} = form.value;
  const faults: FormError[] = [];
  if (about === null) faults.push({field: 'worry-about', message: t('person:worry.raise.about.missing')});
  if (isTooLong(words)) faults.push({field: 'worry-words', message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('person:worry.raise.save')}
      commands={() => (about === null ? [] : [{kind: 'worry.raise', record: vault.newId(), person, body: {about, words: wordsOf(words)}}])}
    >
      <p>{t('person:worry.raise.what', {name})}</p>
      <RadioGroup<WorryKind>
        id="worry-about"
        label={t('person:worry.raise.about')}
        error={error('worry-about')}
        value={about}
        onChange={chosen => form.change({about: chosen})}
        choices={WORRY_KINDS.map(kind => ({value: kind, label: t(`codes:worry.${kind}`)}))}
      />
      <WordsField
        id="worry-words"
        label={t('person:worry.raise.words')}
        hint={t('person:worry.outcome.shared', {name})}
        rows={4}
        error={error('worry-words')}
        value={words}
        onChange={changed => form.change({words: changed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
