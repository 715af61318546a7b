/** Facts as label and value. A label with a colon of space between spares Welsh a mutation (welsh.md 5). */
import type {ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';
import {asWritten} from './as-written.tsx';

export interface Fact {
  readonly label: string | null;
  /** Somebody else’s word for it (a heading of the old system), translated by nobody: small after the label, or in its place. */
  readonly written?: string | null;
  /** Nothing known: the row says so, or is left out where `onlyKnown` is set. */
  readonly value: ReactNode;
}

interface SummaryListProps {
  readonly facts: readonly Fact[];
  readonly onlyKnown?: boolean;
  readonly compact?: boolean;
  /** Numbers beside their meaning, one a line. */
  readonly figures?: boolean;
}

export function SummaryList({facts, onlyKnown = false, compact = false, figures = false}: SummaryListProps) {
  const {t} = useText();
  const known = (fact: Fact) => fact.value !== null && fact.value !== undefined && fact.value !== '';
  const shown = onlyKnown ? facts.filter(known) : facts;
  if (shown.length === 0) return null;
  return (
    <dl className={['app-facts', compact && 'app-facts--compact', figures && 'app-facts--figures'].filter(Boolean).join(' ')}>
      {shown.map(fact => (
        <div key={[fact.label, fact.written].join(' ')} className="app-facts__row">
          <dt className="app-facts__label">
            {fact.label ?? asWritten(fact.written)}
            {fact.label !== null && fact.written && <small translate="no">{` (${fact.written})`}</small>}
          </dt>
          <dd className="app-facts__value">{known(fact) ? fact.value : <span className="app-quiet">{t('common:notRecorded')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
