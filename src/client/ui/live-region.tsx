/** Says short things aloud once, politely: saved, language changed, so many found. Empty until there is something to say. */
import type {ReactNode} from 'react';

export function LiveRegion({children, visible = false}: {readonly children: ReactNode; readonly visible?: boolean}) {
  return <output className={visible ? 'app-live' : 'govuk-visually-hidden'}>{children}</output>;
}
