/** A planned visit: moving it to another day, or saying why it will not be. What was planned stays in the file. */
import {useState, type FormEvent} from 'react';
import {useNavigate, useParams} from 'react-router';
import {stateOfPlan} from '#domain/contact/planned-visit.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {giveToCalendar} from '#client/case/contact/calendar-file.ts';
import {personOnDevice, staffName} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Section} from '#client/ui/card.tsx';
import {DateField, TimeField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyTime, NO_TIME, partsFromDate, timeFromParts} from '#client/ui/date-parts.ts';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';

export function PlannedVisitPage() {
  const {t, format} = useText();
  const {person: id = '', visit: visitId = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const visit = useMemory(memory => memory.records(id, 'planned-visit').find(each => each.id === visitId), [id, visitId]);
  const worker = useMemory(memory => staffName(memory, visit?.data.worker ?? null), [visit?.data.worker]);
  if (!person || !visit)
    return (
      <Page title={t('visit:title')}>
        <EmptyState>
          <p>{t('errors:refusal.unknown_record')}</p>
          <LinkButton to={`/people/${id}/contacts`}>{t('visit:back')}</LinkButton>
        </EmptyState>
      </Page>
    );
  const {data} = visit;
  const state = stateOfPlan(data);
  return (
    <Page title={t('visit:title')} caption={person.knownAs}>
      <p>
        <StatusText tone={state === 'kept' ? 'good' : state === 'planned' ? 'waiting' : 'calm'}>{t(`visit:state.${state}`)}</StatusText>
      </p>
      <SummaryList
        onlyKnown
        facts={[
          {label: t('visit:type'), value: t(`codes:contactType.${data.type}`)},
          {label: t('visit:on'), value: format.dateWithWeekday(data.on)},
          {label: t('visit:at'), value: data.at},
          {label: t('visit:where'), value: data.where === null ? null : <span translate="no">{data.where}</span>},
          {label: t('visit:worker'), value: worker === null ? null : <span translate="no">{worker}</span>},
        ]}
      />
      {data.purpose && <FreeText words={data.purpose} />}
      {data.cancelledBecause && (
        <Section title={t(data.cancelledBy === 'young_person' ? 'visit:cancelled.young' : 'visit:cancelled.staff')}>
          <FreeText words={data.cancelledBecause} />
        </Section>
      )}
      {state === 'planned' && (
        <>
          <ButtonRow>
            <LinkButton to={`/record?person=${person.id}&plan=${visit.id}`}>{t('visit:record')}</LinkButton>
            <Button look="second" onPress={() => giveToCalendar({on: data.on, at: data.at, word: t('visit:calendar.entry')})}>
              {t('visit:calendar')}
            </Button>
          </ButtonRow>
          <p className="app-quiet">{t('visit:calendar.words')}</p>
          <Move visit={visit} />
          <Cancel visit={visit} />
        </>
      )}
    </Page>
  );
}

function Move({visit}: {readonly visit: Folded<'planned-visit'>}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const [hour = '', minute = ''] = visit.data.at?.split(':') ?? [];
  const [day, setDay] = useState(() => partsFromDate(visit.data.on));
  const [time, setTime] = useState(() => (visit.data.at === null ? NO_TIME : {hour, minute}));
  const [fault, setFault] = useState<{readonly field: string | null; readonly message: string} | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setAttempt(count => count + 1);
    const on = dateFromParts(day);
    const at = timeFromParts(time);
    if (on === null) return setFault({field: 'move-on', message: t('visit:on.missing')});
    if (on < today) return setFault({field: 'move-on', message: t('visit:on.past')});
    if (!isEmptyTime(time) && at === null) return setFault({field: 'move-at', message: t('visit:at.wrong')});
    setBusy(true);
    const command: NewCommand<'visit.move'> = {kind: 'visit.move', record: visit.id, person: visit.person, body: {on, at}};
    const done = await vault.save([command]);
    setFault(done.ok ? null : {field: null, message: refusalMessage(done.code, t)});
    setBusy(false);
  }

  return (
    <Section title={t('visit:move')}>
      <form noValidate autoComplete="off" inert={busy} onSubmit={event => void save(event)}>
        <ErrorSummary attempt={attempt} errors={fault === null ? [] : [fault]} />
        <DateField
          id="move-on"
          label={t('visit:on')}
          error={fault?.field === 'move-on' ? fault.message : undefined}
          value={day}
          onChange={setDay}
        />
        <TimeField
          id="move-at"
          label={t('visit:at')}
          error={fault?.field === 'move-at' ? fault.message : undefined}
          value={time}
          onChange={setTime}
        />
        <ButtonRow>
          <Button submits busy={busy} look="second">
            {t('visit:move.save')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

function Cancel({visit}: {readonly visit: Folded<'planned-visit'>}) {
  const {t} = useText();
  const navigate = useNavigate();
  const [by, setBy] = useState<'young_person' | 'staff'>('staff');
  return (
    <Section title={t('visit:cancel')}>
      <RadioGroup
        id="cancelled-by"
        label={t('visit:cancel.by')}
        look="inline"
        value={by}
        onChange={setBy}
        choices={[
          {value: 'young_person', label: t('visit:cancel.young')},
          {value: 'staff', label: t('visit:cancel.staff')},
        ]}
      />
      <WordsForm
        id="cancel"
        draftKey={`visit-cancel/${visit.person ?? ''}/${visit.id}`}
        label={t('visit:cancel.why')}
        hint={t('visit:cancel.hint')}
        submit={t('visit:cancel.send')}
        missing={t('visit:cancel.missing')}
        command={words => ({
          kind: 'visit.cancel',
          record: visit.id,
          person: visit.person,
          body: {because: words ?? {text: '', lang: 'en'}, cancelledBy: by},
        })}
        onClose={() => void navigate(`/people/${visit.person ?? ''}/contacts`)}
      />
    </Section>
  );
}
