/** Where a draft is taken up again, and whom it is about: its key says which form keeps it. */
import type {Id} from '#domain/shared/ids.ts';
import type {MemoryStore} from '#client/vault/contract.ts';

/** A decision about an import keeps its draft under the group's id and the row. */
const ID_LENGTH = 36;

export interface DraftPlace {
  readonly kind: 'contact' | 'risk' | 'cover' | 'wordsFor';
  /** Known-as of the person it is about; null when it is about nobody yet, or nobody on this device. */
  readonly name: string | null;
  readonly to: string;
}

/** Where a record can be struck out; whatever is not named here, in the profile. */
const PART_OF_KIND: Readonly<Record<string, string>> = {
  contact: '/contacts',
  'shared-note': '/contacts',
  'plan-action': '/plan',
  stay: '/home',
  suitability: '/home',
  'homeless-episode': '/home',
  'multi-agency-review': '/home',
  'ready-check': '/home',
  vacation: '/home',
  alert: '',
  activity: '/learning',
};

/** `plan-section/<person>/<plan>/<section>`, and the same of an action that is being added to a section. */
function placeOfSection(key: string): string {
  const [, person = '', plan = '', section = ''] = key.split('/');
  return `/people/${person}/plan/${plan}/${section}`;
}

export function placeOfDraft(memory: MemoryStore, key: string, value: unknown): DraftPlace {
  const [form = '', id = ''] = key.split('/');
  const nameOf = (person: Id | null) => (person === null ? null : (memory.records(person, 'summary')[0]?.data.knownAs ?? null));
  switch (form) {
    case 'risk':
      return {kind: 'risk', name: nameOf(id), to: `/people/${id}?edit=risk`};
    case 'together':
      return {kind: 'wordsFor', name: nameOf((value as {person?: Id | null} | null)?.person ?? null), to: `/${key}`};
    case 'plan-start':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/new-plan`};
    case 'plan-section':
    case 'plan-action':
      return {kind: 'wordsFor', name: nameOf(id), to: placeOfSection(key)};
    case 'plan-details':
    case 'plan-share':
    case 'plan-answer':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/plan/${key.split('/')[2] ?? ''}/${form.slice('plan-'.length)}`};
    case 'plan-contingency':
    case 'plan-consulted':
    case 'plan-return':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/plan/${key.split('/')[2] ?? ''}`};
    case 'fund-ask':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/new-request`};
    case 'fund-change':
    case 'fund-duty':
    case 'fund-notes':
    case 'fund-paper':
    case 'fund-question':
    case 'fund-answer':
    case 'fund-recommend':
    case 'fund-decide':
    case 'fund-withdraw':
    case 'fund-close':
    case 'fund-outcome':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/money/${key.split('/')[2] ?? ''}`};
    case 'income-offer':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/money`};
    case 'income-answer':
    case 'income-pause':
    case 'income-resume':
    case 'income-payments':
    case 'income-end':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/income/${key.split('/')[2] ?? ''}`};
    case 'check-in':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/income/${key.split('/')[2] ?? ''}/check-in`};
    case 'money-line': {
      // A new line is kept by its group, one that stands by its id.
      const about = key.split('/')[2] ?? '';
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/money-plan/${about.length === ID_LENGTH ? 'line' : 'add'}/${about}`};
    }
    case 'benefit':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/money-plan/benefits/${key.split('/')[2] ?? ''}`};
    case 'money-action': {
      const about = key.split('/')[2] ?? '';
      const part = about.length === ID_LENGTH ? 'line' : 'benefits';
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/money-plan/${part}/${about}/action`};
    }
    case 'money-help':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/money-plan/helper`};
    case 'activity-enter':
    case 'activity-change':
    case 'activity-end':
    case 'activity-programme':
    case 'programme-status':
    case 'snapshot-correct':
    case 'support-ask':
    case 'support-decide':
    case 'support-pay':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/learning`};
    case 'review-start':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/new-review`};
    case 'review-hold':
    case 'review-cancel':
    case 'review-decision':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/review/${key.split('/')[2] ?? ''}`};
    case 'hold':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}`};
    case 'visit-plan':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/new-visit`};
    case 'visit-cancel':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/visit/${key.split('/')[2] ?? ''}`};
    case 'touch-step':
    case 'in-touch':
    case 'shared-note':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/contacts`};
    case 'plan-copy':
    case 'review-ask':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/plan`};
    case 'action':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/action/${key.split('/')[2] ?? ''}`};
    case 'profile': {
      const [, , entry = '', of = ''] = key.split('/');
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/profile/${entry}${of === '' ? '' : `?of=${of}`}`};
    }
    case 'home': {
      const [, , entry = '', of = ''] = key.split('/');
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/home/${entry}${of === '' ? '' : `?of=${of}`}`};
    }
    case 'details':
    case 'safe-call':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/details`};
    case 'strike': {
      const person = key.split('/')[2] ?? null;
      const kind = memory.record(id)?.kind;
      const part = kind === undefined ? '' : (PART_OF_KIND[kind] ?? '/profile');
      return {kind: 'wordsFor', name: nameOf(person), to: person === null ? '/people' : `/people/${person}${part}`};
    }
    case 'household':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}/entitlements`};
    case 'radar-off':
    case 'worry-close':
    case 'worry-act':
    case 'worry-pass':
    case 'worry-raise':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}`};
    case 'cover':
      return {kind: 'cover', name: nameOf(id), to: `/people/${id}`};
    case 'message':
      return {kind: 'wordsFor', name: nameOf(id), to: `/people/${id}`};
    case 'review-answer': {
      const person = key.split('/')[2] ?? memory.record(id)?.person ?? null;
      return {kind: 'wordsFor', name: nameOf(person), to: person === null ? '/people' : `/people/${person}`};
    }
    case 'move':
      return {kind: 'wordsFor', name: null, to: '/team/move'};
    case 'setting':
      return {kind: 'wordsFor', name: null, to: `/authority/setting/${id}`};
    case 'pay':
    case 'refund':
      return {kind: 'wordsFor', name: null, to: '/payments'};
    case 'scheme':
      return {kind: 'wordsFor', name: null, to: `/authority/schemes/${id}`};
    case 'budget':
    case 'budget-act':
      return {kind: 'wordsFor', name: null, to: '/authority/budgets'};
    case 'team':
      return {kind: 'wordsFor', name: null, to: '/authority/teams'};
    case 'import':
      return {kind: 'wordsFor', name: null, to: `/import/${id.slice(0, ID_LENGTH)}`};
    case 'parked':
      return {kind: 'wordsFor', name: null, to: '/parked'};
    case 'staff':
    case 'staff-leave':
      return {kind: 'wordsFor', name: null, to: '/authority/people'};
    default:
      return {kind: 'contact', name: nameOf((value as {person?: Id | null} | null)?.person ?? null), to: `/record/${id}`};
  }
}
