/**
 * Learning and work, as the young person sees it: what they do now and who wrote that, saying that it is still so or that something
 * has changed, and help with what learning costs. All of it works with no signal.
 */
import {activitiesOn, confirmationsOf} from '#domain/learning-work/present-activity.ts';
import {isHigherEducation} from '#domain/learning-work/codes.ts';
import {struckOut} from '#domain/shared/record.ts';
import {asksCourse} from '#client/case/learning-work/activity-draft.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {FoldedForm} from '#client/forms/kept-form.tsx';
import {SupportAskForm} from '#client/case/learning-work/support-ask-form.tsx';
import {stateOf, SupportStanding} from '#client/case/learning-work/support-standing.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {helperName, useOwnFile, type OwnFile} from './own-file.ts';
import {SAY_DRAFT, SayActivityForm} from './say-activity-form.tsx';

export function LearningPage() {
  const {t} = useText();
  const today = useToday();
  const file = useOwnFile();
  const all = useMemory(memory => memory.records(file.id, 'activity').filter(each => !struckOut(each)), [file.id]);
  const now = activitiesOn(all, today).flatMap(({id}) => all.find(each => each.id === id) ?? []);
  const before = all.filter(({data}) => data.endOn !== null && data.endOn < today);
  return (
    <Page title={t('learning:own.title')}>
      <Section title={t('learning:own.now')}>
        {now.length === 0 && <p>{t('learning:own.none')}</p>}
        <CardList>
          {now.map(activity => (
            <li key={activity.id}>
              <Doing activity={activity} file={file} isOver={false} />
            </li>
          ))}
        </CardList>
        <FoldedForm summary={t(now.length === 0 ? 'learning:own.say.first' : 'learning:own.say')} draftKey={SAY_DRAFT}>
          {onClose => <SayActivityForm file={file} hasOther={now.length > 0} onClose={onClose} />}
        </FoldedForm>
      </Section>
      <Costs file={file} />
      {before.length > 0 && (
        <Details summary={t('learning:own.before')}>
          <CardList>
            {before
              .toSorted((one, other) => ((one.data.since ?? '') < (other.data.since ?? '') ? 1 : -1))
              .map(activity => (
                <li key={activity.id}>
                  <Doing activity={activity} file={file} isOver />
                </li>
              ))}
          </CardList>
        </Details>
      )}
    </Page>
  );
}

interface DoingProps {
  readonly activity: Folded<'activity'>;
  readonly file: OwnFile;
  readonly isOver: boolean;
}

function Doing({activity, file, isOver}: DoingProps) {
  const {t, format} = useText();
  const {data, made} = activity;
  const {busy, refused, save} = useSaveNow();
  const today = useToday();
  const author = helperName(file.help, made.author);
  const confirmed = confirmationsOf(data).findLast(({by}) => by === file.id)?.on ?? null;
  return (
    <Card
      level={3}
      title={t(`income:activity.${data.code}`)}
      aside={data.since === null ? undefined : t('learning:own.since', {date: format.longDate(data.since)})}
    >
      <DeliveryLine delivery={activity.delivery} />
      <SummaryList
        compact
        onlyKnown
        facts={[
          {label: t('learning:own.what'), value: asWritten(data.what ?? null)},
          {label: t('learning:own.where'), value: asWritten(data.where ?? null)},
          {label: t('learning:own.startsAs'), value: data.startsAs ? t(`income:activity.${data.startsAs}`) : null},
          {label: t('learning:own.startsOn'), value: data.startsOn ? format.longDate(data.startsOn) : null},
          {label: t('learning:own.ends'), value: data.expectedEndOn && !isOver ? format.longDate(data.expectedEndOn) : null},
          {label: t('learning:own.ended'), value: data.endOn === null ? null : format.longDate(data.endOn)},
        ]}
      />
      {data.words && <FreeText quoted words={data.words} />}
      <p className="app-quiet">
        {made.author === file.id
          ? t('learning:own.by')
          : author === null
            ? t('learning:own.byTeam')
            : t('learning:own.byName', {name: author})}
      </p>
      {confirmed !== null && <p className="app-quiet">{t('learning:own.confirmed', {date: format.longDate(confirmed)})}</p>}
      {!isOver && confirmed !== today && (
        <Button
          look="second"
          busy={busy}
          label={t('learning:own.still.label', {what: t(`income:activity.${data.code}`)})}
          onPress={() => void save({kind: 'activity.confirm', record: activity.id, person: file.id, body: {on: today}})}
        >
          {t('learning:own.still')}
        </Button>
      )}
      {refused !== null && <p role="alert">{refused}</p>}
    </Card>
  );
}

const ASK_SUPPORT = 'support-ask/own';

/** Owed by law where it is owed at all; the fund is something else, and is asked elsewhere. */
function Costs({file}: {readonly file: OwnFile}) {
  const {t, format} = useText();
  const today = useToday();
  const all = useMemory(
    memory => memory.records(file.id, 'education-support').toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1)),
    [file.id],
  );
  const course = useMemory(
    memory => {
      const now = activitiesOn(memory.records(file.id, 'activity'), today);
      return now.find(({data}) => isHigherEducation(data.code)) ?? now.find(({data}) => asksCourse(data.code));
    },
    [file.id, today],
  );
  // The amount is for those to whom it can be owed, and is promised to nobody else.
  const mayHave = useMemory(
    memory => memory.records(file.id, 'entitlements')[0]?.data.items.some(({what}) => what === 'he_amount') ?? false,
    [file.id],
  );
  const pence = file.help?.higherEducationPence;
  const relevant = pence === undefined || !mayHave ? null : format.money(pence);
  return (
    <Section title={t('learning:own.costs')}>
      <p>{t('learning:own.costs.words')}</p>
      {relevant !== null && <p>{t('learning:own.costs.relevant', {amount: relevant})}</p>}
      <p>{t('learning:own.costs.grant')}</p>
      <CardList>
        {all.map(support => (
          <li key={support.id}>
            <OwnSupport support={support} file={file} />
          </li>
        ))}
      </CardList>
      <FoldedForm summary={t('learning:own.costs.ask')} draftKey={ASK_SUPPORT}>
        {onClose => (
          <SupportAskForm
            person={file.id}
            draftKey={ASK_SUPPORT}
            course={course}
            relevant={relevant}
            wordsLabel={t('learning:own.costs.why')}
            onClose={onClose}
          />
        )}
      </FoldedForm>
      <LinkButton look="quiet" to="/my-plan">
        {t('learning:own.toPlan')}
      </LinkButton>
      <LinkButton look="quiet" to="/my-money">
        {t('learning:own.toFund')}
      </LinkButton>
    </Section>
  );
}

function OwnSupport({support, file}: {readonly support: Folded<'education-support'>; readonly file: OwnFile}) {
  const {t, format} = useText();
  const {busy, refused, save} = useSaveNow();
  const {data} = support;
  const state = stateOf(support);
  return (
    <Card level={3} title={t(`codes:educationSupport.${data.what}`)} aside={format.longDate(data.askedOn)}>
      <SupportStanding support={support} decidedBy={helperName(file.help, data.decision?.by ?? null)} />
      {state === 'waiting' && <p>{t('learning:own.waiting')}</p>}
      {state === 'waiting' && data.what === 'relevant_amount' && <p>{t('learning:own.inPlan')}</p>}
      {state === 'refused' && <p>{t('learning:own.refused')}</p>}
      {state === 'waiting' && (
        <Button
          look="quiet"
          busy={busy}
          onPress={() => void save({kind: 'education-support.withdraw', record: support.id, person: file.id, body: {}})}
        >
          {t('learning:support.withdraw')}
        </Button>
      )}
      {refused !== null && <p role="alert">{refused}</p>}
    </Card>
  );
}
