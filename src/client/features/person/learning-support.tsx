/**
 * Help with the costs of learning: what was asked, whether the plan carries it, and for whoever decides, the decision. It
 * is owed by law, so it is never a request to the St David's Day Fund.
 */
import {may} from '#domain/access/permissions.ts';
import {relevantAmounts} from '#domain/education-support/granted-before.ts';
import {awaitsSupportDecision} from '#domain/education-support/where-it-stands.ts';
import {planWithProgramme} from '#domain/education-support/programme-in-plan.ts';
import {isHigherEducation} from '#domain/learning-work/codes.ts';
import {activitiesOn} from '#domain/learning-work/present-activity.ts';
import {must} from '#domain/shared/result.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {deadlineWords} from '#client/case/deadlines/deadline-words.ts';
import {asksCourse} from '#client/case/learning-work/activity-draft.ts';
import {FoldedForm} from '#client/forms/kept-form.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {SupportAskForm} from '#client/case/learning-work/support-ask-form.tsx';
import {SupportStanding} from '#client/case/learning-work/support-standing.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';
import type {PartProps} from './part.ts';
import {DecideSupport, PaySupport} from './support-forms.tsx';

/** To whom the duty is owed; of anybody else that is told before the asking. */
const OWED: ReadonlySet<string> = new Set(['C3', 'C4']);
/** And while it runs. */
const RUNS: ReadonlySet<string> = new Set(['full', 'education_only']);

export function LearningSupport({person, today}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const all = useMemory(
    memory => memory.records(person.id, 'education-support').toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1)),
    [person.id],
  );
  const course = useMemory(
    memory => {
      const now = activitiesOn(memory.file(person.id), today);
      return now.find(({data}) => isHigherEducation(data.code)) ?? now.find(({data}) => asksCourse(data.code));
    },
    [person.id, today],
  );
  const amount = useMemory(memory => memory.settings()('higherEducationAmountPence', today), [today]);
  const draftKey = `support-ask/${person.id}`;
  return (
    <Section title={t('learning:support')}>
      <p className="govuk-body">{t('learning:support.words', {amount: format.money(amount)})}</p>
      {!OWED.has(person.category) && (
        <p className="govuk-body">{t('learning:support.otherCategory', {category: t(`codes:category.${person.category}`)})}</p>
      )}
      {OWED.has(person.category) && person.duty !== null && !RUNS.has(person.duty) && (
        <p className="govuk-body">{t('learning:support.dutyOver')}</p>
      )}
      <CardList>
        {all.map(support => (
          <li key={support.id}>
            <Support support={support} person={person} today={today} />
          </li>
        ))}
      </CardList>
      {may(vault.session.role, 'education-support.ask', true) && !person.died && (
        <FoldedForm summary={t('learning:support.ask')} draftKey={draftKey}>
          {onClose => (
            <SupportAskForm
              person={person.id}
              draftKey={draftKey}
              course={course}
              relevant={format.money(amount)}
              wordsLabel={t('learning:support.why')}
              onClose={onClose}
            />
          )}
        </FoldedForm>
      )}
      <LinkButton look="quiet" to={`/people/${person.id}/money`}>
        {t('learning:support.toFund')}
      </LinkButton>
    </Section>
  );
}

function Support({support, person, today}: PartProps & {readonly support: Folded<'education-support'>}) {
  const text = useText();
  const {t, format} = text;
  const {vault} = useOpenVault();
  const {data} = support;
  const by = useMemory(memory => (data.decision === null ? null : staffName(memory, data.decision.by)), [data.decision]);
  const asker = useMemory(memory => staffName(memory, support.made.author), [support.made.author]);
  const deadline = useMemory(
    memory => deadlinesOnDevice(memory, person.id, today).find(({subject}) => subject === support.id),
    [person.id, today, support.id],
  );
  const waits = awaitsSupportDecision(data);
  const decides = may(vault.session.role, 'education-support.decide', true);
  // Whoever decides says no in words; they take back only what they asked themselves.
  const mayTakeBack = may(vault.session.role, 'education-support.ask', true) && (!decides || support.made.author === vault.session.holder);
  return (
    <Card
      level={3}
      title={t(`codes:educationSupport.${data.what}`)}
      aside={format.longDate(data.askedOn)}
      tone={waits ? 'attention' : 'plain'}
    >
      <p className="app-quiet">
        {t('learning:support.askedBy', {name: support.made.author === person.id ? person.knownAs : (asker ?? t('common:formerColleague'))})}
      </p>
      <SupportStanding support={support} decidedBy={by} rule />
      {waits && deadline && <p>{deadlineWords(text, deadline, today)}</p>}
      {waits && data.what === 'relevant_amount' && <AmountOfCourse support={support} person={person} />}
      {waits && decides && support.made.author !== vault.session.holder && <DecideSupport support={support} today={today} />}
      {waits && decides && support.made.author === vault.session.holder && <p>{t('learning:support.ownRequest')}</p>}
      {waits && !decides && <p className="app-quiet">{t('learning:support.waitsManager')}</p>}
      {waits && mayTakeBack && <TakeBack support={support} />}
      {data.decision?.outcome === 'granted' && may(vault.session.role, 'education-support.pay', true) && (
        <PaySupport support={support} today={today} />
      )}
    </Card>
  );
}

/** the amount is given once for a course, and the course must be in the plan; where it is not, what to do about it. */
function AmountOfCourse({support, person}: Pick<PartProps, 'person'> & {readonly support: Folded<'education-support'>}) {
  const {t, format} = useText();
  const before = useMemory(memory => relevantAmounts(memory.records(person.id, 'education-support'), support.id), [person.id, support.id]);
  const plan = useMemory(memory => planWithProgramme(memory.records(person.id, 'pathway-plan')), [person.id]);
  return (
    <>
      {before.map(({id, data: {course, decision}}) => (
        <p key={id}>{t('learning:support.before', {date: format.longDate(must(decision, 'it was granted').on), course})}</p>
      ))}
      {plan ? (
        <p>{t('learning:support.inPlan', {programme: plan.data.programme ?? ''})}</p>
      ) : (
        <Notice tone="attention" title={t('learning:support.notInPlan')}>
          <p>{t('learning:support.notInPlan.words')}</p>
          <LinkButton look="second" to={`/people/${person.id}/plan`}>
            {t('learning:programme.toPlan')}
          </LinkButton>
        </Notice>
      )}
    </>
  );
}

function TakeBack({support}: {readonly support: Folded<'education-support'>}) {
  const {t} = useText();
  const {busy, refused, save} = useSaveNow();
  return (
    <>
      <Button
        look="quiet"
        busy={busy}
        onPress={() => void save({kind: 'education-support.withdraw', record: support.id, person: support.person, body: {}})}
      >
        {t('learning:support.withdraw')}
      </Button>
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
