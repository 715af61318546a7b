/** A short fact exactly as somebody entered it (a landlord, an address): no word of the screen, and translated by nobody. */
import type {ReactNode} from 'react';

export function AsWritten({children}: {readonly children: ReactNode}) {
  return <span translate="no">{children}</span>;
}

/** Null where nothing was entered, so that lists of known facts leave the row out. */
export function asWritten(text: string | null | undefined): ReactNode {
  return text ? <AsWritten>{text}</AsWritten> : null;
}

/** Label: what was entered. A label before a colon spares Welsh a mutation (welsh.md 5). */
export function LabelledAsWritten({label, children}: {readonly label: string; readonly children: ReactNode}) {
  return (
    <p className="app-quiet">
      {`${label}: `}
      <AsWritten>{children}</AsWritten>
    </p>
  );
}
