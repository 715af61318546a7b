/** What the sample authority has set for itself: invented numbers and words, and a team, so that every screen has something to show. */
import type {Team} from '#domain/authority/authority.ts';
import type {Setting} from '#domain/authority/settings.ts';
import type {IncomeScheme} from '#domain/income-scheme/income-scheme.ts';
import {addMonths} from '#domain/shared/calendar-date.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {AuthorityCompartment, DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {OPERATOR} from '#server/sync/import-records.ts';
import {publishChanges, storeDecision} from '#server/sync/publish-changes.ts';
import type {Publisher} from '#server/sync/publisher.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import type {Reading, Storage} from '#server/db/storage.ts';

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
    name: 'benefitLinks',
    value: [{benefit: 'universal_credit', cy: 'https://www.gov.uk/credyd-cynhwysol', en: 'https://www.gov.uk/universal-credit'}],
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

/** Staff number of the manager who leads the sample's one team; in it are those whose manager it is in the extract. */
const TEAM_MANAGER = 'EX210';

export async function setSampleSettings(storage: Storage, publisher: Publisher): Promise<void> {
  await storage.transaction(publisher.authority, async store => {
    const records = [...settings(publisher), scheme(publisher), await team(store, publisher)];
    const known = await store.known(records.map(({id}) => id));
    const added = records.filter(({id}) => !known.has(id));
    if (added.length === 0) return;
    await storeDecision(
      store,
      publisher,
      {status: 'applied', puts: added, grants: []},
      idNamed('sample-settings', publisher.authority),
      OPERATOR,
    );
    await publishChanges(store, publisher, added);
  });
}

function settings(publisher: Publisher): readonly DomainRecord[] {
  return SETTINGS.map(({name, value}) => {
    const data: Setting = {name, value, from: publisher.today, reason: null};
    return made(publisher, 'setting', 'settings', idNamed('sample-setting', publisher.authority, name), data);
  });
}

/** An invented income scheme that is open, beside the pilot, which is closed: for whoever turns 18 about now. */
function scheme(publisher: Publisher): DomainRecord {
  const {authority, today} = publisher;
  const data: DomainRecord<IncomeScheme & {reason: string | null}>['data'] = {
    name: {cy: 'Incwm Cychwyn Sir Enghraifft', en: 'Exampleshire Starting Income'},
    turns: 18,
    birthdayFrom: addMonths(today, -12),
    birthdayUntil: addMonths(today, 12),
    categories: ['C3'],
    grossPence: 50_000,
    netPence: 40_000,
    payments: 12,
    frequencies: ['monthly', 'twice_monthly'],
    pausesMoveEnd: true,
    closedOn: null,
    lastPaymentMonth: null,
    checkIns: [1, 3, 6, 9, 12],
    checkInsAfter: [3, 6, 12],
    questions: ['coversEssentials', 'rentPaid', 'moneyControlled', 'wellbeing', 'usedFor', 'supportWanted'],
    ownQuestions: [{cy: 'Beth sydd wedi’ch helpu fwyaf?', en: 'What has helped you most?'}],
    reason: null,
  };
  return made(publisher, 'income-scheme', 'settings', idNamed('sample-scheme', authority), data);
}

async function team(store: Reading, publisher: Publisher): Promise<DomainRecord> {
  const staff = (await store.recordsOf(null, ['staff-member'])).filter(record => isKind(record, 'staff-member'));
  const {id: manager} = must(
    staff.find(({data}) => data.legacyId === TEAM_MANAGER),
    'the sample has its staff',
  );
  const members = staff.filter(({data}) => data.manager === manager).map(({id}) => id);
  const data: Team = {nameCy: 'Tîm Llwybrau', nameEn: 'Pathways team', manager, members};
  return made(publisher, 'team', 'people', idNamed('sample-team', publisher.authority), data);
}

function made(
  {authority, now}: Publisher,
  kind: string,
  compartment: AuthorityCompartment,
  id: Id,
  data: DomainRecord['data'],
): DomainRecord {
  const scope = scopeId(authority, null, compartment);
  return {id, kind, scope, person: null, data, heads: {}, made: {author: OPERATOR, device: null, at: now, op: id}};
}
