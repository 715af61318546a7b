/** What has become of the choice: what is the version now, where the other words are, and what came in unseen meanwhile. */
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {VersionValue, useWhatOf} from '#client/case/records/version-words.tsx';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import type {FieldRecord} from './choice-draft.ts';

interface ChoiceMadeProps {
  readonly record: FieldRecord;
  readonly field: string;
  readonly value: unknown;
  readonly onAgain: () => void;
}

const OF_MONEY_PLAN: readonly string[] = ['money-line', 'benefit-check', 'money-help'];

/** Where a young person reads it, with the words that lead there. */
const ownPlaceOf = ({kind}: FieldRecord) =>
  OF_MONEY_PLAN.includes(kind) ? (['/my-money/week', 'young:week.title'] as const) : (['/my-plan', 'common:nav.myPlan'] as const);

/** The part of the file in which the field is read. */
function placeOf({kind, person}: FieldRecord): string | null {
  if (person === null) return null;
  if (OF_MONEY_PLAN.includes(kind)) return `/people/${person}/money-plan`;
  return kind.startsWith('plan-') || kind === 'own-words' ? `/people/${person}/plan` : `/people/${person}`;
}

export function ChoiceMade({record, field, value, onAgain}: ChoiceMadeProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const whatOf = useWhatOf();
  const isYoung = vault.session.role === 'young_person';
  const [ownPlace, ownWords] = ownPlaceOf(record);
  const place = isYoung ? ownPlace : placeOf(record);
  return (
    <Page title={t('together:done.title')}>
      <p className="govuk-body">{t(isYoung ? 'together:done.young' : 'together:done.words')}</p>
      <CardList>
        <li>
          <Card title={whatOf(record, field)}>
            <VersionValue record={record} field={field} value={value} />
            <DeliveryLine delivery={record.delivery} />
          </Card>
        </li>
      </CardList>
      {(record.heads[field]?.length ?? 0) > 1 && (
        <Notice tone="attention">
          <p>{t('together:done.beside')}</p>
          <Button look="second" onPress={onAgain}>
            {t('together:done.look')}
          </Button>
        </Notice>
      )}
      <div className="app-section">
        {place !== null && (
          <LinkButton look="second" to={place}>
            {t(isYoung ? ownWords : 'together:done.file')}
          </LinkButton>
        )}
        <p>
          {!isYoung && may(vault.session.role, 'record.history', true) && (
            <LinkButton look="quiet" to={`/history/${record.id}`}>
              {t('together:done.history')}
            </LinkButton>
          )}
          <LinkButton look="quiet" to="/together">
            {t('together:list')}
          </LinkButton>
        </p>
      </div>
    </Page>
  );
}
