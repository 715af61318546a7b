/** The calendar date in Wales now; looked at again when the screen comes back into view, for phones left open overnight. */
import {useSyncExternalStore} from 'react';
import {calendarDateInWales, type CalendarDate} from '#domain/shared/calendar-date.ts';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  const timer = setInterval(listener, 60_000);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    clearInterval(timer);
  };
}

export function useToday(): CalendarDate {
  return useSyncExternalStore(subscribe, () => calendarDateInWales(Date.now()));
}
