/** A young person prints their own plan, their money week by week, their rights, or one page of who helps them and what is next. */
import {useState} from 'react';
import {useSearchParams} from 'react-router';
import {useText} from '#client/i18n/text.ts';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Page} from '#client/ui/page.tsx';
import {drawCouncilTax} from './council-tax-letter.tsx';
import {drawMoney} from './money-paper.tsx';
import {PlanPaper} from './plan-paper.tsx';
import {PrintDesk, type Sheet} from './print-desk.tsx';
import {PrintedCopies} from './printed-copies.tsx';
import {drawRights, theirRights} from './rights-paper.tsx';
import {TheirSummary} from './their-summary-paper.tsx';

const THEIRS = ['plan', 'summary', 'money', 'rights', 'council_tax'] as const;

/** From where they came, and the words of it. */
const BACK = {
  plan: ['/my-plan', 'print:young.back'],
  summary: ['/my-plan', 'print:young.back'],
  money: ['/my-money/week', 'money-plan:title'],
  rights: ['/my-rights', 'entitlements:title.own'],
  council_tax: ['/my-rights', 'entitlements:title.own'],
} as const;

export function OwnPrintPage() {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {holder} = vault.session;
  const plan = useMemory(memory => presentPlan(memory, holder), [holder]);
  const [query] = useSearchParams();
  const asked = THEIRS.find(each => each === query.get('what'));
  const [what, setWhat] = useState<(typeof THEIRS)[number]>(asked ?? (plan ? 'plan' : 'summary'));
  const [back, backWords] = BACK[asked ?? 'plan'];
  const draws: Readonly<Record<(typeof THEIRS)[number], Sheet['draw']>> = {
    plan: file => (plan ? <PlanPaper file={file} plan={plan} /> : null),
    summary: file => <TheirSummary file={file} />,
    money: drawMoney,
    rights: file => drawRights(file, theirRights(file)),
    council_tax: file => drawCouncilTax(file, null),
  };
  const sheet: Sheet = {what, about: () => (what === 'plan' ? (plan?.id ?? null) : null), draw: draws[what]};
  return (
    <>
      <div className="app-screen-only">
        <Page title={t('print:title')}>
          <LinkButton look="quiet" to={back}>
            {t(backWords)}
          </LinkButton>
        </Page>
      </div>
      <PrintDesk person={holder} sheet={sheet} reader="them" isYoung>
        <RadioGroup
          id="what"
          label={t('print:young.what')}
          value={what}
          onChange={setWhat}
          choices={THEIRS.map(each => ({value: each, label: t(`print:title.them.${each}`)}))}
        />
      </PrintDesk>
      <div className="app-screen-only">
        <PrintedCopies person={holder} />
      </div>
    </>
  );
}
