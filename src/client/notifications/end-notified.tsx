/** Draws nothing: nobody is woken on the device of somebody to whom no alarm can come, whoever asked for it in this browser before. */
import {useEffect} from 'react';
import {endWaking} from '#client/sync/end-waking.ts';

export function EndNotified() {
  useEffect(() => void endWaking().catch(() => undefined), []);
  return null;
}
