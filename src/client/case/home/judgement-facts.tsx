/** What somebody found of a home: the result and why, what was looked at, what the young person says of it, the plan, when and by whom. */
import type {Folded} from '#client/vault/contract.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

export function JudgementFacts({judged}: {readonly judged: Folded<'suitability'>}) {
  const {t, format} = useText();
  const {data} = judged;
  const name = useMemory(memory => staffName(memory, judged.made.author), [judged.made.author]);
  const listed = (answer: 'good' | 'concern') => {
    const found = (data.checks ?? []).filter(each => each.answer === answer).map(({check}) => t(`codes:suitabilityCheck.${check}`));
    return found.length === 0 ? null : format.listNames(found);
  };
  const result = t(`codes:suitability.${data.result}`);
  return (
    <>
      <SummaryList
        compact
        onlyKnown
        facts={[
          {
            label: t('person:home.suitability'),
            value: (
              <StatusText tone={data.result === 'unsuitable' ? 'attention' : data.result === 'not_assessed' ? 'calm' : 'good'}>
                {result}
              </StatusText>
            ),
          },
          {label: t('home:field.judgedBecause'), value: data.because ? t(`codes:judgedBecause.${data.because}`) : null},
          {label: t('person:home.reason'), value: asWritten(data.reason)},
          {label: t('home:field.good'), value: listed('good')},
          {label: t('home:field.concerns'), value: listed('concern')},
          {label: t('home:field.theirView'), value: data.theirView ? t(`codes:theirView.${data.theirView}`) : null},
          {label: t('home:field.judgedPlan'), value: asWritten(data.plan)},
        ]}
      />
      {data.theirWords && <FreeText quoted words={data.theirWords} />}
      {data.judgedOn && (
        <p className="app-quiet">
          {name === null
            ? t('person:home.judged', {date: format.longDate(data.judgedOn)})
            : t('home:judged.by', {name, date: format.longDate(data.judgedOn)})}
        </p>
      )}
    </>
  );
}
