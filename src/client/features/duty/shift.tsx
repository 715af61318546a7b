/** Going on shift until a time that one says, and off it sooner. Alarms are seen on shift alone. */
import {useState, type FormEvent} from 'react';
import {timeOfDaySchema} from '#domain/shared/fields.ts';
import {addDays, hoursBetween} from '#domain/shared/calendar-date.ts';
import {LONGEST_SHIFT_HOURS} from '#domain/worry/duty-commands.ts';
import {clockInWales, instantInWales, minutesOfDay} from '#domain/shared/time-in-wales.ts';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {useToday} from '#client/ui/use-today.ts';

/** The next time that a clock in Wales shows it; null when no clock does. */
function nextAt(typed: string, now: number): string | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/u.exec(typed.trim()) ?? [];
  const time = `${(hour ?? '').padStart(2, '0')}:${minute ?? ''}`;
  if (!timeOfDaySchema.safeParse(time).success) return null;
  const {on} = clockInWales(now);
  const today = instantInWales(on, minutesOfDay(time));
  return new Date(today > now ? today : instantInWales(addDays(on, 1), minutesOfDay(time))).toISOString();
}

export function StartShift({now}: {readonly now: number}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const {busy, refused, save} = useSaveNow();
  const endsAt = nextAt(typed, now);
  const isLong = endsAt !== null && hoursBetween(new Date(now).toISOString(), endsAt) > LONGEST_SHIFT_HOURS;
  const wrong = attempt === 0 ? undefined : endsAt === null ? t('duty:start.until.wrong') : isLong ? t('duty:start.until.long') : undefined;

  async function start(event: FormEvent) {
    event.preventDefault();
    setAttempt(count => count + 1);
    if (endsAt !== null && !isLong) await save({kind: 'duty-shift.start', record: vault.newId(), person: null, body: {endsAt}});
  }

  return (
    <form noValidate autoComplete="off" inert={busy} onSubmit={event => void start(event)}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(wrong === undefined ? [] : [{field: 'until', message: wrong}]),
          ...(refused === null ? [] : [{field: null, message: refused}]),
        ]}
      />
      <TextInput
        id="until"
        label={t('duty:start.until')}
        hint={t('duty:start.until.hint')}
        value={typed}
        error={wrong}
        onChange={setTyped}
      />
      <Button submits busy={busy}>
        {t('duty:start')}
      </Button>
    </form>
  );
}

export function OnShift({shift}: {readonly shift: Folded<'duty-shift'>}) {
  const {t, format} = useText();
  const today = useToday();
  const {busy, refused, save} = useSaveNow();
  return (
    <>
      <p>{t('duty:on', {moment: format.moment(shift.data.endsAt, today)})}</p>
      <DeliveryLine delivery={shift.delivery} />
      <ConfirmedButton
        action={t('duty:end')}
        label={t('duty:end')}
        look="second"
        question={t('duty:end.question')}
        words={t('duty:end.words')}
        yes={t('duty:end.yes')}
        busy={busy}
        onYes={() => void save({kind: 'duty-shift.end', record: shift.id, person: null, body: {}})}
      />
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
