/**
 * One screen: its title in the window and in the heading. The heading takes the focus when the screen opens, so that a
 * screen reader starts where the reader does. A title with an error in it says so first.
 */
import {useEffect, useLayoutEffect, useRef, type ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';

interface PageProps {
  readonly title: string;
  /** For a heading that names somebody: the window's title, which the browser writes to disk, must name nobody. */
  readonly windowTitle?: string;
  readonly hasError?: boolean;
  /** Where the heading stands in an identity bar or the like, the screen draws it and passes false here. */
  readonly heading?: boolean;
  /** Small line above the heading: whose screen it is. */
  readonly caption?: ReactNode;
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

let opened = 0;

/** Sets the window's title; Page does it for you. */
function useDocumentTitle(title: string, hasError = false): void {
  const {t} = useText();
  const whole = t(hasError ? 'common:documentTitleWithError' : 'common:documentTitle', {title});
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}

/**
 * Moves the focus to an element when the screen opens, except on the very first one of a visit. In the same breath in
 * which the screen is drawn, and once: later, it would be taken from whoever has begun to answer.
 */
export function useFocusOnOpen<Element extends HTMLElement>() {
  const ref = useRef<Element>(null);
  const hasOpened = useRef(false);
  useLayoutEffect(() => {
    // Run again when a screen that waited for words or code is shown again.
    if (hasOpened.current) return;
    hasOpened.current = true;
    opened += 1;
    if (opened > 1) ref.current?.focus({preventScroll: true});
    if (opened > 1 && typeof window.scrollTo === 'function') window.scrollTo({top: 0});
  }, []);
  return ref;
}

export function Page({title, windowTitle = title, hasError = false, heading = true, caption, above, children}: PageProps) {
  const ref = useFocusOnOpen<HTMLHeadingElement>();
  useDocumentTitle(windowTitle, hasError);
  return (
    <>
      {above}
      {heading && (
        <h1 ref={ref} tabIndex={-1} className="govuk-heading-l app-heading">
          {caption !== undefined && <span className="govuk-caption-m">{caption}</span>}
          {title}
        </h1>
      )}
      {children}
    </>
  );
}
