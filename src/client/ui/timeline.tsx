/** Things that happened, the latest first, each with its date, a title and what was written. */
import type {ReactNode} from 'react';

export function Timeline({children}: {readonly children: ReactNode}) {
  return <ol className="app-timeline">{children}</ol>;
}

interface EntryProps {
  readonly title: ReactNode;
  readonly when: ReactNode;
  readonly by?: ReactNode;
  readonly children?: ReactNode;
}

export function TimelineEntry({title, when, by, children}: EntryProps) {
  return (
    <li className="app-timeline__entry">
      <h3 className="app-timeline__title">{title}</h3>
      <p className="app-timeline__when">
        {when}
        {by !== undefined && <span className="app-timeline__by">{by}</span>}
      </p>
      {children}
    </li>
  );
}
