/** What others have changed in this file since it was last in view on this device; seeing it makes it no longer new. */
import {useEffect, useState} from 'react';
import {Link} from '#client/ui/link.tsx';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useMemory, useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {PROFILE_KINDS} from '#client/case/person/profile-kinds.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import type {Changed} from '#client/vault/contract.ts';
import type {PartProps} from './part.ts';

const KINDS = [
  ...PROFILE_KINDS,
  'contact',
  'shared-note',
  'message',
  'planned-visit',
  'in-touch',
  'touch-step',
  'pathway-plan',
  'plan-section',
  'plan-action',
  'plan-contingency',
  'plan-consulted',
  'plan-views',
  'plan-response',
  'plan-sign-off',
  'own-words',
  'section-answer',
  'review',
  'review-decision',
  'review-request',
  'deadline-hold',
  'risk-summary',
  'category-override',
  'stay',
  'suitability',
  'stay-notes',
  'home-news',
  'home-risk',
  'homeless-episode',
  'multi-agency-review',
  'when-i-am-ready',
  'ready-check',
  'vacation',
  'radar-hold',
  'household',
  'activity',
  'snapshot',
  'education-support',
  'cover',
  'allocation',
  'hand-over',
  'fund-request',
  'fund-decision',
  'fund-assessment',
  'fund-note',
  'fund-paper',
  'fund-outcome',
  'money-line',
  'benefit-check',
  'money-help',
  'worry',
  'income-enrolment',
  'income-check-in',
  'money-controlled',
  'paper-copy',
  'filed-words',
  'young-person-access',
] as const;

const SHOWN = 5;

export function SinceLook({person, today}: PartProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  // While the first of it is still on its way nobody has looked at all of it.
  const loading = useSyncState().firstSync !== null;
  const [look] = useState(() => vault.lastLook(person.id));
  const changed = useMemory(memory => memory.changedSince(person.id, look), [person.id, look]);
  useEffect(() => {
    // A failure to note it only shows the same once more.
    if (loading) return;
    void vault.noteLook(person.id).catch(() => undefined);
  }, [vault, person.id, loading]);
  if (look === null || changed.length === 0) return null;
  return (
    <Section title={t('history:since.title')}>
      <p className="app-quiet">{t('history:since.when', {when: format.moment(look.at, today)})}</p>
      <Lines changed={changed.slice(0, SHOWN)} person={person} />
      {changed.length > SHOWN && (
        <Details summary={t('history:items', {number: changed.length - SHOWN})}>
          <Lines changed={changed.slice(SHOWN)} person={person} />
        </Details>
      )}
    </Section>
  );
}

function Lines({changed, person}: {readonly changed: readonly Changed[]; readonly person: PartProps['person']}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  return (
    <ul className="govuk-list govuk-list--bullet">
      {changed.map(({record, isNew, by}) => {
        const kind = KINDS.find(each => each === record.kind);
        const what = t((kind ? `history:kind.${kind}` : 'history:kind.other') satisfies TextKey);
        const name = by === person.id ? person.knownAs : staffName(vault.memory, by);
        return (
          <li key={record.id}>
            <Link className="govuk-link" to={`/history/${record.id}`}>
              {t(isNew ? 'history:since.new' : 'history:since.changed', {what})}
            </Link>
            {name !== null && <span className="app-quiet">{` ${t('history:since.by', {name})}`}</span>}
          </li>
        );
      })}
    </ul>
  );
}
