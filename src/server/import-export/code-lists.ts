/**
 * The lists of the old system in both languages, to the codes of the domain. A list value may stand in either language,
 * in any case, with other spaces, dashes and apostrophes, without its accents or with an accent lost on the way; it is
 * read when only one entry can be meant.
 */
import {ACCOMMODATION_TYPES, SUITABILITY} from '#domain/accommodation/codes.ts';
import {CONTACT_OUTCOMES, CONTACT_TYPES} from '#domain/contact/codes.ts';
import {EVIDENCE, FUND_STATUSES, PAYMENT_METHODS, PURPOSE_AREAS, SPEND_TYPES, URGENCIES} from '#domain/fund/codes.ts';
import {CLOSING_REASONS, DEBT_BANDS, ENROLMENT_DECISIONS, PAYMENT_FREQUENCIES, RENT_PAID, SAVINGS_BANDS} from '#domain/income-scheme/codes.ts';
import {ACTION_STATUSES, PLAN_RESPONSES, PLAN_SECTIONS, PLAN_STATUSES, PROGRAMME_STATUSES, REVIEW_TYPES, VIEWS_GIVEN} from '#domain/pathway-plan/codes.ts';
import {ACTIVITIES, ALERTS, BIRTH_DATE_STATUSES, IMMIGRATION_STATUSES, IN_TOUCH, LEGAL_STATUSES, REASONS_CEASED, SEXES} from '#domain/young-person/codes.ts';

/** Categories of list A; `died` and `pre` are answers of the old system, not categories to choose. */
export const OLD_CATEGORIES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6a', 'none', 'none_yet', 'pre', 'died'] as const;

type Spellings<Codes extends readonly string[]> = Readonly<Partial<Record<Codes[number], string>>>;

/** Code to its spellings, apart by a bar: English first, Welsh after. */
const spelt = <const Codes extends readonly string[]>(_codes: Codes, spellings: Spellings<Codes>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(spellings as Record<string, string>).map(([code, words]) => [code, words.split('|')]));

const LISTS = {
  category: spelt(OLD_CATEGORIES, {
    C1: 'Cat 1 - Eligible|Cat 1|Category 1|Eligible|Cat 1 - Cymwys|Categori 1', C2: 'Cat 2 - Relevant|Cat 2|Category 2|Relevant|Cat 2 - Perthnasol|Categori 2',
    C3: 'Cat 3 - Former Relevant|Cat 3|Category 3|Former relevant|Cat 3 - Perthnasol gynt|Categori 3', C4: 'Cat 4 - FR educ|Cat 4|Category 4|Categori 4', C5: 'Cat 5 - SGO|Cat 5|Category 5|Categori 5',
    C6a: 'Cat 6 - Qualifying|Cat 6|Category 6|Qualifying|Categori 6', none: 'Not a care leaver|Ddim yn ymadawr gofal', none_yet: 'LAC - not yet eligible|PDG - ddim yn gymwys eto',
    pre: 'LAC under 16|PDG dan 16', died: 'Closed - died|Ar gau - bu farw',
  }),
  activity: spelt(ACTIVITIES, {
    F1: 'FT higher ed|AU amser llawn', P1: 'PT higher ed|AU rhan-amser', F2: 'FT college / school|Coleg / ysgol llawn amser', P2: 'PT college|Coleg rhan-amser',
    F4: 'Apprenticeship FT|Prentisiaeth llawn amser', P4: 'Apprenticeship PT|Prentisiaeth rhan-amser', F5: 'FT work / training|Gwaith / hyfforddiant llawn amser',
    P5: 'PT work / training|Gwaith / hyfforddiant rhan-amser', G4: 'NEET - illness / dis|NEET - salwch / anabledd', G5: 'NEET - other|NEET - arall',
    G6: 'NEET - preg / parent|NEET - beichiog / rhiant', asylum_no_work: 'Asylum - no permission to work|Lloches - dim hawl gweithio',
    volunteering: 'Volunteering|Gwirfoddoli', not_known: 'Not known|Ddim yn hysbys',
  }),
  accommodation: spelt(ACCOMMODATION_TYPES, {
    foster_in_house: 'Foster care - in house|Gofal maeth - mewnol', foster_agency: 'Foster care - IFA|Gofal maeth - asiantaeth', foster_kinship: 'Foster care - kinship|Gofal maeth - perthynas',
    childrens_home: "Resi - children's home|Cartref plant preswyl", when_i_am_ready: "WIR (When I am Ready)|WIR|When I am Ready|Pan fydda i'n Barod", supported_lodgings: 'Supp lodgings|Llety â chymorth (gwesteiwr)',
    semi_independent: 'Semi-indep / trg flat|Lled-annibynnol / fflat hyfforddi', foyer: 'Foyer', tenancy_council: 'Own tenancy - LA|Tenantiaeth - Cyngor', tenancy_housing_association: 'Own tenancy - HA|Tenantiaeth - Cymdeithas dai',
    private_rented: 'Private rented|Rhentu preifat', university_halls: 'Univ halls|Llety prifysgol', lodgings: 'Lodgings (no support)|Llety heb gymorth', parents: 'Home - parents|Cartref - rhieni',
    relatives_friends: 'Relatives / friends|Perthnasau / ffrindiau', bed_breakfast: 'B&B|Gwely a brecwast|Bed and breakfast', hostel: 'Hostel - direct access|Hostel - mynediad uniongyrchol', no_fixed_abode: 'NFA|Heb gartref sefydlog',
    sofa_surfing: 'NFA - sofa surfing|Heb gartref - soffa i soffa', custody: 'HMP / YOI|Carchar / STI', abroad: 'Gone abroad|Dramor', not_known: 'Whereabouts NK|Ddim yn hysbys', other: 'Other - see notes|Arall - gweler y nodiadau',
  }),
  reasonCeased: spelt(REASONS_CEASED, {
    turned_18_wir: 'Turned 18 - WIR|Troi 18 - Pan fydda i’n Barod', turned_18_other: 'Turned 18 - other|Troi 18 - arall', home_to_parents: 'Returned home to parents|Dychwelyd adref at rieni', sgo_former_foster_carers: 'SGO to former foster carers|GGA i gyn-ofalwyr maeth',
    sgo_others: 'SGO to others|GGA i eraill', independent_with_support: 'Indep living - formal support|Byw’n annibynnol - cymorth ffurfiol', independent_no_support: 'Indep living - no formal support|Byw’n annibynnol - dim cymorth ffurfiol', custody: 'Sentenced to custody|Dedfryd o garchar',
    died: 'Died|Bu farw', other_uk_authority: 'Care taken over by other UK LA|Gofal gan awdurdod arall yn y DU', other: 'Any other reason|Unrhyw reswm arall', legal_status_change: 'Legal status change (no break)|Legal status change|Newid statws cyfreithiol (dim toriad)',
  }),
  legalStatus: spelt(LEGAL_STATUSES, {
    care_order: 'Care Order (s.31)|Care Order|Gorchymyn Gofal (a.31)|Gorchymyn Gofal', interim_care_order: 'Interim CO (s.38)|Interim Care Order|Gorchymyn Gofal Interim (a.38)', accommodated_s76: 's.76 accommodated|a.76 lletywyd|Lletywyd a.76',
    placement_order: 'Placement Order|Gorchymyn Lleoli', remand: 'Remand|Remánd|Ar remánd', short_breaks: 'Short breaks (series)|Short breaks|Seibiannau byr (cyfres)|Seibiannau byr',
  }),
  planSection: spelt(PLAN_SECTIONS, {
    contact_support: '1|Contact and support|Cyswllt a chymorth', education_training: '2|Education / training|Addysg / hyfforddiant', employment: '3|Employment|Cyflogaeth', contingency: '4|Contingency|Cynllun wrth gefn', accommodation: '5|Accommodation|Llety',
    family_social: '6|Family and social|Teulu a chymdeithasol', independence_skills: '7|Indep skills|Sgiliau annibynnol', financial: '8|Finance|Cyllid', health: '9|Health|Iechyd', identity: '10|Identity|Hunaniaeth', status_needs: '11|Status needs|Anghenion statws',
  }),
  actionStatus: spelt(ACTION_STATUSES, {not_started: 'Not started|Heb ddechrau', in_progress: 'In progress|Ar y gweill', done: "Done|Wedi'i wneud", not_done: 'Not done|Heb ei wneud', no_longer_needed: 'No longer needed|Dim angen mwyach'}),
  contactType: spelt(CONTACT_TYPES, {
    visit_at_accommodation: 'PA visit - home|Ymweliad CP - cartref', visit_elsewhere: 'PA visit - other|Ymweliad CP - man arall', office: 'Office appt|Apwyntiad swyddfa', phone: 'Phone call|Galwad ffôn', video: 'Video call|Galwad fideo',
    message: 'Text / app msg|Neges destun / ap', letter_email: 'Letter / email|Llythyr / e-bost', prison_visit: 'Prison visit|Ymweliad carchar', third_party: '3rd party|Third party|Trydydd parti', attempted: 'Attempted visit|Ymgais i ymweld',
  }),
  outcome: spelt(CONTACT_OUTCOMES, {
    seen: 'Seen|Gwelwyd', spoke: 'Spoke|Siaradwyd', replied: 'Replied|Atebwyd', no_reply: 'No reply|Dim ateb', refused: 'Refused|Gwrthodwyd', cancelled_yp: 'Cancelled YP|Canslwyd PI', cancelled_pa: 'Cancelled PA|Canslwyd CP',
    did_not_meet: 'DNA|Ni ddaeth|Did not come', info_only: 'Info only|Gwybodaeth yn unig',
  }),
  spendType: spelt(SPEND_TYPES, {
    learning_equipment: 'Learning equip|Offer dysgu', course_fee: 'Course fee|Ffi cwrs', digital: 'Laptop / phone / data|Gliniadur / ffôn / data', travel: 'Travel|Teithio', driving: 'Driving|Gyrru', work_tools_clothing: 'Work clothes / tools|Dillad gwaith / offer',
    furniture_white_goods: 'Furniture / white goods|Dodrefn / nwyddau gwyn', deposit_rent: 'Deposit / rent adv|Blaendal / rhent ymlaen llaw', hobby_activity: 'Activity / hobby|Gweithgaredd / diddordeb', health_wellbeing: 'Health / well-being|Iechyd / llesiant',
    identity_docs: 'ID docs|Dogfennau adnabod', culture_faith: 'Culture / faith|Diwylliant / ffydd', parenting: 'Parenting|Magu plant', emergency: 'Emergency|Argyfwng', celebration: 'Celebration|Dathlu', other: 'Other|Arall',
  }),
  purpose: spelt(PURPOSE_AREAS, {well_being: 'Well-being|Llesiant', development: 'Development|Datblygiad', independence: 'Independence|Annibyniaeth'}),
  fundStatus: spelt(FUND_STATUSES, {
    draft: 'Draft|Drafft', submitted: 'Submitted|Cyflwynwyd', more_info: 'More info|Mwy o wybodaeth', approved: 'Approved|Cymeradwywyd', refused: 'Refused|Gwrthodwyd', withdrawn: 'Withdrawn|Tynnwyd yn ôl', paid: 'Paid|Talwyd', closed: 'Closed|Ar gau|Caewyd',
  }),
  paymentMethod: spelt(PAYMENT_METHODS, {purchase_card: 'Purchase card|Cerdyn prynu', bacs: 'BACS to YP|BACS|BACS i’r PI', supplier_invoice: 'Supplier invoice|Anfoneb cyflenwr', voucher: 'Voucher|Taleb', cash: 'Cash|Arian parod'}),
  evidence: spelt(EVIDENCE, {receipt: 'Receipt|Derbynneb', photo: 'Photo|Llun|Ffotograff', none_yet: 'None yet|Dim eto'}),
  urgency: spelt(URGENCIES, {normal: 'Normal|Arferol', urgent: 'Urgent|Brys'}),
  birthDateStatus: spelt(BIRTH_DATE_STATUSES, {verified: 'Birth cert seen|Gwelwyd tystysgrif geni', stated: 'Stated, not checked|Datganwyd, heb ei wirio', assessed: 'Age assessed|Aseswyd oedran', disputed: 'Disputed|Dadl'}),
  sex: spelt(SEXES, {F: 'F|Female|B|Benyw', M: 'M|Male|G|Gwryw'}),
  language: new Map([['cy', ['Welsh', 'cy', 'Cymraeg', 'cym', 'wel', 'cy-GB']], ['en', ['English', 'en', 'Saesneg', 'eng', 'en-GB']]]),
  immigration: spelt(IMMIGRATION_STATUSES, {
    british_settled_euss: 'British / settled / EUSS|Prydeinig / sefydlog / EUSS', refugee: 'Refugee|Ffoadur', humanitarian_protection: 'Humanitarian protection|Gwarchodaeth ddyngarol', limited_leave: 'Limited leave|Caniatâd cyfyngedig',
    asylum_pending: 'Asylum claim pending|Cais am loches yn yr arfaeth', appeal_pending: 'Appeal pending|Apêl yn yr arfaeth', appeal_rights_exhausted: 'Appeal rights exhausted|Hawliau apelio wedi dod i ben', not_known: 'Not known|Ddim yn hysbys',
  }),
  inTouch: spelt(IN_TOUCH, {yes: 'Yes|Y|Ydy|Oes', no: 'No|N|Nac ydy|Nac oes', refused: 'Refused|Gwrthodwyd|Yn gwrthod', no_longer_requires: 'No longer requires|Dim angen mwyach', died: 'Died|Bu farw|Wedi marw'}),
  suitability: spelt(SUITABILITY, {suitable: 'Suitable|Addas', unsuitable: 'Unsuitable|Anaddas', suitable_with_conditions: 'Suitable w/ conditions|Suitable with conditions|Addas gydag amodau', not_assessed: 'Not assessed|Heb ei asesu'}),
  planStatus: spelt(PLAN_STATUSES, {draft: 'Draft|Drafft', shared: 'Shared|Rhannwyd', current: 'Current|Cyfredol|Presennol', superseded: 'Superseded|Disodlwyd|Wedi’i ddisodli', ended: 'Ended|Daeth i ben|Wedi dod i ben'}),
  planResponse: spelt(PLAN_RESPONSES, {agreed: 'Agreed|Cytunwyd', partly_agreed: 'Partly agreed|Cytunwyd yn rhannol', disagreed: 'Disagreed|Anghytunwyd', declined: 'Declined to take part|Gwrthododd gymryd rhan', not_reached: 'Not reached|Ni chafwyd gafael'}),
  viewsHow: new Map(VIEWS_GIVEN.map(code => [code, [code]])),
  reviewType: spelt(REVIEW_TYPES, {looked_after: 'LAC review|Adolygiad PDG', six_monthly: '6 monthly|Six monthly|6 misol|Chwe misol', accommodation: 'Accommodation|Llety', requested_by_young_person: 'Requested by YP|Cais gan PI', requested_by_adviser: 'PA request|Cais gan CP'}),
  programmeStatus: spelt(PROGRAMME_STATUSES, {active: 'Active|Gweithredol|Ar y gweill', interrupted: 'Interrupted|Wedi’i dorri|Ymyrrwyd', ended: 'Ended|Daeth i ben|Wedi dod i ben'}),
  enrolmentDecision: spelt(ENROLMENT_DECISIONS, {joined: 'Joined|Ymunodd', declined: 'Declined|Gwrthododd', left_early: 'Left early|Gadawodd yn gynnar'}),
  frequency: spelt(PAYMENT_FREQUENCIES, {monthly: 'Monthly|Misol', twice_monthly: 'Twice monthly|Ddwywaith y mis'}),
  closingReason: spelt(CLOSING_REASONS, {'24_paid': '24 paid|Talwyd 24', left: 'left|Gadawodd', died: 'died|Bu farw', ineligible: 'ineligible|Anghymwys', other: 'other|Arall'}),
  rentPaid: spelt(RENT_PAID, {yes: 'Y|Yes|Do|Ydy', no: 'N|No|Naddo|Nac ydy', not_applicable: 'n/a|Not applicable|Amherthnasol|D/B'}),
  savingsBand: new Map(SAVINGS_BANDS.map(code => [code, [code]])),
  debtBand: new Map(DEBT_BANDS.map(code => [code, [code]])),
  alert: spelt(ALERTS, {risk_to: 'RISK-TO', risk_from: 'RISK-FROM', health: 'HEALTH|IECHYD', contact: 'CONTACT|CYSWLLT', exploitation: 'EXPLOIT|EXPLOITATION', missing: 'MISSING', dog: 'DOG|CI', communication: 'COMMS'}),
} as const satisfies Record<string, ReadonlyMap<string, readonly string[]>>;

export type ListName = keyof typeof LISTS;

/** Letters and figures only, without case and accents: what all writings of one value have in common. */
export function foldValue(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll('&', 'and').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const FOLDED = new Map<ListName, ReadonlyMap<string, string>>(
  (Object.entries(LISTS) as [ListName, ReadonlyMap<string, readonly string[]>][]).map(([name, list]) => [
    name,
    new Map([...list].flatMap(([code, spellings]) => spellings.map(spelling => [foldValue(spelling), code] as const))),
  ]),
);

/** The code of a list value, or null when none or more than one can be meant. */
export function codeOf(list: ListName, text: string): string | null {
  const entries = FOLDED.get(list) ?? new Map<string, string>();
  const known = entries.get(foldValue(text)) ?? entries.get(foldValue(unscrambled(text))) ?? inBothLanguages(entries, text);
  if (known !== undefined || !/[?\ufffd]/.test(text)) return known ?? null;
  return onlyMatch(entries, text);
}

/** One value written in both languages: 'Phone call / Galwad ffôn'. */
function inBothLanguages(entries: ReadonlyMap<string, string>, text: string): string | undefined {
  const parts = text.split(/[/|\n]/);
  for (let at = 1; at < parts.length; at++) {
    const code = entries.get(foldValue(parts.slice(0, at).join('')));
    if (code !== undefined && code === entries.get(foldValue(parts.slice(at).join('')))) return code;
  }
  return undefined;
}

/** A letter that an export could not write stands as '?'; nothing else is guessed. */
function onlyMatch(entries: ReadonlyMap<string, string>, text: string): string | null {
  const pattern = text.split(/[?\ufffd]/).map(part => foldValue(part).replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.?');
  if (pattern.replaceAll('.?', '').length < 3) return null;
  const form = new RegExp(`^${pattern}$`, 'u');
  const codes = new Set([...entries].filter(([folded]) => form.test(folded)).map(([, code]) => code));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

/** UTF-8 that was once read as windows-1252 and saved again: 'Galwad ffÃ´n'. */
function unscrambled(text: string): string {
  if (!/[ÃÅ]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1').toString('utf8');
  return bytes.includes('\ufffd') ? text : bytes;
}
