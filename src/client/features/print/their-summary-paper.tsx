/** One page for the young person to carry: what they want, what is next, who helps and whom to call, and what was promised. */
import {useText} from '#client/i18n/text.ts';
import {MEIC} from '#client/case/contact/national-numbers.ts';
import {nextDay} from '#client/case/deadlines/next-day.ts';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {KeptWords} from './kept-words.tsx';
import {PaperFacts, PaperPart} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';
import {homeWords, Promises} from './summary-parts.tsx';

/** A page holds no more of it; the rest is said to be in the file. */
const WANTS_CHARACTERS = 400;

export function TheirSummary({file}: {readonly file: PaperFile}) {
  const text = useText();
  const {t, language, format} = text;
  const help = file.records(file.person, 'who-helps')[0]?.data;
  const plan = presentPlan(file, file.person);
  const wants = file.records(file.person, 'plan-views').find(({data}) => data.plan === plan?.id);
  const covering = (help?.cover ?? []).filter(({from, until}) => from <= file.today && until >= file.today);
  const next = nextDay(file, file.person, file.today);
  return (
    <div className="app-paper__onePage">
      <KeptWords quote level={3} label={t('young:home.said')} file={file} record={wants} field="words" atMost={WANTS_CHARACTERS} />
      <PaperFacts
        facts={[
          [t('young:home.next'), next && [format.dateWithWeekday(next.on), next.visit?.at].filter(Boolean).join(', ')],
          [t('young:myHome.now'), homeWords(file, text)],
          [t('print:summary.plan'), plan?.data.planOn ? format.longDate(plan.data.planOn) : null],
        ]}
      />
      <PaperPart title={t('young:help.people')}>
        <PaperFacts
          facts={[
            [t('young:help.adviser'), help?.adviser ? asWritten([help.adviser.name, help.adviser.phone].filter(Boolean).join(', ')) : null],
            ...covering.map(
              ({name, phone, until}) =>
                [t('young:help.cover', {date: format.longDate(until)}), asWritten([name, phone].filter(Boolean).join(', '))] as const,
            ),
            ...(help?.numbers ?? []).map(each => {
              const when = language === 'cy' ? each.whenCy : each.whenEn;
              return [each[language], [each.number, when].filter(Boolean).join(', ')] as const;
            }),
            [t('young:help.emergency'), '999'],
            [t('print:summary.meic'), MEIC],
          ]}
        />
      </PaperPart>
      <Promises file={file} />
    </div>
  );
}
