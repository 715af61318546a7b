/**
 * The money plan: what is left first, then each group of lines, the benefits and who helps, one below the other. Every line
 * opens; nothing on it judges. Works the same for a young person alone and for an adviser beside them.
 */
import {isFlow, MONEY_GROUPS, type MoneyGroup} from '#domain/money-plan/codes.ts';
import {isShort} from '#domain/money-plan/week-by-week.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {amountWords} from '#client/case/money/amount-words.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {figureLine, MoneyFigures} from '#client/case/money/money-figures.tsx';
import {readMoneyPlan, type MoneyLine, type MoneyPlan} from '#client/case/money/money-plan-records.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {WishSaid} from './wish.tsx';
import {captionOf, type Whose} from './whose.ts';

export function MoneyPlanPage({whose}: {readonly whose: Whose}) {
  const {t} = useText();
  const plan = useMemory(memory => readMoneyPlan(memory, whose.id), [whose.id]);
  const {isOwn, name, base} = whose;
  return (
    <Page title={t(isOwn ? 'money-plan:title' : 'money-plan:title.staff')} {...captionOf(whose)}>
      <p>{isOwn ? t('money-plan:intro') : t('money-plan:intro.staff', {name})}</p>
      {isOwn && <p>{t('money-plan:seen')}</p>}
      <Left whose={whose} plan={plan} />
      {MONEY_GROUPS.map(group => (
        <Group key={group} whose={whose} group={group} plan={plan} />
      ))}
      <Section title={t('money-plan:benefits')}>
        <p>{t('money-plan:benefits.why')}</p>
        <Benefits plan={plan} whose={whose} />
        <LinkButton look="second" to={`${base}/benefits`}>
          {t('money-plan:benefits.open')}
        </LinkButton>
      </Section>
      <Section title={t(isOwn ? 'money-plan:helper' : 'money-plan:helper.staff')}>
        {plan.helper?.data.words ? <FreeText quoted={isOwn} words={plan.helper.data.words} /> : <p>{t('money-plan:helper.none')}</p>}
        {plan.helper && <Versions record={plan.helper} delivery={plan.helper.delivery} />}
        <LinkButton look="second" to={`${base}/helper`}>
          {t('money-plan:helper.write')}
        </LinkButton>
      </Section>
      {plan.takenOut.length > 0 && (
        <Details summary={t('money-plan:out.title')}>
          <CardList>
            {plan.takenOut.map(line => (
              <li key={line.id}>
                <Line whose={whose} line={line} />
              </li>
            ))}
          </CardList>
        </Details>
      )}
      {!plan.isEmpty && (
        <LinkButton look="quiet" to={isOwn ? '/print?what=money' : `/people/${whose.id}/print/money`}>
          {t('money-plan:print')}
        </LinkButton>
      )}
    </Page>
  );
}

/** What is left; where more goes out, who can help and what may come in stand right beside it. */
function Left({whose: {isOwn, base}, plan: {sums}}: {readonly whose: Whose; readonly plan: MoneyPlan}) {
  const {t} = useText();
  if (sums.of.income + sums.of.outgoing === 0) return null;
  return (
    <div className="app-next">
      <h2 className="govuk-heading-m">{t('money-plan:sums')}</h2>
      <MoneyFigures sums={sums} />
      <p className="app-quiet">{t('money-plan:year')}</p>
      {isShort(sums) && (
        <>
          <p>{t('money-plan:short')}</p>
          <ButtonRow>
            <LinkButton to={`${base}/benefits`}>{t('money-plan:benefits.open')}</LinkButton>
            {isOwn && (
              <LinkButton look="second" to="/talk">
                {t('money-plan:short.talk')}
              </LinkButton>
            )}
          </ButtonRow>
        </>
      )}
    </div>
  );
}

function Group({whose, group, plan}: {readonly whose: Whose; readonly group: MoneyGroup; readonly plan: MoneyPlan}) {
  const text = useText();
  const {t, format} = text;
  const lines = plan.lines[group];
  const sum = plan.sums.of[group];
  return (
    <Section title={t(`money-plan:group.${group}`)}>
      {lines.length === 0 ? (
        <p>{t('money-plan:none')}</p>
      ) : (
        <>
          {lines.length > 1 && (
            <p>
              <strong>{isFlow(group) ? figureLine(text, sum) : t('money-plan:inAll', {amount: format.money(sum)})}</strong>
            </p>
          )}
          <CardList>
            {lines.map(line => (
              <li key={line.id}>
                <Line whose={whose} line={line} />
              </li>
            ))}
          </CardList>
        </>
      )}
      <LinkButton look="second" to={`${whose.base}/add/${group}`}>
        {t(`money-plan:add.${group}`)}
      </LinkButton>
    </Section>
  );
}

function Line({whose, line}: {readonly whose: Whose; readonly line: MoneyLine}) {
  const text = useText();
  const {what, amount, words, wish} = line.data;
  return (
    <Card level={3} title={text.t(`codes:moneyLine.${what}`)} to={`${whose.base}/line/${line.id}`}>
      <p>{amountWords(text, amount)}</p>
      {words !== null && <FreeText words={words} />}
      {wish !== null && <WishSaid whose={whose} wish={wish} delivery={line.delivery} />}
      <Versions record={line} delivery={line.delivery} />
    </Card>
  );
}

/** What is on its way, and the way to two versions. */
function Versions({record, delivery}: {readonly record: DomainRecord; readonly delivery: MoneyLine['delivery']}) {
  const {t} = useText();
  return (
    <>
      <DeliveryLine delivery={delivery} />
      <ClashLink record={record} label={t('money-plan:together')} />
    </>
  );
}

function Benefits({whose, plan: {checks}}: {readonly whose: Whose; readonly plan: MoneyPlan}) {
  const {t} = useText();
  if (checks.size === 0) return <p>{t('money-plan:benefits.none')}</p>;
  return (
    <CardList>
      {[...checks].map(([benefit, {data, delivery}]) => (
        <li key={benefit}>
          <Card level={3} title={t(`codes:benefit.${benefit}`)} to={`${whose.base}/benefits/${benefit}`}>
            {data.state !== null && <p>{t(`money-plan:state.${data.state}`)}</p>}
            {data.wish !== null && <WishSaid whose={whose} wish={data.wish} delivery={delivery} />}
          </Card>
        </li>
      ))}
    </CardList>
  );
}
