/** Money: their income and outgoings, what was asked of the St David's Day Fund, where each request stands and what is due next, and the income schemes. */
import {may} from '#domain/access/permissions.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {deadlineWords} from '#client/case/deadlines/deadline-words.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {decisionsOf, FundStatus} from '#client/case/money/fund-status.tsx';
import {MoneyFigures} from '#client/case/money/money-figures.tsx';
import {moneyWishes, readMoneyPlan} from '#client/case/money/money-plan-records.ts';
import {IncomeSchemes} from './income-schemes.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {asWritten} from '#client/ui/as-written.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import type {PartProps} from './part.ts';

export function Money({person, today}: PartProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const requests = useMemory(
    memory => memory.records(person.id, 'fund-request').toSorted((one, other) => (one.data.requestedOn < other.data.requestedOn ? 1 : -1)),
    [person.id],
  );
  return (
    <>
      <MoneyPlanPart person={person} />
      <Section title={t('person:money.fund')}>
        {!person.died && may(vault.session.role, 'fund.ask', true) && (
          <LinkButton look="second" to={`/people/${person.id}/new-request`}>
            {t('person:money.ask', {name: person.knownAs})}
          </LinkButton>
        )}
        {requests.length === 0 ? (
          <p className="govuk-body">{t('person:money.fund.none', {name: person.knownAs})}</p>
        ) : (
          <CardList>
            {requests.map(request => (
              <li key={request.id}>
                <Request request={request} name={person.knownAs} today={today} />
              </li>
            ))}
          </CardList>
        )}
      </Section>
      <IncomeSchemes person={person} today={today} />
    </>
  );
}

/** What is left, and what they have asked for: each leads to where it can be made an action. */
function MoneyPlanPart({person}: Pick<PartProps, 'person'>) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {sums, isEmpty} = useMemory(memory => readMoneyPlan(memory, person.id), [person.id]);
  const wishes = useMemory(memory => moneyWishes(memory, person.id), [person.id]);
  const base = `/people/${person.id}/money-plan`;
  return (
    <Section title={t('money-plan:title.staff')}>
      {isEmpty && <p className="govuk-body">{t('money-plan:none')}</p>}
      <MoneyFigures sums={sums} />
      {!person.died && wishes.length > 0 && (
        <>
          <h3 className="govuk-heading-s">{t('money-plan:wishes', {name: person.knownAs})}</h3>
          <CardList>
            {wishes.map(({id, data}) => {
              const isBenefit = 'benefit' in data;
              const what = isBenefit ? t(`codes:benefit.${data.benefit}`) : t(`codes:moneyLine.${data.what}`);
              const to = isBenefit ? `${base}/benefits/${data.benefit}` : `${base}/line/${id}`;
              return (
                <li key={id}>
                  <Card level={4} tone="attention" title={what} to={to}>
                    {data.wish !== null && <p>{t(`money-plan:wish.${data.wish}.staff`, {name: person.knownAs})}</p>}
                    <LinkButton look="second" to={`${to}/action`} label={t('money-plan:action.for', {what})}>
                      {t('money-plan:action')}
                    </LinkButton>
                  </Card>
                </li>
              );
            })}
          </CardList>
        </>
      )}
      {!person.died && may(vault.session.role, 'money-plan.write', true) && (
        <LinkButton look="second" to={base}>
          {t('money-plan:open')}
        </LinkButton>
      )}
    </Section>
  );
}

function Request({request, name, today}: {readonly request: Folded<'fund-request'>; readonly name: string; readonly today: CalendarDate}) {
  const text = useText();
  const {t, format} = text;
  const {data} = request;
  // Of a decision that is still on its way nothing is shown as decided.
  const {decision, onItsWay} = useMemory(memory => decisionsOf(memory, request), [request]);
  const deadline = useMemory(
    memory =>
      request.person === null
        ? undefined
        : deadlinesOnDevice(memory, request.person, today).find(
            ({what, subject}) => subject === request.id && (what === 'fund_decision' || what === 'fund_evidence'),
          ),
    [request, today],
  );
  const colleague = useMemory(memory => staffName(memory, data.requestedBy), [data.requestedBy]);
  const pounds = (pence: number | null | undefined) => (pence === null || pence === undefined ? null : format.money(pence));
  const isLate = deadline?.state === 'overdue' || deadline?.state === 'due_today';
  return (
    <Card
      level={3}
      title={data.spendType === null ? t('person:money.fund') : t(`codes:spend.${data.spendType}`)}
      to={`/people/${request.person}/money/${request.id}`}
      aside={format.longDate(data.requestedOn)}
    >
      <FundStatus request={request} onItsWay={onItsWay} />
      {data.words !== null && <FreeText quoted words={data.words} />}
      <SummaryList
        compact
        onlyKnown
        facts={[
          {
            label: deadline ? t(`deadlines:what.${deadline.what}`) : null,
            value:
              deadline && !onItsWay ? (
                <StatusText tone={isLate ? 'attention' : 'waiting'}>{deadlineWords(text, deadline, today)}</StatusText>
              ) : null,
          },
          {label: t('person:money.asked'), value: pounds(data.askedPence)},
          {label: t('person:money.approved'), value: pounds(decision?.data.awardedPence)},
          {label: t('person:money.reason'), value: decision?.data.words ? null : asWritten(decision?.data.reason)},
          {label: t('person:money.decidedOn'), value: decision?.data.decidedOn ? format.longDate(decision.data.decidedOn) : null},
          {label: t('person:money.askedBy'), value: data.byYoungPerson ? name : colleague},
          {label: t('person:money.evidence'), value: data.evidence === null ? null : t(`codes:evidence.${data.evidence}`)},
          {label: t('person:money.year'), value: data.financialYear},
        ]}
      />
    </Card>
  );
}
