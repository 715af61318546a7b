/** Quotes and receipts: their facts, and whether a colleague has had each in their hand. The picture itself comes later. */
import * as z from 'zod/mini';
import {FUND_PAPERS} from '#domain/fund/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';
import {AsWritten} from '#client/ui/as-written.tsx';
import {Button} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, NO_DATE} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {amountFault, amountOf, datePart} from './draft-parts.ts';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {FundCase} from './read-request.ts';

interface PapersProps {
  readonly person: PersonOnDevice;
  readonly found: FundCase;
  readonly today: CalendarDate;
  readonly mayAdd: boolean;
}

export function Papers({person, found, today, mayAdd}: PapersProps) {
  const {t} = useText();
  const draftKey = `fund-paper/${person.id}/${found.request.id}`;
  return (
    <Section title={t('fund:papers.title')}>
      {found.papers.length === 0 ? (
        <p className="govuk-body">{t('fund:papers.none')}</p>
      ) : (
        <CardList>
          {found.papers.map(paper => (
            <li key={paper.id}>
              <Paper paper={paper} maySee={mayAdd} />
            </li>
          ))}
        </CardList>
      )}
      {mayAdd && (
        <FoldedForm summary={t('fund:papers.add')} draftKey={draftKey}>
          {onClose => <PaperForm person={person} found={found} today={today} draftKey={draftKey} onClose={onClose} />}
        </FoldedForm>
      )}
    </Section>
  );
}

function Paper({paper, maySee}: {readonly paper: Folded<'fund-paper'>; readonly maySee: boolean}) {
  const {t, format} = useText();
  const {data} = paper;
  const {busy, refused, save} = useSaveNow();
  const seenBy = useMemory(memory => staffName(memory, data.seenBy), [data.seenBy]) ?? t('common:formerColleague');

  const see: NewCommand<'fund-paper.see'> = {kind: 'fund-paper.see', record: paper.id, person: paper.person, body: {}};

  return (
    <Card level={3} title={t(`codes:fundPaper.${data.what}`)} aside={data.pence === null ? undefined : format.money(data.pence)}>
      <p>
        <AsWritten>{data.supplier}</AsWritten>
        <span className="app-quiet">{` ${format.longDate(data.on)}`}</span>
      </p>
      <StatusList>
        <StatusText tone={data.seenBy === null ? 'waiting' : 'good'}>
          {data.seenBy === null ? t('fund:paper.notSeen') : t('fund:paper.seenBy', {name: seenBy})}
        </StatusText>
      </StatusList>
      <DeliveryLine delivery={paper.delivery} />
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      {maySee && data.seenBy === null && (
        <Button look="second" busy={busy} label={t('fund:paper.seeFor', {supplier: data.supplier})} onPress={() => void save(see)}>
          {t('fund:paper.see')}
        </Button>
      )}
    </Card>
  );
}

const draftSchema = z.object({
  what: z.nullable(z.enum(FUND_PAPERS)),
  supplier: z.string(),
  amount: z.string(),
  on: datePart,
  seen: z.nullable(z.enum(['yes', 'no'])),
});
const readDraft = readAs(draftSchema);

interface PaperFormProps extends Omit<PapersProps, 'mayAdd'> {
  readonly draftKey: string;
  readonly onClose: () => void;
}

function PaperForm({person, found, today, draftKey, onClose}: PaperFormProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const form = useKeptForm<z.infer<typeof draftSchema>>(
    draftKey,
    () => ({what: null, supplier: '', amount: '', on: NO_DATE, seen: null}),
    readDraft,
    onClose,
  );
  const {value, change} = form;
  const supplier = keepableWords(value.supplier).trim();
  const on = dateFromParts(value.on);
  const faults: FormError[] = [];
  if (value.what === null) faults.push({field: 'paper-what', message: t('fund:paper.what.missing')});
  if (supplier === '') faults.push({field: 'paper-supplier', message: t('fund:paper.supplier.missing')});
  else if (isTooLongLine(value.supplier)) faults.push({field: 'paper-supplier', message: t('common:words.tooLong')});
  const wrong = value.amount.trim() === '' ? null : amountFault('paper-amount', value.amount, t);
  if (wrong) faults.push(wrong);
  if (on === null) faults.push({field: 'paper-on', message: t('fund:paper.on.missing')});
  else if (on > today) faults.push({field: 'paper-on', message: t('errors:refusal.date_in_future')});
  if (value.seen === null) faults.push({field: 'paper-seen', message: t('fund:paper.seen.missing')});
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand<'fund-paper.add'>[] {
    if (value.what === null || on === null) return [];
    const body = {request: found.request.id, what: value.what, supplier, pence: amountOf(value.amount), on, seen: value.seen === 'yes'};
    return [{kind: 'fund-paper.add', record: vault.newId(), person: person.id, body}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('fund:paper.save')} look="second" commands={commands}>
      <RadioGroup
        id="paper-what"
        label={t('fund:paper.what')}
        error={error('paper-what')}
        value={value.what}
        onChange={what => change({what})}
        choices={FUND_PAPERS.map(each => ({value: each, label: t(`codes:fundPaper.${each}`)}))}
      />
      <TextInput
        id="paper-supplier"
        label={t('fund:paper.supplier')}
        error={error('paper-supplier')}
        value={value.supplier}
        onChange={typed => change({supplier: typed})}
      />
      <TextInput
        id="paper-amount"
        label={t('fund:paper.amount')}
        hint={t('fund:paper.amount.hint')}
        error={error('paper-amount')}
        value={value.amount}
        onChange={amount => change({amount})}
      />
      <DateField
        id="paper-on"
        label={t('fund:paper.on')}
        error={error('paper-on')}
        value={value.on}
        onChange={typed => change({on: typed})}
      />
      <RadioGroup
        id="paper-seen"
        label={t('fund:paper.seen')}
        error={error('paper-seen')}
        value={value.seen}
        onChange={seen => change({seen})}
        choices={(['yes', 'no'] as const).map(each => ({value: each, label: t(`fund:paper.seen.${each}`)}))}
      />
    </KeptForm>
  );
}
