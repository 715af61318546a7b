/**
 * The pathway plan on paper. For the young person it is in their own words and theirs first, with what they can do if they do
 * not agree; for staff it also holds what staff wrote for themselves.
 */
import {PLAN_IN_MAKING, type PlanSection} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {MEIC} from '#client/case/contact/national-numbers.ts';
import {isEmptySection, readOwnPlan, type OwnPlan, type OwnSection, type Plan} from '#client/case/plan/read-own-plan.ts';
import {SIGNATURE_HEIGHT, SIGNATURE_WIDTH} from '#client/forms/signature-field.tsx';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {hasVersions, KeptCell, KeptWords} from './kept-words.tsx';
import {PaperFacts, PaperPart, PaperTable, PaperWords, SignatureLines} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';

export function planOnPaper(file: PaperFile, plan: Id | null): Plan | undefined {
  const plans = file.records(file.person, 'pathway-plan');
  return plans.find(({id}) => id === plan);
}

export function PlanPaper({file, plan, titleOf = theirTitle}: {readonly file: PaperFile; readonly plan: Plan; readonly titleOf?: TitleOf}) {
  const text = useText();
  const {t, format} = text;
  const found = readOwnPlan(file, plan);
  const {data} = plan;
  const isTheirs = file.reader === 'them';
  const day = (on: typeof data.planOn | undefined) => (on ? format.longDate(on) : null);
  const answered = new Set(
    file.records(file.person, 'section-answer').flatMap(each => (each.data.plan === plan.id ? [each.data.section] : [])),
  );
  const isEmpty = (section: OwnSection) =>
    isEmptySection(section) && !answered.has(section.key) && ![...section.staff, ...(section.own ? [section.own] : [])].some(hasVersions);
  const empty = found.sections.filter(isEmpty);
  return (
    <>
      <PaperFacts
        facts={[
          [t('print:plan.version'), String(data.version)],
          [t('print:plan.status'), t(`print:planStatus.${data.status}`)],
          [t('print:plan.date'), day(data.planOn)],
          [t('print:plan.author'), asWritten(file.nameOf(data.author))],
          [t('print:plan.approved'), asWritten([file.nameOf(data.approvedBy), day(data.approvedOn)].filter(Boolean).join(', '))],
          [t('print:plan.reviewed'), day(data.lastReviewOn)],
        ]}
      />
      {PLAN_IN_MAKING.includes(data.status) && <p className="app-paper__notice">{t('print:plan.inMaking')}</p>}
      <KeptWords
        quote
        level={3}
        label={t(isTheirs ? 'young:plan.views' : 'print:plan.views')}
        file={file}
        record={found.views}
        field="words"
      />
      {found.sections
        .filter(section => !isEmpty(section))
        .map(section => (
          <SectionOnPaper key={section.key} title={titleOf(text, section.key)} section={section} file={file} plan={plan.id} />
        ))}
      {empty.length > 0 && (
        <PaperPart title={t('print:plan.empty')}>
          <p>{empty.map(({key}) => titleOf(text, key)).join('; ')}</p>
        </PaperPart>
      )}
      <WholePlan found={found} file={file} />
      {isTheirs && <Rights />}
      <SignatureLines who={[t('print:sign.young'), t('print:sign.adviser'), t('print:sign.manager')]} />
    </>
  );
}

/** What a part is called on paper: staff's names of them are given by staff's screen, which alone has those words. */
export type TitleOf = (text: Pick<Text, 't'>, key: PlanSection) => string;
const theirTitle: TitleOf = ({t}, key) => t(`young:section.${key}`);

interface SectionOnPaperProps {
  readonly title: string;
  readonly section: OwnSection;
  readonly file: PaperFile;
  readonly plan: Id;
}

function SectionOnPaper({title, section, file, plan}: SectionOnPaperProps) {
  const {t, format} = useText();
  const isTheirs = file.reader === 'them';
  const answers = file.records(file.person, 'section-answer').filter(({data}) => data.plan === plan && data.section === section.key);
  const rating = section.own?.data.rating ?? null;
  return (
    <PaperPart title={title}>
      <KeptWords quote label={t(isTheirs ? 'young:plan.ownWords' : 'print:plan.ownWords')} file={file} record={section.own} field="words" />
      {rating !== null && <PaperFacts facts={[[t('young:own.rating'), t(`young:own.rating.${rating as 1 | 2 | 3 | 4 | 5}`)]]} />}
      {onceEach(section.staff).map(record => (
        <div key={record.id}>
          <KeptWords label={t('young:plan.goingWell')} file={file} record={record} field="goingWell" />
          <KeptWords label={t(isTheirs ? 'young:plan.staffWords' : 'print:plan.staffWords')} file={file} record={record} field="needs" />
          <KeptWords label={t('young:plan.outcome')} file={file} record={record} field="outcome" />
        </div>
      ))}
      <Actions actions={section.actions} file={file} />
      {answers.length > 0 && (
        <>
          <h4 className="app-paper__label">{t('young:plan.answers')}</h4>
          {answers.map(({id, data}) => (
            <div key={id} className="app-paper__kept">
              <PaperFacts facts={[[t(`codes:sectionAnswer.${data.answer}`), format.longDate(data.on)]]} />
              <PaperWords quote words={data.words} />
            </div>
          ))}
        </>
      )}
    </PaperPart>
  );
}

/** What is shown to the young person word for word as staff wrote it stands on paper once. */
function onceEach(texts: readonly Folded<'plan-section'>[]): readonly Folded<'plan-section'>[] {
  const seen = new Set<string>();
  return texts.filter(record => {
    const {data} = record;
    const words = JSON.stringify([data.needs?.text, data.goingWell?.text, data.outcome?.text]);
    return hasVersions(record) || (!seen.has(words) && seen.add(words));
  });
}

export function Actions({
  actions,
  file,
  title,
  atMost,
}: {
  readonly actions: readonly Folded<'plan-action'>[];
  readonly file: PaperFile;
  readonly title?: string;
  /** No more of each than so many letters. */
  readonly atMost?: number;
}) {
  const {t, format} = useText();
  return (
    <PaperTable
      caption={title ?? t('young:plan.actions')}
      look="promises"
      head={[t('print:action.what'), t('young:action.who'), t('print:action.by'), t('print:action.state')]}
      rows={actions.map(action => {
        const {id, data} = action;
        return {
          key: id,
          cells: [
            <KeptCell key="what" file={file} record={action} field="what" {...(atMost === undefined ? {} : {atMost})} />,
            asWritten(file.nameOf(data.ownerStaff) ?? data.owner),
            data.dueOn === null ? '' : format.longDate(data.dueOn),
            t(`young:status.${data.status}`),
          ],
        };
      })}
    />
  );
}

function WholePlan({found, file}: {readonly found: OwnPlan; readonly file: PaperFile}) {
  const {t, format} = useText();
  const isTheirs = file.reader === 'them';
  return (
    <>
      {found.contingencies.length > 0 && (
        <PaperPart title={t('young:plan.ifChange')}>
          <PaperTable
            caption={t('young:plan.ifChange')}
            look="even"
            head={[t('young:plan.ifThis'), t('young:plan.thenThis'), t('young:action.who')]}
            rows={found.contingencies.map(record => ({
              key: record.id,
              cells: [
                <KeptCell key="if" file={file} record={record} field="trigger" />,
                <KeptCell key="then" file={file} record={record} field="response" />,
                asWritten(record.data.owner),
              ],
            }))}
          />
        </PaperPart>
      )}
      {found.others.length > 0 && (
        <PaperPart title={t('young:plan.other')}>
          <Actions actions={found.others} file={file} title={t('young:plan.other')} />
        </PaperPart>
      )}
      {found.consulted.length > 0 && (
        <PaperPart title={t(isTheirs ? 'young:plan.asked' : 'print:plan.asked')}>
          <PaperFacts
            facts={found.consulted.map(({data}) => [
              asWritten(data.name),
              `${t(`young:asked.${data.relation}`)}, ${format.longDate(data.on)}`,
            ])}
          />
        </PaperPart>
      )}
      {found.answers.length > 0 && (
        <PaperPart title={t(isTheirs ? 'young:myAnswer.mine' : 'print:plan.answer')}>
          {found.answers.map(({id, data}) => (
            <div key={id} className="app-paper__kept">
              <p>
                <strong>{t(`young:myAnswer.${data.response}`)}</strong>
                {`, ${format.longDate(data.on)}`}
              </p>
              <PaperWords quote words={data.words} />
              {data.signature !== null && (
                <svg
                  className="app-paper__drawn"
                  viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
                  role="img"
                  aria-label={t('young:myAnswer.signed')}
                >
                  <path d={data.signature} />
                </svg>
              )}
              <PaperFacts facts={[[t('young:myAnswer.told'), asWritten(file.nameOf(data.givenTo))]]} />
            </div>
          ))}
        </PaperPart>
      )}
    </>
  );
}

function Rights() {
  const {t} = useText();
  return (
    <PaperPart title={t('print:rights.title')}>
      <p>{t('print:rights.answer')}</p>
      <p>{t('young:help.rights.advocate')}</p>
      <p>{t('print:rights.meic', {number: MEIC})}</p>
      <p>{t('young:help.rights.complain')}</p>
    </PaperPart>
  );
}
