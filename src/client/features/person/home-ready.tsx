/** When I am Ready: for whoever is fostered at 16 and 17, and whoever has stayed on with former foster carers. */
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {readyQuestion} from '#domain/accommodation/ready-question.ts';
import {homeBefore18} from '#domain/accommodation/ready-eligibility.ts';
import {arrangementOf} from '#domain/accommodation/ready-record.ts';
import {ageOn, birthday} from '#domain/shared/calendar-date.ts';
import {struckOut} from '#domain/shared/record.ts';
import {may} from '#domain/access/permissions.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {Strikeable} from '#client/case/records/strikeable.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {ButtonRow} from '#client/ui/button.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';

export function HomeReady({person, today}: PartProps) {
  const {t, format} = useText();
  const arrangement = useMemory(
    memory => {
      const all = memory.records(person.id, 'when-i-am-ready');
      const found = arrangementOf(all);
      return all.find(({id}) => id === found?.id);
    },
    [person.id],
  );
  const born = useMemory(memory => memory.records(person.id, 'young-person')[0]?.data.birthDates.at(-1)?.date, [person.id]);
  const before = useMemory(
    memory =>
      born === undefined
        ? null
        : homeBefore18(born, memory.records(person.id, 'stay'), memory.records(person.id, 'looked-after-period'), today),
    [person.id, born, today],
  );
  const checks = useMemory(
    memory =>
      memory
        .records(person.id, 'ready-check')
        .filter(({data}) => data.arrangement === arrangement?.id)
        .toSorted((one, other) => (one.data.on < other.data.on ? 1 : -1)),
    [person.id, arrangement],
  );
  const question = useMemory(
    memory =>
      arrangement && born !== undefined
        ? readyQuestion(arrangement.data, born, memory.records(person.id, 'stay'), memory.records(person.id, 'looked-after-period'))
        : null,
    [person.id, arrangement, born],
  );
  const livesThere = useMemory(
    memory => presentStay(memory.records(person.id, 'stay'), today)?.data.type === 'when_i_am_ready',
    [person.id, today],
  );
  if (born === undefined) return null;
  const age = ageOn(born, today);
  const mayBegin = age >= 16 && age < 18 && before === 'foster_care';
  // A home of that kind may be older than this record of the arrangement, as after an import.
  if (!arrangement && !mayBegin && !livesThere) return null;
  const day = (on: Parameters<typeof format.longDate>[0] | null | undefined) => (on ? format.longDate(on) : null);
  const data = arrangement?.data;
  const hasBegun = !!data?.startOn;
  const hasEnded = !!data?.endOn;
  const can18 = age >= 18;
  // They live in it, and its record does not say that it has begun: that is not a talk of before.
  const isUnsaid = livesThere && can18 && !hasBegun && !hasEnded;
  const wants = (value: boolean | null | undefined, who: 'youngPersonWants' | 'carerWants') =>
    typeof value === 'boolean' ? t(`home:choice.${who}.${value ? 'yes' : 'no'}`) : isUnsaid ? null : t('home:ready.notAsked');
  return (
    <Section title={t('home:ready')}>
      <Card level={3} title={t(hasEnded ? 'home:ready.ended' : hasBegun || isUnsaid ? 'home:ready.runs' : 'home:ready.talk')}>
        <SummaryList
          compact
          onlyKnown
          facts={[
            {label: t('home:field.youngPersonWants'), value: wants(data?.youngPersonWants, 'youngPersonWants')},
            {label: t('home:field.carerWants'), value: wants(data?.carerWants, 'carerWants')},
            {label: t('home:field.toDecide'), value: asWritten(data?.toDecide)},
            {label: t('home:field.carer'), value: asWritten(data?.carer)},
            {label: t('home:field.agreedOn'), value: day(data?.agreedOn)},
            {label: t('home:ready.begins'), value: hasBegun ? day(data.startOn) : isUnsaid ? null : day(birthday(born, 18))},
            {label: t('home:field.plannedEndOn'), value: day(data?.plannedEndOn)},
            {
              label: t('home:field.allowancePence'),
              value: typeof data?.allowancePence !== 'number' ? null : format.money(data.allowancePence),
            },
            {
              label: t('home:field.contributionPence'),
              value: typeof data?.contributionPence !== 'number' ? null : format.money(data.contributionPence),
            },
            {label: t('home:field.houseRules'), value: asWritten(data?.houseRules)},
            {label: t('home:field.readyEndOn'), value: day(data?.endOn)},
            {
              label: t('home:field.endedBecause'),
              value: data?.endedBecause ? t(`codes:readyEnd.${data.endedBecause}`) : asWritten(data?.endReason),
            },
          ]}
        />
        {question !== null && (
          <Notice tone="attention">
            <p>{t(`home:ready.question.${question}`)}</p>
          </Notice>
        )}
        {isUnsaid && !person.died && (
          <Notice tone="attention">
            <p>{t(arrangement ? 'home:ready.unsaid.begun' : 'home:ready.unsaid.agreement')}</p>
          </Notice>
        )}
        {!hasBegun && !isUnsaid && <p>{t('home:ready.rule')}</p>}
        {hasBegun && !hasEnded && <p>{t('home:ready.monitor')}</p>}
        {arrangement && <ClashLink record={arrangement} label={t('person:together')} />}
        {arrangement && <DeliveryLine delivery={arrangement.delivery} />}
        {!person.died && (
          <ButtonRow>
            {!hasEnded && <HomeWay person={person.id} form="ready" way="ready" look="second" />}
            {arrangement && !hasBegun && can18 && (
              <HomeWay person={person.id} form="ready-begin" of={arrangement.id} way="readyBegin" look="second" />
            )}
            {arrangement && hasBegun && !hasEnded && (
              <>
                <HomeWay person={person.id} form="ready-check" of={arrangement.id} way="readyCheck" look="second" />
                <HomeWay person={person.id} form="ready-end" of={arrangement.id} way="readyEnd" look="second" />
              </>
            )}
          </ButtonRow>
        )}
        {arrangement && hasBegun && !person.died && (
          <TakeBack key={hasEnded ? 'end' : 'begin'} arrangement={arrangement} what={hasEnded ? 'end' : 'begin'} />
        )}
        {arrangement && <HistoryLink record={arrangement.id} what={t('home:ready')} />}
      </Card>
      {checks.map(check => (
        <Card key={check.id} level={3} title={t('home:ready.checked', {date: format.longDate(check.data.on)})}>
          <Strikeable
            record={check}
            what={t('home:ready.checked', {date: format.longDate(check.data.on)})}
            isShared
            links={!struckOut(check) && <HistoryLink record={check.id} what={t('home:ready')} />}
          >
            <p>{t(check.data.goesOn ? 'home:choice.goesOn.yes' : 'home:choice.goesOn.no')}</p>
            <p translate="no">{check.data.words}</p>
            <SummaryList compact onlyKnown facts={[{label: t('home:field.checkSupport'), value: asWritten(check.data.support)}]} />
            <DeliveryLine delivery={check.delivery} />
          </Strikeable>
        </Card>
      ))}
    </Section>
  );
}

/** What was pressed by mistake, or rests on what has been put right since. */
function TakeBack({arrangement, what}: {readonly arrangement: Folded<'when-i-am-ready'>; readonly what: 'begin' | 'end'}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {busy, refused, save} = useSaveNow();
  if (!may(vault.session.role, 'home.write', true)) return null;
  return (
    <>
      <ConfirmedButton
        action={t(`home:ready.back.${what}`)}
        label={t(`home:ready.back.${what}`)}
        look="quiet"
        question={t(`home:ready.back.${what}.question`)}
        words={t(`home:ready.back.${what}.words`)}
        yes={t('home:ready.back.yes')}
        busy={busy}
        onYes={() => void save({kind: 'when-i-am-ready.take-back', record: arrangement.id, person: arrangement.person, body: {what}})}
      />
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
