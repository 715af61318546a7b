/** The fields of an activity: those that its code asks for, and no others. */
import {canBeAwaited, isTrainingOrWork, MOST_LEVEL, NEET_REASONS, takesNeetReason} from '#domain/learning-work/codes.ts';
import {ACTIVITIES} from '#domain/young-person/codes.ts';
import {asksCourse, asksPlace, type ActivityDraft} from '#client/case/learning-work/activity-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {TextInput} from '#client/ui/field.tsx';

interface ActivityFieldsProps {
  readonly id: (field: string) => string;
  readonly value: ActivityDraft;
  readonly change: (changes: Partial<ActivityDraft>) => void;
  readonly error: (field: string) => string | undefined;
  readonly onLeave: () => void;
  readonly wordsHint: string;
}

const LEVELS = Array.from({length: MOST_LEVEL + 1}, (_, level) => String(level));

export function ActivityFields({id, value, change, error, onLeave, wordsHint}: ActivityFieldsProps) {
  const {t} = useText();
  const {code} = value;
  const waits = code === 'awaiting_start';
  const none = {value: '', label: t('learning:choose')};
  const field = (name: string) => ({id: id(name), error: error(id(name))});
  return (
    <>
      <Select
        {...field('code')}
        label={t('learning:code')}
        value={code}
        onChange={chosen => change({code: ACTIVITIES.find(each => each === chosen) ?? ''})}
        choices={[none, ...ACTIVITIES.map(each => ({value: each, label: t(`codes:activity.${each}`)}))]}
      />
      <DateField
        {...field('since')}
        label={t(waits ? 'learning:since.waiting' : 'learning:since')}
        value={value.since}
        onChange={since => change({since})}
      />
      {isTrainingOrWork(code === '' ? 'not_known' : code) && (
        <RadioGroup
          {...field('training')}
          label={t('learning:training')}
          look="inline"
          value={value.training === '' ? null : value.training}
          onChange={training => change({training})}
          choices={[
            {value: 'no', label: t('learning:training.no')},
            {value: 'yes', label: t('learning:training.yes')},
          ]}
        />
      )}
      {waits && (
        <>
          <Select
            {...field('startsAs')}
            label={t('learning:startsAs')}
            value={value.startsAs}
            onChange={chosen => change({startsAs: ACTIVITIES.find(each => each === chosen) ?? ''})}
            choices={[none, ...ACTIVITIES.filter(canBeAwaited).map(each => ({value: each, label: t(`codes:activity.${each}`)}))]}
          />
          <DateField
            {...field('startsOn')}
            label={t('learning:startsOn')}
            value={value.startsOn}
            onChange={startsOn => change({startsOn})}
          />
        </>
      )}
      {asksPlace(code) && (
        <>
          <TextInput
            {...field('what')}
            label={t(asksCourse(code) ? 'learning:what.course' : 'learning:what')}
            value={value.what}
            onChange={what => change({what})}
          />
          <TextInput
            {...field('where')}
            label={t(asksCourse(code) ? 'learning:where.course' : 'learning:where')}
            value={value.where}
            onChange={where => change({where})}
          />
        </>
      )}
      {asksCourse(code) && (
        <Select
          {...field('level')}
          label={t('learning:level')}
          value={value.level}
          onChange={level => change({level})}
          choices={[
            {value: '', label: t('learning:level.unknown')},
            ...LEVELS.map(level => ({
              value: level,
              label: level === '0' ? t('learning:level.entry') : t('learning:level.number', {level}),
            })),
          ]}
        />
      )}
      {asksPlace(code) && !waits && (
        <>
          <TextInput {...field('hours')} label={t('learning:hours')} value={value.hours} onChange={hours => change({hours})} />
          <DateField
            {...field('expectedEnd')}
            label={t('learning:expectedEnd')}
            hint={t('learning:optional')}
            value={value.expectedEnd}
            onChange={expectedEnd => change({expectedEnd})}
          />
        </>
      )}
      {code !== '' && takesNeetReason(code) && (
        <Select
          {...field('neetReason')}
          label={t('learning:neetReason')}
          value={value.neetReason}
          onChange={chosen => change({neetReason: NEET_REASONS.find(each => each === chosen) ?? ''})}
          choices={[none, ...NEET_REASONS.map(each => ({value: each, label: t(`codes:neetReason.${each}`)}))]}
        />
      )}
      <WordsField
        {...field('words')}
        label={t('learning:words')}
        hint={wordsHint}
        rows={3}
        value={value.words}
        onChange={words => change({words})}
        onLeave={onLeave}
      />
    </>
  );
}
