/**
 * Asking the fund for something together with the young person, in their words and with no connection: whom the fund is for, what
 * it does not pay for and which duty may owe the money stand beside the questions, so that nobody asks in vain.
 */
import {useNavigate, useParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import {dutiesToConsider} from '#domain/fund/duties.ts';
import {URGENCIES} from '#domain/fund/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {WordsField} from '#client/forms/words-field.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup, Select} from '#client/ui/choice-fields.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {askCommand, askFaults, newAskDraft, readAskDraft, type AskDraft} from './ask-draft.ts';
import {DutyHints} from './duty-hints.tsx';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {eligibilityOn} from './read-request.ts';
import {sectionsFor} from './section-choices.ts';
import {AuthorityRules, EligibilityAnswer, EligibilityRule} from './who-it-is-for.tsx';

export function AskPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {person: id = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  if (person?.holdsFile && may(vault.session.role, 'fund.ask', true)) return <Ask person={person} today={today} />;
  return (
    <Page title={t('fund:ask.title')} caption={person?.knownAs}>
      <FileNotHere person={person} id={id} part="money" back={t('fund:backToMoney')} />
    </Page>
  );
}

function Ask({person, today}: {readonly person: PersonOnDevice; readonly today: CalendarDate}) {
  const {t, language, format} = useText();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const back = `/people/${person.id}/money`;
  const form = useKeptForm<AskDraft>(
    `fund-ask/${person.id}`,
    () => newAskDraft(person.speak ?? language),
    readAskDraft,
    () => void navigate(back),
  );
  const {value, change} = form;
  const known = useMemory(
    memory => {
      const settings = memory.settings();
      return {
        spendTypes: settings('spendTypes', today),
        cap: settings('fundCapRequestPence', today),
        normalDays: settings('fundDecisionDays', today),
        urgentDays: settings('fundUrgentDays', today),
        needsSection: settings('fundPlanLink', today) === 'required',
        eligibility: eligibilityOn(memory, person.id, today),
        sections: sectionsFor(memory, person.id, today),
        duties: dutiesToConsider(memory.file(person.id), value.spend === '' ? null : value.spend, today),
      };
    },
    [person.id, today, value.spend],
  );
  const faults = askFaults(value, known.spendTypes, person.knownAs, t);
  const {shown, error} = errorsOf(form, faults);
  const leave = () => void form.draft.flush();

  return (
    <Page title={t('fund:ask.title')} caption={person.knownAs} hasError={shown.length > 0}>
      <LinkButton look="quiet" to={back}>
        {t('fund:backToMoney')}
      </LinkButton>
      <Section title={t('fund:eligible')}>
        <EligibilityAnswer eligibility={known.eligibility} />
        <EligibilityRule eligibility={known.eligibility} on={today} />
        <AuthorityRules today={today} open />
      </Section>
      <KeptForm
        form={form}
        faults={faults}
        submit={t('fund:ask.save')}
        cancels
        commands={() => [askCommand(value, vault.newId(), person.id)].filter(command => command !== null)}
      >
        <Section title={t('fund:ask.own')}>
          <WordsField
            id="words"
            label={t('fund:ask.words', {name: person.knownAs})}
            hint={t('fund:ask.words.hint')}
            error={error('words')}
            value={value.words}
            onChange={words => change({words})}
            onLeave={leave}
          />
          <WordsField
            id="difference"
            label={t('fund:ask.difference')}
            rows={3}
            error={error('difference')}
            value={value.difference}
            onChange={difference => change({difference})}
            onLeave={leave}
          />
          <WordsField
            id="tried"
            label={t('fund:ask.tried')}
            hint={t('fund:ask.tried.hint')}
            rows={3}
            error={error('tried')}
            value={value.tried}
            onChange={tried => change({tried})}
            onLeave={leave}
          />
        </Section>
        <Section title={t('fund:ask.what')}>
          <Select
            id="spend"
            label={t('fund:ask.spend')}
            hint={t('fund:ask.spend.hint')}
            error={error('spend')}
            value={value.spend}
            onChange={chosen => change({spend: known.spendTypes.find(each => each === chosen) ?? ''})}
            choices={[
              {value: '', label: t('fund:choose')},
              ...known.spendTypes.map(each => ({value: each, label: t(`codes:spend.${each}`)})),
            ]}
          />
          <DutyHints hints={known.duties} />
          <RadioGroup
            id="cost-known"
            label={t('fund:ask.cost')}
            error={error('cost-known')}
            value={value.costKnown}
            onChange={costKnown => change({costKnown})}
            choices={(['yes', 'no'] as const).map(each => ({value: each, label: t(`fund:ask.cost.${each}`)}))}
          />
          {value.costKnown === 'yes' && (
            <TextInput
              id="amount"
              label={t('fund:amount')}
              hint={t('fund:amount.hint', {cap: format.money(known.cap)})}
              error={error('amount')}
              value={value.amount}
              onChange={amount => change({amount})}
            />
          )}
          <RadioGroup
            id="urgency"
            label={t('fund:ask.urgency')}
            error={error('urgency')}
            value={value.urgency}
            onChange={urgency => change({urgency})}
            choices={URGENCIES.map(each => ({
              value: each,
              label: t(`codes:urgency.${each}`),
              hint:
                each === 'normal'
                  ? t('fund:ask.urgency.normal', {days: t('counts:workingDay', {count: known.normalDays})})
                  : known.urgentDays === 0
                    ? t('fund:ask.urgency.sameDay')
                    : t('fund:ask.urgency.urgent', {days: t('counts:workingDay', {count: known.urgentDays})}),
            }))}
          />
          <Select
            id="section"
            label={t('fund:section')}
            hint={t(known.needsSection ? 'fund:section.required' : 'fund:section.advised')}
            value={value.section}
            onChange={chosen => change({section: known.sections.find(each => each === chosen) ?? ''})}
            choices={[
              {value: '', label: t('fund:section.none')},
              ...known.sections.map(each => ({value: each, label: t(`codes:section.${each}`)})),
            ]}
          />
        </Section>
        <CheckList
          id="agreed"
          label={t('fund:ask.agreement')}
          error={error('agreed')}
          chosen={value.agreed ? ['yes'] : []}
          onChange={chosen => change({agreed: chosen.length > 0})}
          choices={[{value: 'yes', label: t('fund:ask.agreed', {name: person.knownAs}), hint: t('fund:ask.agreed.hint')}]}
        />
      </KeptForm>
    </Page>
  );
}
