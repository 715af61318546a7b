/** What is planned with a young person, soonest first, and the way to plan more. */
import {may} from '#domain/access/permissions.ts';
import {stateOfPlan} from '#domain/contact/planned-visit.ts';
import {struckOut} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import type {PartProps} from './part.ts';

export function PlannedVisits({person, today}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const planned = useMemory(
    memory =>
      memory
        .records(person.id, 'planned-visit')
        .filter(visit => !struckOut(visit) && stateOfPlan(visit.data) === 'planned')
        .toSorted((one, other) => (one.data.on < other.data.on ? -1 : 1)),
    [person.id],
  );
  if (!may(vault.session.role, 'contact.record', true)) return null;
  return (
    <Section title={t('visit:planned')}>
      {planned.length === 0 && <p className="govuk-body">{t('visit:planned.none')}</p>}
      <CardList>
        {planned.map(({id, data}) => (
          <li key={id}>
            <Card
              level={3}
              tone={data.on < today ? 'attention' : 'plain'}
              title={t(`codes:contactType.${data.type}`)}
              to={`/people/${person.id}/visit/${id}`}
            >
              <p>
                <StatusText tone={data.on < today ? 'attention' : 'waiting'}>
                  {`${format.dateWithDays(data.on, today)}${data.at === null ? '' : `, ${data.at}`}`}
                </StatusText>
              </p>
              <LinkButton
                look="quiet"
                to={`/record?person=${person.id}&plan=${id}`}
                label={t('visit:recordFor', {date: format.longDate(data.on)})}
              >
                {t('visit:record')}
              </LinkButton>
            </Card>
          </li>
        ))}
      </CardList>
      <ButtonRow>
        <LinkButton look="second" to={`/people/${person.id}/new-visit`}>
          {t('visit:plan.title')}
        </LinkButton>
        <LinkButton look="second" to={`/people/${person.id}/go-out`}>
          {t('visit:out.title')}
        </LinkButton>
      </ButtonRow>
    </Section>
  );
}
