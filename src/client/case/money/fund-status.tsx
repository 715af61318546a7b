/**
 * Where a request stands. A decision that the server has not accepted yet is none: until then it says how far it has come.
 */
import type {FundStatus as Status} from '#domain/fund/codes.ts';
import {latestDecision} from '#domain/fund/which-decision.ts';
import {useText} from '#client/i18n/text.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';
import {StatusText, type Tone} from '#client/ui/status-text.tsx';

const TONES: Readonly<Record<Status, Tone>> = {
  draft: 'calm',
  submitted: 'waiting',
  more_info: 'attention',
  recommended: 'waiting',
  deferred: 'waiting',
  approved: 'good',
  refused: 'calm',
  withdrawn: 'calm',
  paid: 'good',
  closed: 'calm',
  reversed: 'calm',
};

interface Stands {
  /** The decision that holds for everybody. */
  readonly decision: Folded<'fund-decision'> | undefined;
  /** One from this device that nobody has accepted. */
  readonly onItsWay: Folded<'fund-decision'> | undefined;
}

export function decisionsOf(memory: MemoryStore, request: Folded<'fund-request'>): Stands {
  const all = memory.records(request.person, 'fund-decision').filter(({data}) => data.request === request.id);
  return {
    decision: latestDecision(
      all.filter(({delivery}) => delivery === 'accepted'),
      request.id,
    ),
    onItsWay: all.find(({delivery}) => delivery !== 'accepted'),
  };
}

export function FundStatus({request, onItsWay}: {readonly request: Folded<'fund-request'>; readonly onItsWay: Stands['onItsWay']}) {
  const {t} = useText();
  if (onItsWay)
    return (
      <p>
        <StatusText tone="waiting">
          {t(onItsWay.delivery === 'saved_here' ? 'person:money.decision.here' : 'person:money.decision.sent')}
        </StatusText>
      </p>
    );
  return (
    <>
      <p>
        <StatusText tone={TONES[request.data.status]}>{t(`codes:fundStatus.${request.data.status}`)}</StatusText>
      </p>
      <DeliveryLine delivery={request.delivery} />
    </>
  );
}
