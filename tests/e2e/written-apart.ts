/** Two devices of one person that write the same while neither hears of the other: two versions, and a detail that is overtaken. */
import {expect} from '@playwright/test';
import {ELSEWHERE_MS, goTo, type PersonAtWork} from './person-at-work.ts';

export const APART = {
  risk: ['Ci mawr yn y tŷ; cnociwch yn uchel.', 'Call before you go: shift work.'],
  phone: ['07700 900 123', '01792 960 112'],
} as const;

/** `file`: the address of the person's file, which both devices hold. Does nothing where it was done before. */
export async function writeApart(one: PersonAtWork, other: PersonAtWork, file: string): Promise<void> {
  const devices = [one, other] as const;
  await goTo(one.page, file);
  if (await one.page.getByText(one.t('person:risk.twoTitle')).isVisible()) return;
  for (const device of devices) {
    await device.readyForOffline();
    device.isOfflineExpected = true;
    await device.context.setOffline(true);
  }
  for (const [index, device] of devices.entries()) {
    const {page, t} = device;
    await goTo(page, file);
    await device.button('person:risk.write').or(device.button('person:risk.edit')).click();
    await page.getByLabel(t('person:risk.label')).fill(APART.risk[index] ?? '');
    await device.button('person:risk.save').click();
    // The words stand there before the form has closed; only then is it left.
    await expect(page.getByLabel(t('person:risk.label'))).toHaveCount(0);
    await expect(page.getByText(APART.risk[index] ?? '')).toBeVisible();
    await goTo(page, `${file}/details`);
    await page.getByLabel(t('details:phone')).fill(APART.phone[index] ?? '');
    await device.button('details:save').click();
    await expect(page.getByText(t('details:saved'))).toBeVisible();
  }
  for (const device of devices) {
    await device.context.setOffline(false);
    device.isOfflineExpected = false;
    await goTo(device.page, '/sync');
    await device.button('sync:retry').click();
    // In the order in which they are asked: the second meets what the first has sent.
    await expect(device.page.getByText(device.t('sync:state.saved_here'), {exact: true})).toHaveCount(0, {timeout: ELSEWHERE_MS});
    await expect(device.page.getByText(device.t('sync:state.sending'), {exact: true})).toHaveCount(0, {timeout: ELSEWHERE_MS});
  }
  await goTo(one.page, file);
  await expect(one.page.getByText(one.t('person:risk.twoTitle'))).toBeVisible({timeout: ELSEWHERE_MS});
}
