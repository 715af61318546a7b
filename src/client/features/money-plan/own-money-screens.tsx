/** The screens of a young person's own money plan, loaded together. */
import type {ComponentType} from 'react';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {BenefitPage, BenefitsPage} from './benefit-pages.tsx';
import {HelperPage} from './helper-page.tsx';
import {AddLinePage, LinePage} from './line-pages.tsx';
import {MoneyPlanPage} from './money-plan-page.tsx';
import type {Whose} from './whose.ts';

const BASE = '/my-money/week';

function own(Screen: ComponentType<{readonly whose: Whose}>): ComponentType {
  return function Own() {
    const {vault} = useOpenVault();
    const {holder: id, name} = vault.session;
    const help = useMemory(memory => memory.records(id, 'who-helps')[0]?.data, [id]);
    return <Screen whose={{id, name, isOwn: true, base: BASE, help}} />;
  };
}

export const OwnMoneyPlanPage = own(MoneyPlanPage);
export const OwnAddLinePage = own(AddLinePage);
export const OwnLinePage = own(LinePage);
export const OwnBenefitsPage = own(BenefitsPage);
export const OwnBenefitPage = own(BenefitPage);
export const OwnHelperPage = own(HelperPage);
