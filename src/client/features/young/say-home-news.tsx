/** Saying something of one's home: that one moved or has to, and what it is like; kept and sent later where there is no signal. */
import * as z from 'zod/mini';
import {HOME_NEWS, HOME_VIEWS} from '#domain/accommodation/codes.ts';
import {addMonths} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {useToday} from '#client/ui/use-today.ts';

const KEY = 'home-news/own';
const LANGS = ['cy', 'en', 'mixed'] as const;
const schema = z.object({
  what: z.nullable(z.enum(HOME_NEWS)),
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
  view: z.nullable(z.enum(HOME_VIEWS)),
  words: z.string(),
  lang: z.enum(LANGS),
});
const read = readAs(schema);
/** As far ahead as the domain takes a day. */
const FURTHEST_MONTHS = 120;

export function SayHomeNews({person}: {readonly person: Id}) {
  const {t} = useText();
  return (
    <FoldedForm summary={t('young:myHome.tell')} draftKey={KEY}>
      {onClose => <Say person={person} onClose={onClose} />}
    </FoldedForm>
  );
}

function Say({person, onClose}: {readonly person: Id; readonly onClose: () => void}) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const form = useKeptForm<z.infer<typeof schema>>(
    KEY,
    () => ({what: null, on: NO_DATE, view: null, words: '', lang: language}),
    read,
    onClose,
  );
  const {value, change} = form;
  const text = keepableWords(value.words);
  const hasWords = text.trim() !== '';
  const on = dateFromParts(value.on);
  const isView = value.what === 'view';
  const faults: FormError[] = [];
  if (value.what === null) faults.push({field: 'home-what', message: t('young:myHome.what.missing')});
  if (value.what !== null && !isView && !isEmptyDate(value.on)) {
    if (on === null) faults.push({field: 'home-on', message: t('young:myHome.on.wrong')});
    else if (on > addMonths(today, FURTHEST_MONTHS)) faults.push({field: 'home-on', message: t('young:myHome.on.far')});
  }
  if (isView && value.view === null && !hasWords) faults.push({field: 'home-view', message: t('young:myHome.view.missing')});
  if (isTooLongText(text)) faults.push({field: 'home-words', message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand<'home-news.say'>[] {
    if (value.what === null) return [];
    const body = {
      what: value.what,
      on: isView ? null : on,
      view: isView ? value.view : null,
      words: hasWords ? {text, lang: value.lang} : null,
    };
    return [{kind: 'home-news.say', record: vault.newId(), person, body}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('young:myHome.send')} commands={commands}>
      <p>{t('young:myHome.tell.words')}</p>
      <RadioGroup
        id="home-what"
        label={t('young:myHome.what')}
        error={error('home-what')}
        value={value.what}
        onChange={what => change({what})}
        choices={HOME_NEWS.map(each => ({value: each, label: t(`young:myHome.what.${each}`)}))}
      />
      {value.what !== null && value.what !== 'view' && (
        <DateField
          id="home-on"
          label={t(`young:myHome.on.${value.what}`)}
          hint={t('young:myHome.on.hint')}
          error={error('home-on')}
          value={value.on}
          onChange={parts => change({on: parts})}
        />
      )}
      {isView && (
        <RadioGroup
          id="home-view"
          label={t('young:myHome.view')}
          error={error('home-view')}
          value={value.view}
          onChange={view => change({view})}
          choices={HOME_VIEWS.map(each => ({value: each, label: t(`young:myHome.view.${each}`)}))}
        />
      )}
      {value.what !== null && (
        <WordsField
          id="home-words"
          label={t(value.what === 'moved' ? 'young:myHome.words.moved' : 'young:myHome.words')}
          rows={4}
          error={error('home-words')}
          value={{text: value.words, lang: value.lang}}
          onChange={({text: words, lang}) => change({words, lang})}
          onLeave={() => void form.draft.flush()}
        />
      )}
    </KeptForm>
  );
}
