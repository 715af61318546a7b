/** The programme that the plan in force sets out, and what follows from it for the duties past 21, with its rule. */
import * as z from 'zod/mini';
import {may} from '#domain/access/permissions.ts';
import {programmeEffect} from '#domain/learning-work/programme-effect.ts';
import {PROGRAMME_STATUSES} from '#domain/pathway-plan/codes.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {seenOps} from '#domain/shared/record.ts';
import {datePart} from '#client/case/learning-work/activity-draft.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import {readAs} from '#client/forms/use-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import type {FormError} from '#client/ui/error-summary.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {PartProps} from './part.ts';
import {planInForce} from './programme-form.tsx';

export function LearningProgramme({person, today}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const plan = useMemory(memory => planInForce(memory, person.id), [person.id]);
  const effect = useEffectOfProgramme(person.id, today);
  const data = plan?.data;
  const mayWrite = may(vault.session.role, 'plan.write', true) && !person.died;
  const draftKey = `programme-status/${person.id}/${plan?.id ?? ''}`;
  return (
    <Section title={t('learning:programme')}>
      {data?.programme ? (
        <SummaryList
          compact
          onlyKnown
          facts={[
            {label: t('learning:programme.name'), value: asWritten(data.programme)},
            {label: t('learning:programme.state'), value: t(`codes:programme.${data.programmeStatus ?? 'active'}`)},
            {label: t('learning:programme.ends'), value: data.programmeEndsOn === null ? null : format.longDate(data.programmeEndsOn)},
            {
              label: t('learning:programme.resumes'),
              value:
                data.programmeStatus === 'interrupted' && data.programmeResumesOn !== null
                  ? format.longDate(data.programmeResumesOn)
                  : null,
            },
          ]}
        />
      ) : (
        <p className="govuk-body">{t(plan ? 'learning:programme.none' : 'learning:programme.noPlan')}</p>
      )}
      {effect && (
        <Notice tone={effect.effect === 'goes_on' || effect.effect === 'goes_on_interrupted' ? 'good' : 'calm'}>
          <p>{t(`learning:effect.${effect.effect}`, {name: person.knownAs, date: format.longDate(effect.at21)})}</p>
          <p className="app-quiet">{t('learning:effect.rules', {rules: format.listNames(effect.rules)})}</p>
        </Notice>
      )}
      {plan && <ClashLink record={plan} label={t('learning:together')} />}
      {plan && data?.programme && mayWrite && (
        <FoldedForm summary={t('learning:programme.change')} draftKey={draftKey}>
          {onClose => <StatusForm plan={plan} draftKey={draftKey} onClose={onClose} />}
        </FoldedForm>
      )}
      <LinkButton look="quiet" to={`/people/${person.id}/plan`}>
        {t('learning:programme.toPlan')}
      </LinkButton>
    </Section>
  );
}

/** Nothing while no more than the headlines of somebody are here. */
function useEffectOfProgramme(person: string, today: PartProps['today']) {
  return useMemory(
    memory => {
      const file = memory.file(person);
      return file.some(record => isKind(record, 'young-person')) ? programmeEffect(file, today) : null;
    },
    [person, today],
  );
}

const statusDraft = z.object({
  status: z.enum(PROGRAMME_STATUSES),
  ends: datePart,
  resumes: datePart,
  bases: z.record(z.string(), z.array(z.string())),
  /** As it stood when the form opened. */
  began: z.string(),
});
type StatusDraft = z.infer<typeof statusDraft>;
const readStatus = readAs(statusDraft);

const bodyOf = ({status, ends, resumes}: Pick<StatusDraft, 'status' | 'ends' | 'resumes'>) => ({
  programmeStatus: status,
  programmeEndsOn: dateFromParts(ends),
  programmeResumesOn: status === 'interrupted' ? dateFromParts(resumes) : null,
});

interface StatusFormProps {
  readonly plan: Folded<'pathway-plan'>;
  readonly draftKey: string;
  readonly onClose: () => void;
}

function StatusForm({plan, draftKey, onClose}: StatusFormProps) {
  const {t} = useText();
  const {data} = plan;
  const form = useKeptForm<StatusDraft>(
    draftKey,
    () => {
      const start = {
        status: data.programmeStatus ?? 'active',
        ends: data.programmeEndsOn === null ? NO_DATE : partsFromDate(data.programmeEndsOn),
        resumes: data.programmeResumesOn === null ? NO_DATE : partsFromDate(data.programmeResumesOn),
      };
      return {
        ...start,
        bases: Object.fromEntries(
          (['programmeStatus', 'programmeEndsOn', 'programmeResumesOn'] as const).map(field => [field, seenOps(plan, field)]),
        ),
        began: JSON.stringify(bodyOf(start)),
      };
    },
    readStatus,
    onClose,
  );
  const {value, change} = form;
  const faults: FormError[] = (['ends', 'resumes'] as const)
    .filter(field => field === 'ends' || value.status === 'interrupted')
    .flatMap(field =>
      !isEmptyDate(value[field]) && dateFromParts(value[field]) === null
        ? [{field: `programme-${field}`, message: t('learning:date.missing')}]
        : [],
    );
  const {error} = errorsOf(form, faults);
  return (
    <KeptForm
      form={form}
      faults={faults}
      submit={t('learning:save')}
      commands={() => {
        const began = JSON.parse(value.began) as Readonly<Record<string, unknown>>;
        const body = Object.fromEntries(Object.entries(bodyOf(value)).filter(([field, now]) => now !== (began[field] ?? null)));
        return Object.keys(body).length === 0
          ? []
          : [{kind: 'plan.change', record: plan.id, person: plan.person, body, bases: value.bases}];
      }}
    >
      <RadioGroup
        id="programme-state"
        label={t('learning:programme.state')}
        value={value.status}
        onChange={status => change({status})}
        choices={PROGRAMME_STATUSES.map(each => ({value: each, label: t(`codes:programme.${each}`)}))}
      />
      {value.status === 'interrupted' && (
        <DateField
          id="programme-resumes"
          label={t('learning:programme.resumes')}
          hint={t('learning:programme.resumes.hint')}
          error={error('programme-resumes')}
          value={value.resumes}
          onChange={resumes => change({resumes})}
        />
      )}
      <DateField
        id="programme-ends"
        label={t('learning:programme.ends')}
        hint={t('learning:optional')}
        error={error('programme-ends')}
        value={value.ends}
        onChange={ends => change({ends})}
      />
    </KeptForm>
  );
}
