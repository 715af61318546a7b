/** A status in words. The colour and the mark beside it only repeat what the words say. */
import type {ReactNode} from 'react';

export type Tone = 'calm' | 'good' | 'attention' | 'waiting';

export function StatusText({tone = 'calm', children}: {readonly tone?: Tone; readonly children: ReactNode}) {
  return <span className={`app-status app-status--${tone}`}>{children}</span>;
}

/** Several short statuses below one another, wrapping where Welsh is long. */
export function StatusList({children}: {readonly children: ReactNode}) {
  return <div className="app-status-list">{children}</div>;
}
