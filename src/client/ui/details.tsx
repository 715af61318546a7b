/** More for those who want it, closed until asked for; drawn after what is in view. */
import type {ReactNode} from 'react';
import {useAfterFirst} from './drawn-first.ts';

export function Details({
  summary,
  open = false,
  children,
}: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const drawn = useAfterFirst();
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{(drawn || open) && children}</div>
    </details>
  );
}
