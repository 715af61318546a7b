/** Parts of a plan in the young person's own view, the same in the plan that is in force and in the one being made. */
import type {Folded} from '#client/vault/contract.ts';
import {useText} from '#client/i18n/text.ts';
import {AsWritten, LabelledAsWritten} from '#client/ui/as-written.tsx';
import {Section} from '#client/ui/card.tsx';
import {FreeText, type WrittenWords} from '#client/ui/free-text.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {SIGNATURE_HEIGHT, SIGNATURE_WIDTH} from '#client/forms/signature-field.tsx';
import {helperName, isMine, type OwnFile} from './own-file.ts';
import {PromiseList} from './promise-card.tsx';
import type {OwnSection} from '#client/case/plan/read-own-plan.ts';

interface PartProps {
  readonly section: OwnSection;
  readonly file: OwnFile;
}

/** What they say themselves, with how far it has come and, where two versions stand in it, the way to choose. */
export function OwnWordsShown({own, level = 3}: {readonly own: Folded<'own-words'> | undefined; readonly level?: 2 | 3}) {
  const {t} = useText();
  if (!own?.data.words) return null;
  return (
    <>
      <Labelled label={t('young:plan.ownWords')} words={own.data.words} level={level} quoted />
      <DeliveryLine delivery={own.delivery} />
      <ClashLink record={own} label={t('young:home.together')} />
    </>
  );
}

export function TeamWords({section}: {readonly section: OwnSection}) {
  const {t} = useText();
  return section.staff.map(({id, data}) => (
    <div key={id}>
      {data.goingWell && <Labelled label={t('young:plan.goingWell')} words={data.goingWell} />}
      {data.needs && <Labelled label={t('young:plan.staffWords')} words={data.needs} />}
      {data.outcome && <Labelled label={t('young:plan.outcome')} words={data.outcome} />}
    </div>
  ));
}

/** Theirs can be ticked once the plan is in force; before that it is only a proposal. */
export function WhoDoesWhat({section, file, ticks}: PartProps & {readonly ticks: boolean}) {
  const {t} = useText();
  if (section.actions.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{t('young:plan.actions')}</h3>
      <Promised actions={section.actions} file={file} ticks={ticks} />
    </>
  );
}

export function Promised({
  actions,
  file,
  ticks,
}: {
  readonly actions: readonly Folded<'plan-action'>[];
  readonly file: OwnFile;
  readonly ticks: boolean;
}) {
  const mine = actions.filter(action => ticks && isMine(action, file.person));
  const others = actions.filter(action => !mine.includes(action));
  return (
    <>
      {others.length > 0 && <PromiseList promises={others} file={file} mine={false} />}
      {mine.length > 0 && <PromiseList promises={mine} file={file} mine />}
    </>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly words: WrittenWords;
  readonly quoted?: boolean;
  readonly level?: 2 | 3;
}

function Labelled({label, words, quoted = false, level = 3}: LabelledProps) {
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading className="govuk-heading-s">{label}</Heading>
      <FreeText quoted={quoted} words={words} />
    </>
  );
}

export function IfThingsChange({contingencies}: {readonly contingencies: readonly Folded<'plan-contingency'>[]}) {
  const {t} = useText();
  if (contingencies.length === 0) return null;
  return (
    <Section title={t('young:plan.ifChange')}>
      <ul className="app-cards">
        {contingencies.map(({id, data}) => (
          <li key={id} className="app-card">
            <Labelled label={t('young:plan.ifThis')} words={data.trigger} />
            <Labelled label={t('young:plan.thenThis')} words={data.response} />
            {data.owner !== null && <LabelledAsWritten label={t('young:action.who')}>{data.owner}</LabelledAsWritten>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function WhoWasAsked({consulted}: {readonly consulted: readonly Folded<'plan-consulted'>[]}) {
  const {t, format} = useText();
  if (consulted.length === 0) return null;
  return (
    <Section title={t('young:plan.asked')}>
      <ul className="app-cards">
        {consulted.map(({id, data}) => (
          <li key={id} className="app-card">
            <p>
              <strong>
                <AsWritten>{data.name}</AsWritten>
              </strong>
            </p>
            <p>{t(`young:asked.${data.relation}`)}</p>
            <p className="app-quiet">{t('young:plan.when', {date: format.longDate(data.on)})}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Every answer they gave, newest first: none is taken back by the next. */
export function PlanAnswers({answers, file}: {readonly answers: readonly Folded<'plan-response'>[]; readonly file: OwnFile}) {
  const {t, format} = useText();
  return (
    <ul className="app-cards">
      {answers.map(({id, data, delivery}) => {
        const told = helperName(file.help, data.givenTo);
        return (
          <li key={id} className="app-card">
            <StatusList>
              <StatusText>{t(`young:myAnswer.${data.response}`)}</StatusText>
              {delivery !== 'accepted' && <StatusText tone="waiting">{t(`sync:delivery.${delivery}`)}</StatusText>}
            </StatusList>
            {data.words && <FreeText quoted words={data.words} />}
            {data.signature !== null && (
              <figure className="app-signed">
                <figcaption className="app-quiet">{t('young:myAnswer.signed')}</figcaption>
                <svg viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`} aria-hidden="true" focusable="false">
                  <path d={data.signature} />
                </svg>
              </figure>
            )}
            {told !== null && <LabelledAsWritten label={t('young:myAnswer.told')}>{told}</LabelledAsWritten>}
            <p className="app-quiet">{t('young:plan.when', {date: format.longDate(data.on)})}</p>
          </li>
        );
      })}
    </ul>
  );
}
