/**
 * Where a request to the fund stands, in plain words: what is waited for, what was agreed and why, and after a no how to ask
 * again and who is on their side. Nothing counts as done before the council has it.
 */
import type {DataOf} from '#domain/record-kinds.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useText} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Link} from '#client/ui/link.tsx';
import {StatusText, type Tone} from '#client/ui/status-text.tsx';
import {askedNow, isPart, openQuestion, paidFor, standingOf, type OwnRequest} from './read-fund.ts';

interface StandingProps {
  readonly own: OwnRequest;
  readonly help: DataOf<'who-helps'> | undefined;
}

const TONES: Partial<Readonly<Record<ReturnType<typeof standingOf>, Tone>>> = {
  approved: 'good',
  part: 'good',
  paid: 'good',
  closed: 'good',
  more_info: 'attention',
};

export function FundStanding({own, help}: StandingProps) {
  const {t} = useText();
  if (own.request.delivery !== 'accepted') return <NotYetThere request={own.request} />;
  const standing = standingOf(own);
  return (
    <>
      <p>
        <StatusText tone={TONES[standing] ?? 'calm'}>{t(`young:money.status.${standing}`)}</StatusText>
      </p>
      <InWords own={own} help={help} />
    </>
  );
}

/** The newest change is on this phone alone: what it will count for once the council has it. */
function NotYetThere({request: {delivery, data}}: {readonly request: Folded<'fund-request'>}) {
  const {t} = useText();
  return (
    <>
      <DeliveryLine delivery={delivery} />
      {delivery !== 'needs_attention' && <p>{t(data.status === 'withdrawn' ? 'young:fund.unsent.withdrawn' : 'young:fund.unsent')}</p>}
    </>
  );
}

function InWords({own, help}: StandingProps) {
  const {t} = useText();
  switch (own.request.data.status) {
    case 'submitted':
    case 'recommended':
      return <p>{t('young:fund.waiting')}</p>;
    case 'more_info':
      return <Question own={own} />;
    case 'deferred':
      return <PutOff own={own} />;
    case 'refused':
      return <NotAgreed own={own} help={help} />;
    case 'approved':
      return (
        <>
          <Agreed own={own} />
          <p>{t('young:fund.agreed.next')}</p>
        </>
      );
    case 'paid':
    case 'closed':
    case 'reversed':
      return <PaidFor own={own} help={help} />;
    case 'draft':
    case 'withdrawn':
      return null;
  }
}

function Question({own}: {readonly own: OwnRequest}) {
  const {t} = useText();
  const question = openQuestion(own);
  if (!question) return <p>{t('young:fund.question.none')}</p>;
  return (
    <>
      <p>{t('young:fund.question')}</p>
      <FreeText quoted words={question.data.words} />
      <p>{t('young:fund.question.next')}</p>
    </>
  );
}

function PutOff({own}: {readonly own: OwnRequest}) {
  const {t, format} = useText();
  const on = own.decision?.data.againOn ?? null;
  return (
    <>
      <p>{on === null ? t('young:fund.deferred') : t('young:fund.deferred.on', {date: format.longDate(on)})}</p>
      <Why decision={own.decision} />
    </>
  );
}

function Label({children}: {readonly children: string}) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

/** The words of whoever decided, in the language in which they wrote; an old system's reason has none. */
export function Why({decision}: {readonly decision: Folded<'fund-decision'> | undefined}) {
  const {t} = useText();
  const {words, reason} = decision?.data ?? {};
  const shown = words ?? (reason ? ({text: reason, lang: 'not_stated'} as const) : null);
  if (shown === null) return null;
  return (
    <>
      <Label>{t('young:fund.why')}</Label>
      <FreeText words={shown} />
    </>
  );
}

export function AgreedLine({own}: {readonly own: OwnRequest}) {
  const {t, format} = useText();
  const {askedPence} = own.request.data;
  const amount = own.decision?.data.awardedPence ?? null;
  if (amount === null) return null;
  return (
    <p>
      <strong>
        {isPart(own) && askedPence !== null
          ? t('young:fund.agreed.part', {amount: format.money(amount), asked: format.money(askedPence)})
          : t('young:fund.agreed', {amount: format.money(amount)})}
      </strong>
    </p>
  );
}

function Agreed({own}: {readonly own: OwnRequest}) {
  return (
    <>
      <AgreedLine own={own} />
      <Why decision={own.decision} />
    </>
  );
}

function PaidFor({own, help}: StandingProps) {
  const {t} = useText();
  const now = askedNow(own, help);
  return (
    <>
      <PaidLine own={own} />
      {isPart(own) ? <Agreed own={own} /> : <Why decision={own.decision} />}
      {now.length > 0 && (
        <>
          <Label>{t('young:fund.now')}</Label>
          <ul className="govuk-list govuk-list--bullet">
            {now.map(what => (
              <li key={what}>{t(`young:fund.now.${what}`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function PaidLine({own}: {readonly own: OwnRequest}) {
  const {t, format} = useText();
  const paid = paidFor(own);
  if (!paid || paid.pence === null) return null;
  const amount = format.money(paid.pence);
  return (
    <p>
      <strong>
        {paid.on === null ? t('young:fund.paid', {amount}) : t('young:fund.paid.on', {amount, date: format.longDate(paid.on)})}
      </strong>
    </p>
  );
}

function NotAgreed({own, help}: StandingProps) {
  const {t} = useText();
  const code = own.decision?.data.refusal ?? null;
  return (
    <>
      <Why decision={own.decision} />
      {code !== null && <p>{t(`young:fund.refusal.${code}`)}</p>}
      <Label>{t('young:fund.again')}</Label>
      <p>{t('young:fund.again.words')}</p>
      <Disagree help={help} />
    </>
  );
}

/** Whom to talk to, as on the page of help. */
function Disagree({help}: Pick<StandingProps, 'help'>) {
  const {t, language} = useText();
  return (
    <Details summary={t('young:fund.disagree')}>
      <p>{t('young:help.rights.advocate')}</p>
      <p className="app-words__text">{help?.complaintText ? help.complaintText[language] : t('young:help.rights.complain')}</p>
      <p>
        <Link className="govuk-link" to="/help">
          {t('common:nav.helpNow')}
        </Link>
      </p>
    </Details>
  );
}
