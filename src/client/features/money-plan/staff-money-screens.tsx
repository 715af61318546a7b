/** The same screens for an adviser with the young person, and the one on which a wish becomes an action of the plan. */
import type {ComponentType} from 'react';
import {useParams} from 'react-router';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {ActionOfBenefitPage, ActionOfLinePage} from './action-pages.tsx';
import {BenefitPage, BenefitsPage} from './benefit-pages.tsx';
import {HelperPage} from './helper-page.tsx';
import {AddLinePage, LinePage} from './line-pages.tsx';
import {MoneyPlanPage} from './money-plan-page.tsx';
import type {Whose} from './whose.ts';

function withThem(Screen: ComponentType<{readonly whose: Whose; readonly person: PersonOnDevice}>): ComponentType {
  return function WithThem() {
    const {person: id = ''} = useParams();
    const today = useToday();
    const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
    const help = useMemory(memory => memory.records(id, 'who-helps')[0]?.data, [id]);
    if (!person?.holdsFile) return <NotHere id={id} person={person} />;
    return <Screen person={person} whose={{id, name: person.knownAs, isOwn: false, base: `/people/${id}/money-plan`, help}} />;
  };
}

function NotHere({id, person}: {readonly id: string; readonly person: PersonOnDevice | null}) {
  const {t} = useText();
  return (
    <Page title={t('money-plan:title.staff')} {...(person ? {caption: person.knownAs} : {})}>
      <FileNotHere person={person} id={id} part="money" back={t('fund:backToMoney')} />
    </Page>
  );
}

export const StaffMoneyPlanPage = withThem(MoneyPlanPage);
export const StaffAddLinePage = withThem(AddLinePage);
export const StaffLinePage = withThem(LinePage);
export const StaffBenefitsPage = withThem(BenefitsPage);
export const StaffBenefitPage = withThem(BenefitPage);
export const StaffHelperPage = withThem(HelperPage);
export const StaffActionOfLinePage = withThem(ActionOfLinePage);
export const StaffActionOfBenefitPage = withThem(ActionOfBenefitPage);
