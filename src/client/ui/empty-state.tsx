/** Nothing here, said calmly and in full, with what to do next where there is something to do. */
import type {ReactNode} from 'react';

export function EmptyState({title, children}: {readonly title?: string; readonly children?: ReactNode}) {
  return (
    <div className="app-empty">
      {title !== undefined && <h2 className="govuk-heading-m app-empty__title">{title}</h2>}
      {children}
    </div>
  );
}
