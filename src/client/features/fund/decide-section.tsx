/**
 * Deciding: what bears on it, then the form for whoever may. Somebody who has a part in the request sees who else has to decide.
 * What was decided here is sent to be decided; it is done when the server has accepted it.
 */
import {useState} from 'react';
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import type {OutboxItem} from '#client/vault/contract.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Section} from '#client/ui/card.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {DecideForm} from './decide-form.tsx';
import {DeciderFacts, useDecider, useWhoElse, type Decider} from './decider-facts.tsx';
import {draftFromBody} from './decision-draft.ts';
import type {OpenedRequestProps} from './opened-request.tsx';
import {Recommendation} from './recommendation.tsx';

const keyOf = (person: PersonOnDevice, request: string) => `fund-decide/${person.id}/${request}`;

/** Whether the form is this reader's: their role lets them, they have no part in it, and something is theirs to decide. */
export const mayDecide = (decider: Decider): boolean =>
  may(decider.role, 'fund.decide', true) && !decider.hasOwnPart && (decider.isManager || (decider.limit ?? 0) > 0);

export function DecideSection({person, found, today}: OpenedRequestProps) {
  const {t} = useText();
  const decider = useDecider(found.request, today);
  const others = useWhoElse(decider);
  const [round, setRound] = useState(0);
  const draftKey = keyOf(person, found.request.id);
  if (!mayDecide(decider))
    return (
      <Section title={t('fund:decide.title')}>
        <Notice title={t(decider.hasOwnPart && decider.isManager ? 'fund:decide.own' : 'fund:decide.others')}>
          {decider.hasOwnPart && decider.isManager && <p>{t('errors:refusal.own_request')}</p>}
          <p>{others === null ? t('fund:decide.who.any') : t('fund:decide.who', {names: others})}</p>
        </Notice>
      </Section>
    );
  return (
    <Section title={t('fund:decide.title')}>
      <RefusedDecision person={person} found={found} onTaken={() => setRound(count => count + 1)} />
      <Recommendation found={found} />
      <DeciderFacts decider={decider} found={found} name={person.knownAs} />
      <DecideForm
        key={round}
        person={person}
        found={found}
        today={today}
        decider={decider}
        draftKey={draftKey}
        onClose={() => setRound(count => count + 1)}
      />
    </Section>
  );
}

interface RefusedProps extends Pick<OpenedRequestProps, 'person' | 'found'> {
  /** Undefined: it cannot be decided here any more, and the words can only be read. */
  readonly onTaken?: () => void;
}

/** A decision that the server did not accept: why, with its words to read, and to take into the form again. */
export function RefusedDecision({person, found, onTaken}: RefusedProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const {request} = found;
  const items = useMemory(() => vault.outbox(), [vault]);
  const refused = items.find(({kind, record, state}) => kind === 'fund-request.decide' && record === request.id && state === 'rejected');
  if (!refused) return null;
  const draft = draftFromBody(refused.body, request, language);

  async function takeUp(item: OutboxItem) {
    if (!draft) return;
    await vault.saveDraft(keyOf(person, request.id), draft);
    // Its words are in the form now: the list of what was sent asks for nothing more.
    await vault.putAway(item.op);
    onTaken?.();
  }

  return (
    <Notice tone="attention" title={t('fund:refused.title')}>
      <p>{refusalMessage(refused.code ?? '', t)}</p>
      {draft && draft.words.text !== '' && <FreeText quoted words={draft.words} />}
      <ButtonRow>
        {onTaken && draft && (
          <Button look="second" onPress={() => void takeUp(refused)}>
            {t('fund:refused.again')}
          </Button>
        )}
        <LinkButton look="quiet" to="/sync">
          {t('fund:refused.list')}
        </LinkButton>
      </ButtonRow>
    </Notice>
  );
}
