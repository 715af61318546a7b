/** What the young person wanted when the plan before was made: in view while they are asked anew, and never taken for an answer. */
import type {Plan} from './read-own-plan.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';

export function EarlierViews({plan, title}: {readonly plan: Plan; readonly title: string}) {
  const before = plan.data.basedOn ?? null;
  const words = useMemory(
    memory => memory.records(plan.person, 'plan-views').find(({data}) => data.plan === before)?.data.words ?? null,
    [plan.person, before],
  );
  if (words === null) return null;
  return (
    <Details summary={title}>
      <FreeText quoted words={words} />
    </Details>
  );
}
