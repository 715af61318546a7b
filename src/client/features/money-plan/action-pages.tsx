/**
 * A line or a benefit becomes an action of the plan's part about money: the form of every action, begun with what it is about,
 * in the plan that can be written, else in the one in force. What the young person asked for is then said to be done.
 */
import {useNavigate, useParams} from 'react-router';
import {BENEFITS} from '#domain/money-plan/codes.ts';
import {PLAN_IN_FORCE, PLAN_WRITABLE} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ActionForm} from '#client/case/plan/action-form.tsx';
import {amountWords} from '#client/case/money/amount-words.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {plansOf} from '#client/case/plan/read-own-plan.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {FreeText, type WrittenWords} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {benefitWish} from './benefit-pages.tsx';
import {Back, lineWish, NotThere} from './line-pages.tsx';
import type {Whose} from './whose.ts';

interface ActionPageProps {
  readonly whose: Whose;
  readonly person: PersonOnDevice;
}

export function ActionOfLinePage({whose, person}: ActionPageProps) {
  const text = useText();
  const {t} = text;
  const {line: id} = useParams();
  const line = useMemory(memory => memory.records(whose.id, 'money-line').find(each => each.id === id), [whose.id, id]);
  if (!line) return <NotThere whose={whose} />;
  const {what, amount, words} = line.data;
  const about = t('money-plan:action.line', {what: t(`codes:moneyLine.${what}`), amount: amountWords(text, amount)});
  return <Action whose={whose} person={person} of={line.id} about={about} words={words} planned={lineWish(line, 'planned')} />;
}

export function ActionOfBenefitPage({whose, person}: ActionPageProps) {
  const {t} = useText();
  const {benefit: named} = useParams();
  const benefit = BENEFITS.find(each => each === named);
  const check = useMemory(
    memory => memory.records(whose.id, 'benefit-check').find(({data}) => data.benefit === benefit),
    [whose.id, benefit],
  );
  if (benefit === undefined) return <NotThere whose={whose} />;
  const about = t('money-plan:action.benefit', {what: t(`codes:benefit.${benefit}`)});
  const planned = benefitWish(whose.id, benefit, check, 'planned');
  return <Action whose={whose} person={person} of={benefit} about={about} words={null} planned={planned} />;
}

interface ActionProps extends ActionPageProps {
  readonly of: string;
  readonly about: string;
  readonly words: WrittenWords | null;
  readonly planned: NewCommand;
}

function Action({whose, person, of, about, words, planned}: ActionProps) {
  const {t} = useText();
  const navigate = useNavigate();
  const {plan, into} = useMemory(memory => planFor(plansOf(memory, person.id)), [person.id]);
  return (
    <Page title={t('money-plan:action')} caption={whose.name}>
      <p className="govuk-body">{t(`money-plan:action.${into}`)}</p>
      {words !== null && <FreeText quoted words={words} />}
      <ActionForm
        person={person}
        plan={plan}
        section="financial"
        draftKey={`money-action/${person.id}/${of}`}
        about={about}
        also={planned}
        onClose={() => void navigate(whose.base)}
      />
      <Back whose={whose} />
    </Page>
  );
}

function planFor(plans: ReturnType<typeof plansOf>): {readonly plan: Id | null; readonly into: 'making' | 'current' | 'none'} {
  const making = plans.find(({data}) => PLAN_WRITABLE.includes(data.status));
  if (making) return {plan: making.id, into: 'making'};
  const current = plans.find(({data}) => PLAN_IN_FORCE.includes(data.status));
  return current ? {plan: current.id, into: 'current'} : {plan: null, into: 'none'};
}
