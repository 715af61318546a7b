/** Saying what they do now, in their own time and words. It takes nothing out of the file: whoever works with them asks about what stood there. */
import * as z from 'zod/mini';
import {canBeAwaited} from '#domain/learning-work/codes.ts';
import {ACTIVITIES} from '#domain/young-person/codes.ts';
import {activityDraft, asksPlace, faultsIn, saidIn, startOfDraft} from '#client/case/learning-work/activity-draft.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';
import type {OwnFile} from './own-file.ts';

export const SAY_DRAFT = 'activity-say/own';

const draftSchema = z.object({...activityDraft.shape, isMain: z.enum(['', 'yes', 'no'])});
const readDraft = readAs(draftSchema);
const id = (field: string) => `say-${field}`;

interface SayProps {
  readonly file: OwnFile;
  /** Something else stands there: they say whether this is what they mainly do. */
  readonly hasOther: boolean;
  readonly onClose: () => void;
}

export function SayActivityForm({file, hasOther, onClose}: SayProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const form = useKeptForm<z.infer<typeof draftSchema>>(
    SAY_DRAFT,
    () => ({...startOfDraft({since: today}, language), isMain: ''}),
    readDraft,
    onClose,
  );
  const {value, change} = form;
  const {code} = value;
  const waits = code === 'awaiting_start';
  const faults = [
    // Why they are in neither is theirs to say in words, or not at all.
    ...faultsIn(value, today, t, id).filter(({field}) => field !== id('neetReason')),
    ...(hasOther && value.isMain === '' ? [{field: id('main'), message: t('learning:own.main.missing')}] : []),
  ];
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand[] {
    const said = saidIn(value);
    if (said === null) return [];
    const {code: now, since, what, where, startsOn, startsAs, words} = said;
    return [
      {
        kind: 'activity.say',
        record: vault.newId(),
        person: file.id,
        body: {code: now, since, what, where, startsOn, startsAs, words, isMain: value.isMain !== 'no'},
      },
    ];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('learning:own.say.save')} cancels commands={commands}>
      <RadioGroup
        id={id('code')}
        label={t('learning:own.code')}
        error={error(id('code'))}
        value={code === '' ? null : code}
        onChange={chosen => change({code: chosen})}
        choices={ACTIVITIES.map(each => ({value: each, label: t(`income:activity.${each}`)}))}
      />
      {waits && (
        <>
          <Select
            id={id('startsAs')}
            label={t('learning:own.startsAs')}
            error={error(id('startsAs'))}
            value={value.startsAs}
            onChange={chosen => change({startsAs: ACTIVITIES.find(each => each === chosen) ?? ''})}
            choices={[
              {value: '', label: t('learning:choose')},
              ...ACTIVITIES.filter(canBeAwaited).map(each => ({value: each, label: t(`income:activity.${each}`)})),
            ]}
          />
          <DateField
            id={id('startsOn')}
            label={t('learning:own.startsOn')}
            error={error(id('startsOn'))}
            value={value.startsOn}
            onChange={startsOn => change({startsOn})}
          />
        </>
      )}
      {asksPlace(code) && (
        <>
          <TextInput
            id={id('what')}
            label={t('learning:own.what')}
            hint={t('learning:optional')}
            error={error(id('what'))}
            value={value.what}
            onChange={what => change({what})}
          />
          <TextInput
            id={id('where')}
            label={t('learning:own.where')}
            hint={t('learning:optional')}
            error={error(id('where'))}
            value={value.where}
            onChange={where => change({where})}
          />
        </>
      )}
      <DateField
        id={id('since')}
        label={t(waits ? 'learning:own.sinceWhen.waiting' : 'learning:own.sinceWhen')}
        error={error(id('since'))}
        value={value.since}
        onChange={since => change({since})}
      />
      {hasOther && (
        <RadioGroup
          id={id('main')}
          label={t('learning:own.main')}
          hint={t('learning:own.main.hint')}
          error={error(id('main'))}
          value={value.isMain === '' ? null : value.isMain}
          onChange={isMain => change({isMain})}
          choices={[
            {value: 'yes', label: t('learning:own.main.yes')},
            {value: 'no', label: t('learning:own.main.no')},
          ]}
        />
      )}
      <WordsField
        id={id('words')}
        label={t('learning:own.words')}
        hint={t('learning:optional')}
        rows={3}
        error={error(id('words'))}
        value={value.words}
        onChange={words => change({words})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
