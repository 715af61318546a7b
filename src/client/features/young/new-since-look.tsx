/** What has come since the young person last looked, in words; looking at it is what makes it no longer new. */
import {useEffect} from 'react';
import {Link} from '#client/ui/link.tsx';
import type {Id} from '#domain/shared/ids.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import type {Look} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';

/** Kinds that a young person would call something, with the screen on which it is. */
const PLACES: Readonly<Record<string, readonly [words: TextKey, to: string]>> = {
  'plan-action': ['young:home.promised', '/my-plan'],
  'pathway-plan': ['young:plan.title', '/my-plan'],
  'plan-section': ['young:plan.title', '/my-plan'],
  'review-request': ['young:review.title', '/ask-review'],
  message: ['young:talk.messages', '/talk'],
  'fund-request': ['young:money.fund', '/my-money'],
  'fund-decision': ['young:money.fund', '/my-money'],
  stay: ['young:myHome.title', '/my-home'],
};

interface NewSinceLookProps {
  readonly person: Id;
  readonly look: Look | null;
}

export function NewSinceLook({person, look}: NewSinceLookProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  // While the first of it is still on its way nobody has looked at all of it.
  const loading = useSyncState().firstSync !== null;
  const changed = useMemory(memory => memory.changedSince(person, look), [person, look]);
  useEffect(() => {
    // What was shown has been seen; a failure to note it only shows it once more.
    if (loading) return;
    void vault.noteLook(person).catch(() => undefined);
  }, [vault, person, loading]);
  const lines = new Map<string, {to: string; words: string}>();
  for (const {record, isNew} of changed) {
    const place = PLACES[record.kind];
    if (!place) continue;
    const what = t(place[0]);
    const words = t(isNew ? 'young:changed.new' : 'young:changed.changed', {what});
    lines.set(words, {to: place[1], words});
  }
  if (lines.size === 0) return null;
  return (
    <Section title={t('young:home.new')}>
      <ul className="govuk-list govuk-list--bullet">
        {[...lines.values()].map(({to, words}) => (
          <li key={words}>
            <Link className="govuk-link" to={to}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
