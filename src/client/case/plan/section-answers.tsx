/** What the young person answered to a part of their plan, newest first and as they wrote it; staff and they see the same. */
import type {PlanSection} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {FreeText} from '#client/ui/free-text.tsx';
import {StatusList, StatusText} from '#client/ui/status-text.tsx';

interface SectionAnswersProps {
  readonly person: Id;
  readonly plan: Id;
  readonly section: PlanSection;
  readonly heading: string;
}

export function SectionAnswers({person, plan, section, heading}: SectionAnswersProps) {
  const {t, format} = useText();
  const answers = useMemory(
    memory =>
      memory
        .records(person, 'section-answer')
        .filter(({data}) => data.plan === plan && data.section === section)
        .toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1)),
    [person, plan, section],
  );
  if (answers.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{heading}</h3>
      <ul className="app-cards">
        {answers.map(({id, data, delivery}) => (
          <li key={id} className="app-card">
            <StatusList>
              <StatusText>{t(`codes:sectionAnswer.${data.answer}`)}</StatusText>
              {delivery !== 'accepted' && <StatusText tone="waiting">{t(`sync:delivery.${delivery}`)}</StatusText>}
            </StatusList>
            {data.words && <FreeText quoted words={data.words} />}
            <p className="app-quiet">{format.longDate(data.on)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
