/**
 * What should happen with a line or a benefit: in their plan, or help with it. The young person says so at one press and can
 * take it back; staff see it and make it an action of the plan. An action can be taken back too, so what has become one can be
 * asked for again.
 */
import type {MoneyWish} from '#domain/money-plan/codes.ts';
import {useText} from '#client/i18n/text.ts';
import type {Delivery, NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import type {Whose} from './whose.ts';

interface WishProps {
  readonly whose: Whose;
  readonly wish: MoneyWish | null;
  /** How far the record has come: nobody else sees what has not been sent. */
  readonly delivery: Delivery;
  /** Where staff make it an action. */
  readonly actionAt: string;
  readonly command: (wish: MoneyWish | null) => NewCommand;
}

export function Wish({whose, wish, delivery, actionAt, command}: WishProps) {
  const {t} = useText();
  const saving = useSaveNow();
  return (
    <Section title={t('money-plan:wish')}>
      <LiveRegion visible>{wish === null ? '' : <WishSaid whose={whose} wish={wish} delivery={delivery} />}</LiveRegion>
      {saving.refused !== null && (
        <p role="alert" className="govuk-error-message">
          {saving.refused}
        </p>
      )}
      <ButtonRow>
        {!whose.isOwn && wish !== 'planned' && <LinkButton to={actionAt}>{t('money-plan:action')}</LinkButton>}
        {whose.isOwn &&
          (wish === null || wish === 'planned') &&
          (['plan', 'help'] as const).map(each => (
            <Button key={each} look="second" busy={saving.busy} onPress={() => void saving.save(command(each))}>
              {t(`money-plan:wish.${each}`)}
            </Button>
          ))}
        {whose.isOwn && (wish === 'plan' || wish === 'help') && (
          <Button look="quiet" busy={saving.busy} onPress={() => void saving.save(command(null))}>
            {t('money-plan:wish.undo')}
          </Button>
        )}
      </ButtonRow>
    </Section>
  );
}

export function WishSaid({whose: {isOwn, name}, wish, delivery}: Pick<WishProps, 'whose' | 'delivery'> & {readonly wish: MoneyWish}) {
  const {t} = useText();
  const said = delivery === 'accepted' ? 'said' : 'unsent';
  return (
    <StatusText tone={wish === 'planned' ? 'good' : 'waiting'}>
      {!isOwn
        ? t(`money-plan:wish.${wish}.staff`, {name})
        : wish === 'planned'
          ? t('money-plan:wish.planned.said')
          : t(`money-plan:wish.${wish}.${said}`)}
    </StatusText>
  );
}
