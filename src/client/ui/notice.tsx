/** Something to know before reading on. `say` reads it out when it appears; use it for what just happened. */
import type {ReactNode} from 'react';

interface NoticeProps {
  readonly title?: ReactNode;
  readonly tone?: 'calm' | 'good' | 'attention';
  readonly say?: boolean;
  readonly children?: ReactNode;
}

export function Notice({title, tone = 'calm', say = false, children}: NoticeProps) {
  return (
    <div className={`app-notice app-notice--${tone}`} role={say ? 'status' : undefined}>
      {title !== undefined && <p className="app-notice__title">{title}</p>}
      {children}
    </div>
  );
}
