/**
 * Everything that is known of who a person is, in one place (domain.md 3.1): what is not recorded is said so, everything that
 * can be changed has its way in, and every record its history.
 */
import {useParams} from 'react-router';
import {OpenFile} from '#client/case/person/open-file.tsx';
import {personOnDevice} from '#client/case/person/people-on-device.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {AlertsOfProfile} from './alerts-part.tsx';
import {CarePart} from './care-part.tsx';
import {FamilyPart} from './family-part.tsx';
import {PapersPart} from './papers-part.tsx';
import {PeoplePart} from './people-part.tsx';
import {PersonPart} from './person-part.tsx';
import {RightsPart} from './rights-part.tsx';

export function ProfilePage() {
  const {t} = useText();
  const {person: id = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const own = useMemory(memory => memory.records(id, 'young-person')[0], [id]);
  if (!person || !own)
    return (
      <Page title={t('profile:title')}>
        <EmptyState title={person ? t('person:notHere.title') : ''}>
          <p>{t('person:notHere.words')}</p>
          {person && !person.holdsFile && <OpenFile person={id} name={person.knownAs} onOpened={() => undefined} />}
          <LinkButton look="quiet" to="/people">
            {t('people:title')}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  const part = {person, own, today};
  return (
    <Page title={t('profile:title')} caption={person.knownAs}>
      <LinkButton look="quiet" to={`/people/${id}`}>
        {t('profile:back')}
      </LinkButton>
      <PersonPart {...part} />
      <AlertsOfProfile {...part} />
      <PeoplePart {...part} />
      <CarePart {...part} />
      <FamilyPart {...part} />
      <PapersPart {...part} />
      <RightsPart {...part} />
    </Page>
  );
}
