/**
 * Each duty that may owe what was asked, with its answer and the reason. Nothing is passed over: while one is open no money can
 * be recommended or given, and what a duty covers is asked for there.
 */
import * as z from 'zod/mini';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {isTooLongLine, keepableWords} from '#client/forms/keepable-words.ts';
import {staffName, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {readAs} from '#client/forms/use-draft.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import type {FormError} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {DutyAnswer, DutyInQuestion, FundCase} from './read-request.ts';

interface DutiesProps {
  readonly person: PersonOnDevice;
  readonly found: FundCase;
  readonly mayAnswer: boolean;
}

export function Duties({person, found, mayAnswer}: DutiesProps) {
  const {t} = useText();
  if (found.duties.length === 0)
    return (
      <Section title={t('fund:duties.title')}>
        <p className="govuk-body">{t(found.request.data.spendType === null ? 'fund:duties.noKind' : 'fund:duties.none')}</p>
      </Section>
    );
  return (
    <Section title={t('fund:duties.title')}>
      <p className="govuk-hint">{t('fund:duties.words')}</p>
      <CardList>
        {found.duties.map(duty => (
          <li key={duty.duty}>
            <Duty person={person} found={found} duty={duty} mayAnswer={mayAnswer} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Duty({person, found, duty: {duty, hint, answer}, mayAnswer}: DutiesProps & {readonly duty: DutyInQuestion}) {
  const {t} = useText();
  const draftKey = `fund-duty/${person.id}/${found.request.id}/${duty}`;
  return (
    <Card level={3} title={t(`codes:fundDuty.${duty}`)} tone={answer ? 'plain' : 'attention'}>
      <StatusList>
        {answer ? (
          <StatusText tone={answer.covers ? 'attention' : 'good'}>
            {t(answer.covers ? 'fund:duty.covers' : 'fund:duty.notCovers')}
          </StatusText>
        ) : (
          <StatusText tone="attention">{t('fund:duty.open')}</StatusText>
        )}
      </StatusList>
      {answer && <Answer answer={answer} />}
      {hint && (
        <p className="app-quiet">
          {t(hint.certain ? 'fund:duty.certain' : 'fund:duty.perhaps')}
          {hint.rule !== null && ` ${hint.rule}`}
        </p>
      )}
      {mayAnswer && (
        <FoldedForm summary={t(answer ? 'fund:duty.again' : 'fund:duty.answer')} draftKey={draftKey}>
          {onClose => <DutyForm person={person} found={found} duty={duty} draftKey={draftKey} onClose={onClose} />}
        </FoldedForm>
      )}
    </Card>
  );
}

function Answer({answer}: {readonly answer: DutyAnswer}) {
  const {t, format} = useText();
  const name = useMemory(memory => staffName(memory, answer.by), [answer.by]) ?? t('common:formerColleague');
  return (
    <>
      <p>{asWritten(answer.reason)}</p>
      <p className="app-quiet">{t('common:words.byWhen', {name, when: format.longDate(answer.on)})}</p>
    </>
  );
}

const draftSchema = z.object({covers: z.nullable(z.enum(['yes', 'no'])), reason: z.string()});
const readDraft = readAs(draftSchema);

interface DutyFormProps extends Omit<DutiesProps, 'mayAnswer'> {
  readonly duty: DutyInQuestion['duty'];
  readonly draftKey: string;
  readonly onClose: () => void;
}

function DutyForm({person, found, duty, draftKey, onClose}: DutyFormProps) {
  const {t} = useText();
  const form = useKeptForm<z.infer<typeof draftSchema>>(draftKey, () => ({covers: null, reason: ''}), readDraft, onClose);
  const {value, change} = form;
  const [radios, words] = [`covers-${duty}`, `reason-${duty}`];
  const reason = keepableWords(value.reason).trim();
  const faults: FormError[] = [];
  if (value.covers === null) faults.push({field: radios, message: t('fund:duty.covers.missing')});
  if (reason === '') faults.push({field: words, message: t('fund:duty.reason.missing')});
  else if (isTooLongLine(value.reason)) faults.push({field: words, message: t('common:words.tooLong')});
  const {error} = errorsOf(form, faults);

  function commands(): readonly NewCommand<'fund-duty.answer'>[] {
    const body = {request: found.request.id, duty, covers: value.covers === 'yes', reason};
    return [{kind: 'fund-duty.answer', record: found.assessmentId, person: person.id, body}];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('fund:duty.save')} look="second" commands={commands}>
      <RadioGroup
        id={radios}
        label={t('fund:duty.question')}
        error={error(radios)}
        value={value.covers}
        onChange={covers => change({covers})}
        choices={[
          {value: 'no', label: t('fund:duty.notCovers')},
          {value: 'yes', label: t('fund:duty.covers'), hint: t('fund:duty.covers.hint')},
        ]}
      />
      <TextArea
        id={words}
        label={t('fund:duty.reason')}
        hint={t('fund:duty.reason.hint')}
        rows={3}
        error={error(words)}
        value={value.reason}
        onChange={typed => change({reason: typed})}
        onLeave={() => void form.draft.flush()}
      />
    </KeptForm>
  );
}
