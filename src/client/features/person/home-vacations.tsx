/** Vacations in which somebody in full-time education has no home of their term: a home, or its cost, before they begin. */
import {struckOut} from '#domain/shared/record.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import {Strikeable} from '#client/case/records/strikeable.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Card, Section} from '#client/ui/card.tsx';
import {StatusText} from '#client/ui/status-text.tsx';
import {HomeWay} from './home-way.tsx';
import type {PartProps} from './part.ts';

/** Categories to whom it can be owed (s.110, s.112). */
const OWED = ['C3', 'C4'];

export function HomeVacations({person, today}: PartProps) {
  const {t, format} = useText();
  const all = useMemory(
    memory => memory.records(person.id, 'vacation').toSorted((one, other) => (one.data.from < other.data.from ? 1 : -1)),
    [person.id],
  );
  if (all.length === 0 && (!OWED.includes(person.category) || person.died)) return null;
  return (
    <Section title={t('home:vacation')} aside={!person.died && <HomeWay person={person.id} form="vacation" way="vacation" />}>
      {all.length === 0 && <p className="govuk-body">{t('home:vacation.none')}</p>}
      {all.map(vacation => {
        const {data} = vacation;
        const title = t('person:home.fromTo', {from: format.longDate(data.from), until: format.longDate(data.until)});
        const isPressing = data.how === null && data.until >= today;
        return (
          <Card key={vacation.id} level={3} tone={isPressing ? 'attention' : 'plain'} title={title}>
            <Strikeable
              record={vacation}
              what={title}
              isShared
              links={
                !struckOut(vacation) && (
                  <>
                    <HomeWay person={person.id} form="vacation-settle" of={vacation.id} way="vacationSettle" what={title} />
                    <HistoryLink record={vacation.id} what={title} />
                  </>
                )
              }
            >
              <p>
                <StatusText tone={isPressing ? 'attention' : 'good'}>
                  {data.how === null ? t('home:vacation.open') : t(`codes:vacationWay.${data.how}`)}
                </StatusText>
              </p>
              <ClashLink record={vacation} label={t('person:together')} />
            </Strikeable>
          </Card>
        );
      })}
    </Section>
  );
}
