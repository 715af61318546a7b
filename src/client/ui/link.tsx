/**
 * A link to a place in the app. Made of the router's two hooks for it: its own component brings what asks a server for
 * the next screen's data, of which this app has none, into everybody's first load.
 */
import type {AnchorHTMLAttributes} from 'react';
import {useHref, useLinkClickHandler} from 'react-router';

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick' | 'target'> {
  readonly to: string;
  /** The way back leads to where one was before this screen. */
  readonly replace?: boolean;
}

export function Link({to, replace, children, ...rest}: LinkProps) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to, replace === undefined ? {} : {replace});
  return (
    <a {...rest} href={useHref(to)} onClick={follow}>
      {children}
    </a>
  );
}
