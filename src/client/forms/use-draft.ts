/**
 * Keeps what somebody types, sealed on the device: from the first key, then every half second, also while somebody types
 * on without a rest, and when the app is hidden or locked. Nothing typed depends on pressing a button.
 */
import type * as z from 'zod/mini';
import {useCallback, useEffect, useRef, useState} from 'react';
import {useOpenVault} from '#client/sync/device-context.ts';

export const DRAFT_REST_MS = 500;
/** Characters: more than this in one change was not typed. */
const ONE_STROKE = 20;
export type Keeping = 'nothing-yet' | 'keeping' | 'kept' | 'not-kept';

export interface DraftInHand<Value> {
  readonly value: Value;
  readonly keeping: Keeping;
  /** When the draft that this screen opened with was kept; null when it began empty. */
  readonly restoredAt: string | null;
  readonly change: (next: Value) => void;
  /** Keeps what is not kept yet; settles when nothing more is on its way to the disk. */
  readonly flush: () => Promise<void>;
  /** No more drafts: the work has been saved or thrown away. */
  readonly stop: () => void;
}

/** Reads back what was stored of a draft; null where it is not one of this shape, as an older version may have left it. */
export const readAs =
  <Value>(schema: z.ZodMiniType<Value>) =>
  (stored: unknown): Value | null => {
    const read = schema.safeParse(stored);
    return read.success ? read.data : null;
  };

/** `read` makes a value of what was stored, or null where it is not a draft of this kind. */
export function useDraft<Value>(key: string, start: () => Value, read: (stored: unknown) => Value | null): DraftInHand<Value> {
  const {vault} = useOpenVault();
  const [opened] = useState(() => {
    const stored = vault.drafts().find(draft => draft.key === key);
    const value = stored ? read(stored.value) : null;
    return value === null ? {value: start(), at: null} : {value, at: stored?.savedAt ?? null};
  });
  const [value, setValue] = useState(opened.value);
  const [keeping, setKeeping] = useState<Keeping>(opened.at === null ? 'nothing-yet' : 'kept');
  const work = useRef<{
    latest: Value;
    unsaved: boolean;
    begun: boolean;
    stopped: boolean;
    pending: Promise<void>;
    timer: ReturnType<typeof setTimeout> | undefined;
  }>({latest: opened.value, unsaved: false, begun: opened.at !== null, stopped: false, pending: Promise.resolve(), timer: undefined});

  const flush = useCallback((): Promise<void> => {
    const {current} = work;
    clearTimeout(current.timer);
    current.timer = undefined;
    if (!current.unsaved || current.stopped) return current.pending;
    current.unsaved = false;
    current.begun = true;
    setKeeping('keeping');
    current.pending = vault.saveDraft(key, current.latest).then(
      () => setKeeping(now => (current.unsaved ? now : 'kept')),
      () => setKeeping('not-kept'),
    );
    return current.pending;
  }, [vault, key]);

  const change = useCallback(
    (next: Value) => {
      const {current} = work;
      setValue(next);
      // What comes at one stroke (a paste, dictation) is too much to lose in half a second: it is kept at once.
      const isMuch = Math.abs(JSON.stringify(next).length - JSON.stringify(current.latest).length) > ONE_STROKE;
      current.latest = next;
      current.unsaved = true;
      if (current.begun && !isMuch) current.timer ??= setTimeout(() => void flush(), DRAFT_REST_MS);
      else void flush();
    },
    [flush],
  );

  const stop = useCallback(() => {
    work.current.stopped = true;
    clearTimeout(work.current.timer);
  }, []);

  useEffect(() => vault.onLocking(flush), [vault, flush]);

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void flush();
    };
    const leaving = () => void flush();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leaving);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leaving);
      leaving();
    };
  }, [flush]);

  return {value, keeping, restoredAt: opened.at, change, flush, stop};
}
