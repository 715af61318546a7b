/**
 * What others have changed in a plan since it was last in view on this device, in the words of its headings; looking at it
 * is what makes it no longer new. The plan's own look: the first screen keeps another.
 */
import {useEffect, useState} from 'react';
import {Link} from '#client/ui/link.tsx';
import type {DataOf} from '#domain/record-kinds.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import {AsWritten} from '#client/ui/as-written.tsx';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {helperName, newPlan, type OwnFile} from './own-file.ts';

interface Line {
  readonly id: string;
  readonly what: string;
  readonly to: string;
  readonly isNew: boolean;
  readonly by: string | null;
}

/** Null: nothing that a reader would call a change, or of a plan that is not shown to them. */
function nameOf(
  record: DomainRecord,
  t: Text['t'],
): {readonly plan: string | null; readonly what: string; readonly section?: string} | null {
  const about = (
    data: {plan: string | null; section: DataOf<'plan-section'>['section'] | null},
    key: 'staffWords' | 'ownWords' | 'action',
  ) =>
    data.section === null
      ? {plan: data.plan, what: t('young:plan.other')}
      : {plan: data.plan, what: t(`young:since.${key}`, {section: t(`young:section.${data.section}`)}), section: data.section};
  if (isKind(record, 'pathway-plan')) {
    const {status} = record.data;
    if (status === 'shared' || status === 'for_sign_off') return {plan: record.id, what: t(`young:since.plan.${status}`)};
    return {plan: record.id, what: t(status === 'current' ? 'young:since.plan.current' : 'young:plan.title')};
  }
  if (isKind(record, 'plan-section')) return about(record.data, 'staffWords');
  if (isKind(record, 'own-words')) return about(record.data, 'ownWords');
  if (isKind(record, 'plan-action')) return about(record.data, 'action');
  if (isKind(record, 'plan-views')) return {plan: record.data.plan, what: t('young:plan.views')};
  if (isKind(record, 'plan-contingency')) return {plan: record.data.plan, what: t('young:plan.ifChange')};
  if (isKind(record, 'plan-consulted')) return {plan: record.data.plan, what: t('young:plan.asked')};
  return null;
}

/** Words of their own that nobody else has written in since: what staff put down beside them is no change of theirs. */
function isOnlyTheirs(record: DomainRecord, person: string, since: string): boolean {
  if (record.kind !== 'own-words' && record.kind !== 'plan-views') return false;
  const words = record.heads['words'] ?? [];
  return words.length > 0 && words.every(({author, at}) => author === person || at <= since);
}

function placesOf(memory: MemoryStore, person: string): Readonly<Record<string, string>> {
  const [present, made] = [presentPlan(memory, person), newPlan(memory, person)];
  return {...(present ? {[present.id]: '/my-plan'} : {}), ...(made ? {[made.id]: '/my-plan/new'} : {})};
}

export function PlanChanges({file}: {readonly file: OwnFile}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const person = file.id;
  // While the first of it is still on its way nobody has looked at all of it.
  const loading = useSyncState().firstSync !== null;
  const [look] = useState(() => vault.lastLook(person, 'plan'));
  const changed = useMemory(memory => memory.changedSince(person, look), [person, look]);
  const places = useMemory(memory => placesOf(memory, person), [person]);
  useEffect(() => {
    // What was shown has been seen; a failure to note it only shows it once more.
    if (loading) return;
    void vault.noteLook(person, 'plan').catch(() => undefined);
  }, [vault, person, loading]);
  const lines = new Map<string, Line>();
  for (const {record, isNew, by} of changed) {
    if (look !== null && isOnlyTheirs(record, person, look.at)) continue;
    const named = nameOf(record, t);
    // A promise in no plan stands on the page of the plan in force.
    const place = named === null ? undefined : named.plan === null ? '/my-plan' : places[named.plan];
    if (named === null || place === undefined) continue;
    const to = place === '/my-plan/new' && named.section !== undefined ? `${place}/${named.section}` : place;
    lines.set(`${to} ${named.what}`, {id: record.id, what: named.what, to, isNew, by: helperName(file.help, by)});
  }
  if (lines.size === 0) return null;
  return (
    <Section title={t('young:since.title')}>
      <ul className="govuk-list govuk-list--bullet">
        {[...lines.values()].map(({id, what, to, isNew, by}) => (
          <li key={id}>
            <Link className="govuk-link" to={to}>
              {what}
            </Link>
            <span className="app-quiet">
              {' · '}
              {t(isNew ? 'young:since.new' : 'young:since.changed')}
              {by !== null && (
                <>
                  {' · '}
                  <AsWritten>{by}</AsWritten>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
