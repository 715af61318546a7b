/** How far a record's newest change has come, in a line of its own; nothing once the council has it. */
import {useText} from '#client/i18n/text.ts';
import type {Delivery} from '#client/vault/contract.ts';
import {StatusText} from '#client/ui/status-text.tsx';

export function DeliveryLine({delivery}: {readonly delivery: Delivery}) {
  const {t} = useText();
  if (delivery === 'accepted') return null;
  return (
    <p>
      <StatusText tone={delivery === 'needs_attention' ? 'attention' : 'waiting'}>{t(`sync:delivery.${delivery}`)}</StatusText>
    </p>
  );
}
