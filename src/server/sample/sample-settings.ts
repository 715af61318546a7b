/** What the sample authority has set for itself: invented numbers and words, so that every screen has something to show. */
import type {Setting} from '#domain/authority/settings.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {OPERATOR} from '#server/sync/import-records.ts';
import {publishChanges, storeDecision, type Publisher} from '#server/sync/publish-changes.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import type {Storage} from '#server/db/storage.ts';

/** Numbers that Ofcom keeps for plays and films: nobody answers them. */
const SETTINGS: readonly Pick<Setting, 'name' | 'value'>[] = [
  {
    name: 'dutyNumbers',
    value: [
      {
        cy: 'Tîm dyletswydd Sir Enghraifft',
        en: 'Exampleshire duty team',
        number: '029 2018 0101',
        whenCy: 'Dydd Llun i ddydd Gwener, 9:00 tan 17:00',
        whenEn: 'Monday to Friday, 9:00 to 17:00',
      },
    ],
  },
  {
    name: 'outOfHoursNumbers',
    value: [
      {
        cy: 'Tîm y tu allan i oriau',
        en: 'Out-of-hours team',
        number: '029 2018 0199',
        whenCy: 'Gyda’r nos, ar y penwythnos ac ar wyliau banc',
        whenEn: 'Evenings, weekends and bank holidays',
      },
    ],
  },
  {
    name: 'welcomeText',
    value: {
      cy: 'Croeso i’ch tudalen eich hun. Chi sy’n berchen ar eich cynllun. Rydyn ni yma i helpu.',
      en: 'Welcome to your own page. Your plan is yours. We are here to help.',
    },
  },
  {
    name: 'helpText',
    value: {
      cy: 'Os nad oes neb yn ateb, gadewch neges a’ch rhif. Byddwn ni’n ffonio’n ôl yr un diwrnod.',
      en: 'If nobody answers, leave a message and your number. We call back the same day.',
    },
  },
];

export async function setSampleSettings(storage: Storage, publisher: Publisher): Promise<void> {
  const {authority, today, now} = publisher;
  const records = SETTINGS.map(({name, value}): DomainRecord => {
    const id = idNamed('sample-setting', authority, name);
    const data: Setting = {name, value, from: today, reason: null};
    const made = {author: OPERATOR, device: null, at: now, op: id};
    return {id, kind: 'setting', scope: scopeId(authority, null, 'settings'), person: null, data, heads: {}, made};
  });
  await storage.transaction(authority, async store => {
    const known = await store.known(records.map(({id}) => id));
    const added = records.filter(({id}) => !known.has(id));
    if (added.length === 0) return;
    await storeDecision(store, publisher, added, [], idNamed('sample-settings', authority), OPERATOR);
    await publishChanges(store, publisher, added);
  });
}
