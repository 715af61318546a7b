/** That there is a new plan, where nobody can miss it, and where it stands, in plain words; nothing where there is none. */
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Card, CardList} from '#client/ui/card.tsx';
import {newPlan} from './own-file.ts';

export function NewPlanCard({person}: {readonly person: Id}) {
  const {t} = useText();
  const plan = useMemory(memory => newPlan(memory, person), [person]);
  if (!plan) return null;
  return (
    <CardList>
      <li>
        {/* Once they have answered it is no longer news, and still one press away. */}
        <Card tone="attention" title={t(plan.data.response === null ? 'young:newPlan.read' : 'young:newPlan.title')} to="/my-plan/new">
          <p>{t(`young:newPlan.card.${plan.data.status === 'shared' ? 'shared' : 'for_sign_off'}`)}</p>
        </Card>
      </li>
    </CardList>
  );
}
