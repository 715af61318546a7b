/** What the radar sees in this file: each with the facts behind it, who acts and by when; switched off only with a reason and a last day. */
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import {isNeverOff, LONGEST_OFF_MONTHS} from '#domain/radar/radar-commands.ts';
import type {Radar} from '#domain/radar/radar.ts';
import {addMonths, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {radarOnDevice} from '#client/case/radar/radar-on-device.ts';
import {RadarFacts, WhoAndBy} from '#client/case/radar/radar-words.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, NO_DATE} from '#client/ui/date-parts.ts';
import {Details} from '#client/ui/details.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useToday} from '#client/ui/use-today.ts';
import type {PartProps} from './part.ts';

export function RadarOfPerson({person, today}: PartProps) {
  const {t} = useText();
  const all = useMemory(memory => radarOnDevice(memory, person.id, today), [person.id, today]);
  const adviser = useMemory(memory => staffName(memory, person.adviser), [person.adviser]);
  const seen = all.filter(({hold}) => hold === null);
  const off = all.filter(({hold}) => hold !== null);
  if (all.length === 0) return null;
  return (
    <Section title={t('radar:title')}>
      {seen.length === 0 && <p className="govuk-body">{t('radar:allOff')}</p>}
      <CardList>
        {seen.map(radar => (
          <li key={keyOf(radar)}>
            <Signal radar={radar} person={person} adviser={adviser} today={today} />
          </li>
        ))}
      </CardList>
      {off.length > 0 && (
        <Details summary={t('radar:off.count', {number: off.length})}>
          <CardList>
            {off.map(radar => (
              <li key={keyOf(radar)}>
                <Signal radar={radar} person={person} adviser={adviser} today={today} />
              </li>
            ))}
          </CardList>
        </Details>
      )}
    </Section>
  );
}

const keyOf = ({signal, subject}: Radar) => `${signal}/${subject ?? ''}`;

interface SignalProps {
  readonly radar: Radar;
  readonly person: PartProps['person'];
  readonly adviser: string | null;
  readonly today: CalendarDate;
}

function Signal({radar, person, adviser, today}: SignalProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {signal, who, by, hold} = radar;
  const mayHold = may(vault.session.role, 'radar.hold', true);
  return (
    <Card level={3} tone={hold === null && by <= today ? 'attention' : 'plain'} title={t(`radar:signal.${signal}`)}>
      <p>{t(`radar:act.${signal}`)}</p>
      <WhoAndBy who={who} by={by} today={today} adviser={adviser} />
      <RadarFacts facts={radar.facts} />
      {hold !== null && <Off hold={hold} person={person.id} mayEnd={mayHold} />}
      {hold === null &&
        mayHold &&
        (isNeverOff(signal, person.category) ? (
          <p className="app-quiet">{t('radar:never')}</p>
        ) : (
          <SwitchOff radar={radar} person={person.id} />
        ))}
    </Card>
  );
}

function Off({hold, person, mayEnd}: {readonly hold: NonNullable<Radar['hold']>; readonly person: Id; readonly mayEnd: boolean}) {
  const {t, format} = useText();
  const record = useMemory(memory => memory.records(person, 'radar-hold').find(({id}) => id === hold.hold), [person, hold.hold]);
  const author = useMemory(memory => staffName(memory, record?.made.author ?? null), [record?.made.author]);
  const ending = useSaveNow();
  return (
    <>
      <p>
        <StatusText>{t('radar:off', {date: format.longDate(hold.until)})}</StatusText>
      </p>
      {record && <FreeText words={record.data.reason} />}
      {author !== null && record && (
        <p className="app-quiet">{t('radar:off.by', {name: author, date: format.longDate(record.data.from)})}</p>
      )}
      {mayEnd && (
        <Button
          look="second"
          busy={ending.busy}
          onPress={() => void ending.save({kind: 'radar.end-hold', record: hold.hold, person, body: {}})}
        >
          {t('radar:switchOn')}
        </Button>
      )}
      {ending.refused !== null && <p role="alert">{ending.refused}</p>}
    </>
  );
}

const draftSchema = z.object({
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
  until: z.object({day: z.string(), month: z.string(), year: z.string()}),
});
const readDraft = readAs(draftSchema);

function SwitchOff({radar, person}: {readonly radar: Radar; readonly person: Id}) {
  const {t} = useText();
  const draftKey = `radar-off/${person}/${keyOf(radar)}`;
  return (
    <FoldedForm summary={t('radar:switchOff')} draftKey={draftKey}>
      {onClose => <SwitchOffForm radar={radar} person={person} draftKey={draftKey} onClose={onClose} />}
    </FoldedForm>
  );
}

interface SwitchOffFormProps {
  readonly radar: Radar;
  readonly person: Id;
  readonly draftKey: string;
  readonly onClose: () => void;
}

function SwitchOffForm({radar, person, draftKey, onClose}: SwitchOffFormProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const form = useKeptForm<z.infer<typeof draftSchema>>(draftKey, () => ({text: '', lang: language, until: NO_DATE}), readDraft, onClose);
  const {value, change} = form;
  const reason = wordsOf(value);
  const until = dateFromParts(value.until);
  const id = (name: string) => `radar-${radar.signal}-${radar.subject ?? 'person'}-${name}`;
  const faults: FormError[] = [];
  if (reason === null) faults.push({field: id('why'), message: t('radar:switchOff.why.missing')});
  else if (isTooLong(value)) faults.push({field: id('why'), message: t('common:words.tooLong')});
  if (until === null) faults.push({field: id('until'), message: t('radar:switchOff.until.missing')});
  else if (until < today) faults.push({field: id('until'), message: t('radar:switchOff.until.past')});
  else if (until > addMonths(today, LONGEST_OFF_MONTHS)) faults.push({field: id('until'), message: t('radar:switchOff.until.far')});
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('radar:switchOff.save')}
      look="second"
      commands={() =>
        reason === null || until === null
          ? []
          : [
              {
                kind: 'radar.hold',
                record: vault.newId(),
                person,
                body: {signal: radar.signal, subject: radar.subject, reason, until, seen: radar.facts},
              },
            ]
      }
    >
      <WordsField
        id={id('why')}
        label={t('radar:switchOff.why')}
        rows={3}
        error={error(id('why'))}
        value={value}
        onChange={change}
        onLeave={() => void form.draft.flush()}
      />
      <DateField
        id={id('until')}
        label={t('radar:switchOff.until')}
        hint={t('radar:switchOff.until.hint')}
        error={error(id('until'))}
        value={value.until}
        onChange={parts => change({until: parts})}
      />
    </KeptForm>
  );
}
