/** The plan that the address names, for a page about it; where it cannot be worked on any more, a way back to the file. */
import type {ReactNode} from 'react';
import {useParams} from 'react-router';
import type {PlanStatus} from '#domain/pathway-plan/codes.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {readPlan, type PlanInMaking} from './read-plan.ts';

interface Opened {
  readonly person: PersonOnDevice;
  readonly found: PlanInMaking;
  readonly today: CalendarDate;
}

interface OpenedPlanProps {
  /** Of the page when there is nothing to show. */
  readonly title: string;
  /** In which of its states the page is of use. */
  readonly statuses: readonly PlanStatus[];
  /** Null: what the address names beside the plan is not there. */
  readonly children: (opened: Opened) => ReactNode;
}

export function OpenedPlan({title, statuses, children}: OpenedPlanProps) {
  const {t} = useText();
  const {person: id = '', plan: planId = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const found = useMemory(memory => readPlan(memory, id, planId, today), [id, planId, today]);
  const shown = person && found && statuses.includes(found.plan.data.status) ? children({person, found, today}) : null;
  return (
    shown ?? (
      <Page title={title}>
        <EmptyState>
          <p>{t('plan:notInMaking')}</p>
          <LinkButton to={`/people/${id}/plan`}>{t('plan:backToFile')}</LinkButton>
        </EmptyState>
      </Page>
    )
  );
}
