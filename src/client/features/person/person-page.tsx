/** One person: who they are and what they are owed, always at the top; then the part of the file that was asked for. */
import {useState, type ComponentType} from 'react';
import {useParams} from 'react-router';
import {useText} from '#client/i18n/text.ts';
import {OpenFile} from '#client/case/person/open-file.tsx';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {TabLinks} from '#client/ui/tab-links.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {Contacts} from './contacts.tsx';
import {Homes} from './homes.tsx';
import {IdentityBar} from './identity-bar.tsx';
import {Learning} from './learning.tsx';
import {Money} from './money.tsx';
import {Overview} from './overview.tsx';
import type {PartProps} from './part.ts';
import {Plan} from './plan.tsx';

export type PartName = 'overview' | 'plan' | 'contacts' | 'home' | 'learning' | 'money';

const PARTS: Readonly<Record<PartName, ComponentType<PartProps>>> = {
  overview: Overview,
  plan: Plan,
  contacts: Contacts,
  home: Homes,
  learning: Learning,
  money: Money,
};
const PART_NAMES = ['overview', 'plan', 'contacts', 'home', 'learning', 'money'] as const satisfies readonly PartName[];

export function PersonPage({part}: {readonly part: PartName}) {
  const {t} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const [, setOpened] = useState(0);

  if (!person?.holdsFile) {
    return (
      <Page title={person?.knownAs ?? t('person:notHere.title')} windowTitle={t('person:notHere.title')}>
        <EmptyState title={person ? t('person:notHere.title') : ''}>
          <p>{t('person:notHere.words')}</p>
          {person && <OpenFile person={id} name={person.knownAs} onOpened={() => setOpened(count => count + 1)} />}
          <LinkButton look="quiet" to="/people">
            {t('people:title')}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  }

  const Part = PARTS[part];
  const base = `/people/${id}`;
  return (
    <Page title={t(`person:tab.${part}`)} heading={false}>
      <IdentityBar person={person} brief={part !== 'overview'} />
      <LinkButton to={`/record?person=${id}`}>{t('person:record')}</LinkButton>
      <TabLinks
        label={t('person:tabs.label')}
        tabs={PART_NAMES.map(name => ({to: name === 'overview' ? base : `${base}/${name}`, label: t(`person:tab.${name}`)}))}
      />
      <Part person={person} today={today} />
    </Page>
  );
}
