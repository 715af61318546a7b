/** What records of homes, of homelessness and of what the radar saw tell of a life: part of the chronology. */
import type {RecordOf} from '../record-kinds.ts';

export const HOME_TOLD = {
  stay: (data: RecordOf<'stay'>['data']) => [
    {event: 'moved_in' as const, on: data.startOn, codes: ['type'], line: data.landlord},
    {event: 'moved_out' as const, on: data.endOn, codes: ['type'], line: data.endReason},
    {event: 'notice' as const, on: data.noticeOn ?? null, codes: ['noticeBy'], line: data.landlord},
  ],
  suitability: (data: RecordOf<'suitability'>['data']) => [
    {event: 'home_judged' as const, on: data.judgedOn, codes: ['result'], line: data.reason, words: data.theirWords ?? null},
    {event: 'home_decided' as const, on: data.decision?.on ?? null, line: data.decision?.words ?? null, by: data.decision?.by ?? null},
  ],
  'home-news': (data: RecordOf<'home-news'>['data']) => [
    {event: 'home_news' as const, on: data.saidOn, codes: ['what', 'view'], words: data.words},
  ],
  'home-risk': (data: RecordOf<'home-risk'>['data']) => [
    {event: 'home_risk' as const, on: data.since, codes: ['level'], line: data.words},
    {event: 'home_risk_ended' as const, on: data.endedOn, codes: ['level'], line: data.endedBecause},
  ],
  'radar-hold': (data: RecordOf<'radar-hold'>['data']) => [{event: 'radar_off' as const, on: data.from, words: data.reason}],
  'multi-agency-review': (data: RecordOf<'multi-agency-review'>['data']) => [
    {event: 'multi_agency' as const, on: data.heldOn, line: data.words},
  ],
  'ready-check': (data: RecordOf<'ready-check'>['data']) => [{event: 'ready_checked' as const, on: data.on, line: data.words}],
  'homeless-episode': (data: RecordOf<'homeless-episode'>['data']) => [
    {event: 'homeless' as const, on: data.presentedOn, line: data.housingAuthority},
    {event: 'homeless_ended' as const, on: data.endOn, line: data.outcome},
  ],
  'when-i-am-ready': (data: RecordOf<'when-i-am-ready'>['data']) => [
    {event: 'ready_agreed' as const, on: data.agreedOn, line: data.carer ?? null},
    {event: 'ready_began' as const, on: data.startOn},
    {event: 'ready_ended' as const, on: data.endOn, line: data.endReason},
  ],
  vacation: (data: RecordOf<'vacation'>['data']) => [{event: 'vacation' as const, on: data.settledOn, codes: ['how']}],
} as const;
