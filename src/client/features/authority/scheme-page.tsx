/**
 * One income scheme: set up, or changed with a reason. What government fixed of the pilot is shown and cannot be typed over; how
 * and when it asks people is the authority's own.
 */
import {useNavigate, useParams} from 'react-router';
import {may} from '#domain/access/permissions.ts';
import {CHECK_IN_QUESTIONS, PAYMENT_FREQUENCIES} from '#domain/income-scheme/codes.ts';
import {isClosed, PILOT_ID, schemesOf, type KnownScheme} from '#domain/income-scheme/scheme.ts';
import {stateOp} from '#domain/shared/record.ts';
import {CATEGORIES} from '#domain/young-person/codes.ts';
import {errorsOf, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {CheckList} from '#client/ui/check-list.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField, MonthField} from '#client/ui/date-field.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {draftOf, mayAddQuestion, readSchemeDraft, SCHEME_DRAFT, schemeBody, schemeFaults, type SchemeDraft} from './scheme-draft.ts';
import {SchemeFacts} from './scheme-facts.tsx';

export function SchemePage() {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const {scheme: id = ''} = useParams();
  const scheme = useMemory(memory => schemesOf(memory.records(null, 'income-scheme')).find(each => each.id === id), [id]);
  const maySet = may(vault.session.role, 'income-scheme.set', true);
  return (
    <Page title={scheme?.name[language] ?? t('authority:scheme.new')} windowTitle={t('authority:schemes')} caption={t('authority:schemes')}>
      <LinkButton look="quiet" to="/authority/schemes">
        {t('authority:schemes')}
      </LinkButton>
      {scheme && <SchemeFacts scheme={scheme} />}
      {!maySet || (!scheme && id !== 'new') ? (
        <EmptyState>
          <p>{t(maySet ? 'errors:refusal.unknown_record' : 'authority:scheme.others')}</p>
        </EmptyState>
      ) : (
        <SchemeForm key={id} scheme={scheme} />
      )}
    </Page>
  );
}

interface PartProps {
  readonly value: SchemeDraft;
  readonly error: (field: string) => string | undefined;
  readonly change: (part: Partial<SchemeDraft>) => void;
}

function SchemeForm({scheme}: {readonly scheme: KnownScheme | undefined}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const today = useToday();
  const now = useMemory(
    memory => {
      const stored = scheme && memory.record(scheme.id);
      return stored ? stateOp(stored) : null;
    },
    [scheme],
  );
  const form = useKeptForm<SchemeDraft>(
    `${SCHEME_DRAFT}/${scheme?.id ?? 'new'}`,
    () => draftOf(scheme, now),
    readSchemeDraft,
    () => void navigate('/authority/schemes'),
  );
  const {value, change} = form;
  const faults = schemeFaults(value, {isNew: scheme === undefined, now}, t);
  const {error} = errorsOf(form, faults);
  const isPilot = scheme?.id === PILOT_ID;
  const part = {value, error, change};
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('authority:form.save')}
      cancels
      commands={() => {
        const body = schemeBody(value);
        return body === null ? [] : [{kind: 'income-scheme.set', record: scheme?.id ?? vault.newId(), person: null, body}];
      }}
    >
      {isPilot ? (
        <Notice title={t('authority:scheme.pilot')}>
          <p>{t('authority:scheme.pilot.words')}</p>
        </Notice>
      ) : (
        <>
          <WhoFor {...part} />
          <Pays {...part} />
          <Ending {...part} fixed={scheme !== undefined && isClosed(scheme, today)} />
        </>
      )}
      <Asking {...part} />
      {scheme !== undefined && (
        <TextInput
          id="reason"
          label={t('authority:scheme.reason')}
          error={error('reason')}
          value={value.reason}
          onChange={reason => change({reason})}
        />
      )}
    </KeptForm>
  );
}

function WhoFor({value, error, change}: PartProps) {
  const {t} = useText();
  return (
    <Section title={t('authority:scheme.who')}>
      <TextInput
        id="scheme-cy"
        label={t('authority:scheme.name.cy')}
        lang="cy"
        error={error('scheme-cy')}
        value={value.cy}
        onChange={cy => change({cy})}
      />
      <TextInput
        id="scheme-en"
        label={t('authority:scheme.name.en')}
        lang="en"
        error={error('scheme-en')}
        value={value.en}
        onChange={en => change({en})}
      />
      <TextInput
        id="turns"
        label={t('authority:scheme.turns')}
        hint={t('authority:scheme.turns.hint')}
        error={error('turns')}
        value={value.turns}
        onChange={turns => change({turns})}
      />
      <DateField id="from" label={t('authority:scheme.from')} error={error('from')} value={value.from} onChange={from => change({from})} />
      <DateField
        id="until"
        label={t('authority:scheme.until')}
        error={error('until')}
        value={value.until}
        onChange={until => change({until})}
      />
      <CheckList
        id="categories"
        label={t('authority:scheme.categories')}
        hint={t('authority:scheme.categories.hint')}
        error={error('categories')}
        chosen={value.categories}
        onChange={chosen => change({categories: CATEGORIES.filter(each => chosen.includes(each))})}
        choices={CATEGORIES.map(each => ({value: each, label: t(`codes:category.${each}`)}))}
      />
    </Section>
  );
}

function Pays({value, error, change}: PartProps) {
  const {t} = useText();
  return (
    <Section title={t('authority:scheme.pays')}>
      <TextInput
        id="gross"
        label={t('authority:scheme.gross')}
        hint={t('authority:form.amount.hint')}
        error={error('gross')}
        value={value.gross}
        onChange={gross => change({gross})}
      />
      <TextInput
        id="net"
        label={t('authority:scheme.net')}
        hint={t('authority:scheme.net.hint')}
        error={error('net')}
        value={value.net}
        onChange={net => change({net})}
      />
      <TextInput
        id="payments"
        label={t('authority:scheme.payments')}
        hint={t('authority:scheme.payments.hint')}
        error={error('payments')}
        value={value.payments}
        onChange={payments => change({payments})}
      />
      <CheckList
        id="frequencies"
        label={t('authority:scheme.frequencies')}
        error={error('frequencies')}
        chosen={value.frequencies}
        onChange={chosen => change({frequencies: PAYMENT_FREQUENCIES.filter(each => chosen.includes(each))})}
        choices={PAYMENT_FREQUENCIES.map(each => ({value: each, label: t(`codes:frequency.${each}`)}))}
      />
      <RadioGroup
        id="pauses"
        label={t('authority:scheme.pauses')}
        error={error('pauses')}
        value={value.pauses}
        onChange={pauses => change({pauses})}
        choices={(['move', 'stay'] as const).map(each => ({value: each, label: t(`authority:scheme.pauses.${each}`)}))}
      />
    </Section>
  );
}

/** `fixed`: it is closed, and stays so. */
function Ending({value, error, change, fixed}: PartProps & {readonly fixed: boolean}) {
  const {t} = useText();
  return (
    <Section title={t('authority:scheme.ending')}>
      <p className="govuk-body">{t(fixed ? 'authority:scheme.ending.fixed' : 'authority:scheme.ending.words')}</p>
      {!fixed && (
        <DateField
          id="closed"
          label={t('authority:scheme.closedOn')}
          error={error('closed')}
          value={value.closedOn}
          onChange={closedOn => change({closedOn})}
        />
      )}
      <MonthField
        id="last-month"
        label={t('authority:scheme.lastMonth')}
        error={error('last-month')}
        value={value.lastMonth}
        onChange={lastMonth => change({lastMonth})}
      />
    </Section>
  );
}

function Asking({value, error, change}: PartProps) {
  const {t} = useText();
  const own = (at: number, part: Partial<SchemeDraft['own'][number]>) =>
    change({own: value.own.map((each, index) => (index === at ? {...each, ...part} : each))});
  return (
    <Section title={t('authority:scheme.asking')}>
      <p className="govuk-body">{t('authority:scheme.asking.words')}</p>
      <TextInput
        id="check-ins"
        label={t('authority:scheme.checkIns')}
        hint={t('authority:scheme.checkIns.hint')}
        error={error('check-ins')}
        value={value.checkIns}
        onChange={checkIns => change({checkIns})}
      />
      <TextInput
        id="after"
        label={t('authority:scheme.after')}
        hint={t('authority:scheme.after.hint')}
        error={error('after')}
        value={value.after}
        onChange={after => change({after})}
      />
      <CheckList
        id="questions"
        label={t('authority:scheme.questions')}
        chosen={value.questions}
        onChange={chosen => change({questions: CHECK_IN_QUESTIONS.filter(each => chosen.includes(each))})}
        choices={CHECK_IN_QUESTIONS.map(each => ({value: each, label: t(`codes:question.${each}`)}))}
      />
      {value.own.map((each, at) => (
        <fieldset key={at} className="govuk-fieldset app-section">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t('authority:scheme.own', {number: at + 1})}</legend>
          <TextInput
            id={`own-${at}`}
            label={t('authority:form.cy')}
            lang="cy"
            error={error(`own-${at}`)}
            value={each.cy}
            onChange={cy => own(at, {cy})}
          />
          <TextInput id={`own-${at}-en`} label={t('authority:form.en')} lang="en" value={each.en} onChange={en => own(at, {en})} />
          <Button
            look="quiet"
            label={t('authority:scheme.own.remove.which', {number: at + 1})}
            onPress={() => change({own: value.own.filter((_, index) => index !== at)})}
          >
            {t('authority:scheme.own.remove')}
          </Button>
        </fieldset>
      ))}
      {mayAddQuestion(value) && (
        <Button look="second" onPress={() => change({own: [...value.own, {cy: '', en: ''}]})}>
          {t('authority:scheme.own.add')}
        </Button>
      )}
    </Section>
  );
}
