/** Buttons do something, links go somewhere; both look alike where the step is the same and both are easy to hit. */
import type {ReactNode} from 'react';
import {Link} from './link.tsx';

type Look = 'main' | 'second' | 'quiet' | 'warning';

const CLASSES: Readonly<Record<Look, string>> = {
  main: 'govuk-button app-button',
  second: 'govuk-button govuk-button--secondary app-button',
  quiet: 'app-button-quiet',
  warning: 'govuk-button govuk-button--warning app-button',
};

interface ButtonProps {
  readonly children: ReactNode;
  readonly look?: Look;
  readonly submits?: boolean;
  /** While true a press does nothing, and the words say what goes on; the button keeps its focus. */
  readonly busy?: boolean;
  readonly onPress?: () => void;
  readonly label?: string;
}

export function Button({children, look = 'main', submits = false, busy = false, onPress, label}: ButtonProps) {
  const press = busy ? (event: {preventDefault(): void}) => event.preventDefault() : onPress && (() => onPress());
  return submits ? (
    <button type="submit" className={CLASSES[look]} aria-disabled={busy} aria-label={label} onClick={press}>
      {children}
    </button>
  ) : (
    <button type="button" className={CLASSES[look]} aria-disabled={busy} aria-label={label} onClick={press}>
      {children}
    </button>
  );
}

interface LinkButtonProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly look?: Look;
  /** The whole sentence for those who hear it out of its place; it holds the visible words. */
  readonly label?: string;
}

export function LinkButton({to, children, look = 'main', label}: LinkButtonProps) {
  return (
    <Link to={to} className={CLASSES[look]} draggable={false} aria-label={label}>
      {children}
    </Link>
  );
}

/** Buttons side by side where there is room, one below the other on a phone. */
export function ButtonRow({children}: {readonly children: ReactNode}) {
  return <div className="govuk-button-group app-buttons">{children}</div>;
}
