/** the young person has a copy of each review, and the day on which they got it is kept. */
import {useState, type FormEvent} from 'react';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, partsFromDate} from '#client/ui/date-parts.ts';

interface ReviewCopyProps {
  readonly person: PersonOnDevice;
  readonly review: Folded<'review'>;
  readonly today: CalendarDate;
}

export function ReviewCopy({person, review, today}: ReviewCopyProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const given = review.data.copyGivenOn;
  const [typed, setTyped] = useState(() => partsFromDate(given ?? today));
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const on = dateFromParts(typed);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (on === null || on > today) return setFault(t(on === null ? 'plan:copy.on.wrong' : 'plan:copy.on.future'));
    setBusy(true);
    const command: NewCommand<'review.give-copy'> = {kind: 'review.give-copy', record: review.id, person: person.id, body: {on}};
    const done = await vault.save([command]);
    setFault(done.ok ? undefined : refusalMessage(done.code, t));
    setBusy(false);
  }

  return (
    <form noValidate autoComplete="off" inert={busy} onSubmit={event => void save(event)}>
      <p className="govuk-body">{given === null ? t('review:copy.none') : t('review:copy.given', {date: format.longDate(given)})}</p>
      <DateField id="copy" label={t('plan:copy.on')} error={fault} value={typed} onChange={setTyped} />
      <ButtonRow>
        <Button submits busy={busy} look="second">
          {t('review:copy.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
