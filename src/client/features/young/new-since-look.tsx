/** What has come since the young person last looked, in words; looking at it is what makes it no longer new. */
import {useEffect} from 'react';
import {Link} from '#client/ui/link.tsx';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
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
  'money-line': ['young:week.title', '/my-money/week'],
  'benefit-check': ['young:week.title', '/my-money/week'],
  'money-help': ['young:week.title', '/my-money/week'],
  stay: ['young:myHome.title', '/my-home'],
  activity: ['young:home.learning', '/my-learning'],
  'evaluation-consent': ['young:home.evaluation', '/my-money/evaluation'],
};

/** What somebody waits for is named as what it is, and leads to the request that it is about. */
function aboutMoney({kind, data}: DomainRecord): readonly [words: TextKey, to: string] | null {
  if (kind === 'education-support') return data['decision'] === null ? null : ['young:home.fund.decision', '/my-learning'];
  const to = `/my-money/${String(data['request'])}`;
  if (kind === 'fund-decision') return ['young:home.fund.decision', to];
  return kind === 'fund-note' && data['what'] === 'question' ? ['young:home.fund.question', to] : null;
}

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
    const money = aboutMoney(record);
    if (money) {
      lines.set(money.join(' '), {to: money[1], words: t(money[0])});
      continue;
    }
    const place = PLACES[record.kind];
    if (!place) continue;
    const what = t(place[0]);
    const words = t(isNew ? 'young:changed.new' : 'young:changed.changed', {what});
    lines.set(words, {to: place[1], words});
  }
  // The request itself changed with the answer to it.
  const isTold = (to: string) => to === '/my-money' && [...lines.values()].some(each => each.to.startsWith('/my-money/'));
  const shown = [...lines].filter(([, line]) => !isTold(line.to));
  if (shown.length === 0) return null;
  return (
    <Section title={t('young:home.new')}>
      <ul className="govuk-list govuk-list--bullet">
        {shown.map(([key, {to, words}]) => (
          <li key={key}>
            <Link className="govuk-link" to={to}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
