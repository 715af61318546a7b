/** What a decision is about, above the form in which it is made: the home, and what was found of it with the plan, or with the word that none is written. */
import {JudgementFacts} from '#client/case/home/judgement-facts.tsx';
import type {EntryContext} from '#client/forms/entry-form.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Card} from '#client/ui/card.tsx';
import {Notice} from '#client/ui/notice.tsx';

export function JudgementAbove({context: {record, person}}: {readonly context: EntryContext}) {
  const {t, format} = useText();
  const judged = useMemory(memory => memory.records(person, 'suitability').find(({id}) => id === record?.id), [person, record?.id]);
  const stay = useMemory(memory => memory.records(person, 'stay').find(({id}) => id === judged?.data.stay), [person, judged?.data.stay]);
  if (!judged) return null;
  const type = stay?.data.type ? t(`codes:home.${stay.data.type}`) : t('person:home.typeNotRecorded');
  const where = stay ? [stay.data.address, stay.data.town, stay.data.postcode].filter(Boolean).join(', ') : '';
  return (
    <>
      <Card title={stay?.data.startOn ? t('home:named', {type, date: format.longDate(stay.data.startOn)}) : type}>
        {where !== '' && <p>{asWritten(where)}</p>}
        <JudgementFacts judged={judged} />
      </Card>
      {!judged.data.plan && (
        <Notice tone="attention">
          <p>{t('home:decide.noPlan')}</p>
        </Notice>
      )}
    </>
  );
}
