/** The decision itself: yes, in part, not this time or later, with the reason that the young person reads in words of their own language. */
import {FUND_OUTCOMES, FUND_REFUSALS} from '#domain/fund/codes.ts';
import {stateOp} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {Button} from '#client/ui/button.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import type {Decider} from './decider-facts.tsx';
import {
  asksAmount,
  decisionCommand,
  decisionFaults,
  newDecisionDraft,
  placeOfRefusal,
  readDecisionDraft,
  seenNow,
  type DecisionDraft,
} from './decision-draft.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {OpenedRequestProps} from './opened-request.tsx';
import {StillMissing} from './recommend-form.tsx';

interface DecideFormProps extends OpenedRequestProps {
  readonly decider: Decider;
  readonly draftKey: string;
  readonly onClose: () => void;
}

export function DecideForm({person, found, today, decider, draftKey, onClose}: DecideFormProps) {
  const text = useText();
  const {t, format, language} = text;
  const {request} = found;
  const {askedPence} = request.data;
  const hasLimit = (decider.limit ?? 0) > 0;
  const form = useKeptForm<DecisionDraft>(draftKey, () => newDecisionDraft(request, language, hasLimit), readDecisionDraft, onClose);
  const {value, change} = form;
  const faults = decisionFaults(value, request, today, text);
  const {error} = errorsOf(form, faults);
  const gives = value.outcome === 'approved' || value.outcome === 'part';

  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('fund:decide.save')}
      refusal={refusal => placeOfRefusal(refusal, value, askedPence, t)}
      commands={() => [decisionCommand(value, request)].filter(command => command !== null)}
    >
      {value.seen.state !== stateOp(request) && (
        <Notice tone="attention" title={t('fund:decide.moved')}>
          <Button look="second" onPress={() => change({seen: seenNow(request)})}>
            {t('fund:decide.moved.read')}
          </Button>
        </Notice>
      )}
      <RadioGroup
        id="outcome"
        label={t('fund:decide.outcome')}
        error={error('outcome')}
        value={value.outcome}
        onChange={outcome => change({outcome})}
        choices={FUND_OUTCOMES.filter(each => each !== 'part' || askedPence !== null).map(each => ({
          value: each,
          label: t(`fund:decide.${each}`),
          hint: each === 'approved' && askedPence !== null ? format.money(askedPence) : undefined,
        }))}
      />
      {gives && <StillMissing fault={found.fault} />}
      {asksAmount(value, askedPence) && (
        <TextInput
          id="award"
          label={t('fund:decide.award')}
          hint={t('fund:amount.hint', {cap: format.money(decider.cap)})}
          error={error('award')}
          value={value.amount}
          onChange={amount => change({amount})}
        />
      )}
      {value.outcome === 'refused' && (
        <Select
          id="refusal"
          label={t('fund:decide.refusal')}
          error={error('refusal')}
          value={value.refusal}
          onChange={chosen => change({refusal: FUND_REFUSALS.find(each => each === chosen) ?? ''})}
          choices={[
            {value: '', label: t('fund:choose')},
            ...FUND_REFUSALS.map(each => ({value: each, label: t(`codes:fundRefusal.${each}`)})),
          ]}
        />
      )}
      {value.outcome === 'deferred' && (
        <DateField
          id="again"
          label={t('fund:decide.again')}
          error={error('again')}
          value={value.againOn}
          onChange={againOn => change({againOn})}
        />
      )}
      {value.outcome !== null && (
        <>
          <WordsField
            id="reason"
            label={t(value.outcome === 'approved' ? 'fund:decide.reason.optional' : 'fund:decide.reason', {name: person.knownAs})}
            hint={t(person.write === null ? 'fund:decide.language.unknown' : `fund:decide.language.${person.write}`)}
            rows={4}
            error={error('reason')}
            value={value.words}
            onChange={words => change({words})}
            onLeave={() => void form.draft.flush()}
          />
          <OtherLanguage words={value.words} write={person.write} />
        </>
      )}
      {decider.isManager && (
        <RadioGroup
          id="level"
          label={t('fund:decide.level')}
          value={value.level}
          onChange={level => change({level})}
          choices={[
            ...(hasLimit
              ? [
                  {
                    value: 'own' as const,
                    label: t('fund:decide.level.own'),
                    hint: t('fund:decide.level.limit', {limit: format.money(decider.limit ?? 0)}),
                  },
                ]
              : []),
            {value: 'panel' as const, label: t('fund:decide.level.panel'), hint: t('fund:decide.level.panel.hint')},
          ]}
        />
      )}
      {value.level === 'panel' && (
        <DateField
          id="panel"
          label={t('fund:decide.panel')}
          error={error('panel')}
          value={value.panelOn}
          onChange={panelOn => change({panelOn})}
        />
      )}
      <p className="app-quiet">{t('fund:decide.honest')}</p>
    </KeptForm>
  );
}

/** Words in the other language than the one they asked to be written to in are said to be so, and can still be sent. */
function OtherLanguage({words, write}: {readonly words: DecisionDraft['words']; readonly write: 'cy' | 'en' | null}) {
  const {t} = useText();
  if (write === null || words.text.trim() === '' || words.lang === write || words.lang === 'mixed') return null;
  return (
    <p>
      <StatusText tone="attention">{t(`fund:decide.language.other.${write}`)}</StatusText>
    </p>
  );
}
