/** Printing from a person's file: what there is to print, and the desk for one of them. */
import {useParams, useSearchParams} from 'react-router';
import {CHRONOLOGY_GROUPS} from '#domain/chronology/chronology.ts';
import type {ChronologyFilter} from '#domain/chronology/chronology-filter.ts';
import {ENTITLEMENT_SOURCES} from '#domain/entitlements/entitlement-sources.ts';
import {PRINTED, type PaperReader, type Printed} from '#domain/records-access/paper-copy.ts';
import {parseCalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {entitlementsOnDevice} from '#client/case/entitlements/entitlements-on-device.ts';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {provisionWords} from '#client/case/entitlements/provision-words.ts';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {Card, CardList} from '#client/ui/card.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {ChronologyPaper} from './chronology-paper.tsx';
import {ContactPaper} from './contact-paper.tsx';
import {drawCouncilTax} from './council-tax-letter.tsx';
import {drawMoney} from './money-paper.tsx';
import {planOnPaper, PlanPaper, type TitleOf} from './plan-paper.tsx';
import {PrintDesk, type Sheet} from './print-desk.tsx';
import {PrintedCopies} from './printed-copies.tsx';
import {ReviewPaper} from './review-paper.tsx';
import {drawRights, theirRights, type MoreOfRight} from './rights-paper.tsx';
import {StaffSummary} from './staff-summary-paper.tsx';
import {TheirSummary} from './their-summary-paper.tsx';

const FIRST_READER: Readonly<Record<Printed, PaperReader>> = {
  plan: 'them',
  review: 'them',
  contact: 'staff',
  chronology: 'staff',
  summary: 'staff',
  money: 'them',
  rights: 'them',
  council_tax: 'them',
};

export function PrintPage() {
  const {t} = useText();
  const {person: id = '', what: asked, about = null} = useParams();
  const [query] = useSearchParams();
  const today = useToday();
  const {vault} = useOpenVault();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const what = PRINTED.find(each => each === asked);
  if (!person?.holdsFile)
    return (
      <Page title={t('print:title')}>
        <EmptyState>
          <p>{t('errors:refusal.unknown_record')}</p>
          <LinkButton to="/people">{t('people:title')}</LinkButton>
        </EmptyState>
      </Page>
    );
  if (what === undefined) return <Choose person={id} name={person.knownAs} />;
  return (
    <>
      <div className="app-screen-only">
        <Page title={t('print:title')} caption={person.knownAs}>
          <LinkButton look="quiet" to={`/people/${id}/print`}>
            {t('print:other')}
          </LinkButton>
        </Page>
      </div>
      <PrintDesk
        key={`${id} ${what} ${about ?? ''} ${query.toString()}`}
        person={id}
        sheet={sheetOf(vault.memory, what, about, filterOf(query))}
        reader={FIRST_READER[what]}
      />
    </>
  );
}

/** Where a right stands. */
const sourcesOf: MoreOfRight = ({rules}, text) => {
  const sources = rules.flatMap(rule => ENTITLEMENT_SOURCES[rule].sources.map(source => provisionWords(text, source)));
  return [text.t('entitlements:source', {source: [...new Set(sources)].join('; ')})];
};

const staffTitle: TitleOf = ({t}, key) => t(`codes:section.${key}`);

/** From the address: codes and days alone. */
function filterOf(query: URLSearchParams): ChronologyFilter {
  const groups = (query.get('groups') ?? '').split(',');
  return {
    groups: CHRONOLOGY_GROUPS.filter(group => groups.includes(group)),
    since: parseCalendarDate(query.get('since') ?? '') ?? null,
    until: parseCalendarDate(query.get('until') ?? '') ?? null,
  };
}

function sheetOf(memory: MemoryStore, what: Printed, about: Id | null, filter: ChronologyFilter): Sheet {
  const whole = {what, about: () => null};
  switch (what) {
    case 'plan':
      return {
        what,
        about: file => planOnPaper(file, about)?.id ?? null,
        draw: file => {
          const plan = planOnPaper(file, about);
          return plan ? <PlanPaper file={file} plan={plan} {...(file.reader === 'staff' ? {titleOf: staffTitle} : {})} /> : null;
        },
      };
    case 'review':
      return {
        what,
        about: () => about,
        draw: file => {
          const review = file.records(file.person, 'review').find(({id}) => id === about);
          return review ? <ReviewPaper file={file} review={review} /> : null;
        },
      };
    case 'contact':
      return {
        what,
        about: file => (file.reader === 'staff' ? about : null),
        draw: file => {
          const contact = memory.records(file.person, 'contact').find(({id}) => id === about);
          const notes = file.records(file.person, 'shared-note').filter(({data}) => data.about === about);
          return contact ? <ContactPaper file={file} contact={contact} notes={notes} /> : null;
        },
      };
    case 'chronology':
      return {...whole, draw: file => <ChronologyPaper file={file} filter={filter} />};
    case 'money':
      return {...whole, draw: drawMoney};
    case 'rights':
      return {
        ...whole,
        draw: file =>
          file.reader === 'them'
            ? drawRights(file, theirRights(file))
            : drawRights(file, entitlementsOnDevice(memory, file.person, file.today), sourcesOf),
      };
    case 'council_tax':
      return {...whole, draw: file => drawCouncilTax(file, memory.records(file.person, 'summary')[0]?.data.category ?? null)};
    case 'summary':
      return {
        ...whole,
        draw: file => (file.reader === 'them' ? <TheirSummary file={file} /> : <StaffSummary file={file} memory={memory} />),
      };
  }
}

/** Reviews and contacts are printed from where they are read. */
function Choose({person, name}: {readonly person: Id; readonly name: string}) {
  const {t} = useText();
  const plan = useMemory(memory => presentPlan(memory, person)?.id, [person]);
  const base = `/people/${person}/print`;
  const cards = [
    ...(plan === undefined ? [] : [['plan', `${base}/plan/${plan}`] as const]),
    ['summary', `${base}/summary`] as const,
    ['money', `${base}/money`] as const,
    ['rights', `${base}/rights`] as const,
    ['council_tax', `${base}/council_tax`] as const,
    ['chronology', `/people/${person}/chronology`] as const,
  ];
  return (
    <Page title={t('print:title')} caption={name}>
      <p className="govuk-body">{t('print:intro')}</p>
      <CardList>
        {cards.map(([what, to]) => (
          <li key={what}>
            <Card title={t(`print:title.staff.${what}`)} to={to}>
              <p>{t(`print:about.${what}`)}</p>
            </Card>
          </li>
        ))}
      </CardList>
      <PrintedCopies person={person} />
    </Page>
  );
}
