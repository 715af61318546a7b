/** What a screen asks of the server when it opens, again when the connection comes back, and whenever it is told to. */
import {useCallback, useEffect, useState} from 'react';
import {useSyncState} from '#client/sync/device-context.ts';
import type {Exchange, ExchangeFailure} from '#client/sync/contract.ts';

export type Asked<Value> =
  | {readonly is: 'asking'}
  | {readonly is: 'here'; readonly value: Value}
  | {readonly is: 'failed'; readonly failure: ExchangeFailure};

/** `ask` must be the same function for the same question. The last answer stays on the screen while it is asked again. */
export function useAsked<Value>(ask: () => Promise<Exchange<Value>>): {readonly asked: Asked<Value>; readonly again: () => void} {
  const {connection} = useSyncState();
  const isOffline = connection === 'offline';
  const [asked, setAsked] = useState<Asked<Value>>({is: 'asking'});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    void ask().then(answer => {
      if (!current) return;
      if (answer.ok) setAsked({is: 'here', value: answer.value});
      // Somebody may be in the middle of a sentence: a lost connection takes no form away.
      else setAsked(now => (now.is === 'here' && answer.code === 'offline' ? now : {is: 'failed', failure: answer}));
    });
    return () => {
      current = false;
    };
  }, [ask, turn, isOffline]);
  const again = useCallback(() => setTurn(now => now + 1), []);
  return {asked, again};
}
