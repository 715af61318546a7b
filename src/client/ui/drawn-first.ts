/**
 * A screen is drawn in two steps: what is in view when it opens, and right after it, before anybody can have scrolled or
 * opened anything, the rest. Nobody waits for what they do not see, and all of it is in the page for searching and printing.
 */
import {useDeferredValue} from 'react';

/** False in the first drawing only. A step that waits gives way to whatever is pressed meanwhile. */
export const useAfterFirst = (): boolean => useDeferredValue(true, false);
