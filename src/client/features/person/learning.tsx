/** Learning and work: what they do now and have done, what the plan carries of it, help with its costs, and what is counted of it. */
import {activitiesOn} from '#domain/learning-work/present-activity.ts';
import {may} from '#domain/access/permissions.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {ActivityCard} from './activity-card.tsx';
import {EnterActivity} from './activity-forms.tsx';
import {LearningProgramme} from './learning-programme.tsx';
import {LearningSnapshots} from './learning-snapshots.tsx';
import {LearningSupport} from './learning-support.tsx';
import type {PartProps} from './part.ts';
import {RivalActivities} from './rival-activities.tsx';

export function Learning({person, today}: PartProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const all = useMemory(memory => memory.records(person.id, 'activity'), [person.id]);
  const present = activitiesOn(all, today);
  const now = present.flatMap(({id}) => all.find(each => each.id === id) ?? []);
  const others = all
    .filter(each => !now.includes(each))
    .toSorted((one, other) => ((one.data.since ?? '') < (other.data.since ?? '') ? 1 : -1));
  const mayWrite = may(vault.session.role, 'activity.write', true) && !person.died;
  return (
    <>
      <RivalActivities person={person} today={today} />
      <Section title={t('learning:now')}>
        {now.length === 0 && <p className="govuk-body">{t('learning:now.none')}</p>}
        <CardList columns={now.length > 1}>
          {now.map(activity => (
            <li key={activity.id}>
              <ActivityCard activity={activity} person={person} today={today} />
            </li>
          ))}
        </CardList>
        {mayWrite && <EnterActivity person={person} today={today} present={present[0]} />}
        {others.length > 0 && (
          <Details summary={t('learning:before')}>
            <CardList>
              {others.map(activity => (
                <li key={activity.id}>
                  <ActivityCard activity={activity} person={person} today={today} />
                </li>
              ))}
            </CardList>
          </Details>
        )}
      </Section>
      <LearningProgramme person={person} today={today} />
      <LearningSupport person={person} today={today} />
      <LearningSnapshots person={person} today={today} />
    </>
  );
}
