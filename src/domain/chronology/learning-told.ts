/** What records of learning, work and help with its costs tell of a life: part of the chronology. */
import type {RecordOf} from '../record-kinds.ts';

/** The course or the work, and the place, as they were entered. */
const whatAndWhere = ({what = null, where = null}: RecordOf<'activity'>['data']): string | null =>
  [what, where].filter(Boolean).join(', ') || null;

export const LEARNING_TOLD = {
  activity: (data: RecordOf<'activity'>['data']) => [
    {event: 'activity' as const, on: data.since, codes: ['code'], words: data.words ?? null, line: whatAndWhere(data)},
    {event: 'activity_ended' as const, on: data.endOn, codes: data.endReason ? ['code', 'endReason'] : ['code'], line: whatAndWhere(data)},
  ],
  snapshot: (data: RecordOf<'snapshot'>['data']) => [
    // What was kept on its day happened to nobody; that it was corrected is somebody's doing.
    {event: 'snapshot_corrected' as const, on: data.version === 1 ? null : data.frozenOn, codes: ['moment'], line: data.reason},
  ],
  'education-support': (data: RecordOf<'education-support'>['data']) => [
    {event: 'support_asked' as const, on: data.askedOn, codes: ['what'], words: data.words, line: data.course},
    {event: 'support_withdrawn' as const, on: data.withdrawnOn, codes: ['what']},
    {
      event: 'support_decided' as const,
      on: data.decision?.on ?? null,
      codes: ['what'],
      words: data.decision?.reason ?? null,
      by: data.decision?.by ?? null,
    },
    ...data.payments.map(({on, how}) => ({event: 'support_paid' as const, on, codes: ['what'], line: how})),
  ],
} as const;
