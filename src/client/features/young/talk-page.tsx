/** Talking to somebody: phone and text always, and a message that goes when there is a connection; never an alarm. */
import {useText} from '#client/i18n/text.ts';
import {Section} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {Messages} from '#client/case/contact/messages.tsx';
import {CallList, TextLink} from './call-list.tsx';
import {NotesForThem} from './notes-for-them.tsx';
import {helperName, useOwnFile} from './own-file.ts';

export function TalkPage() {
  const {t} = useText();
  const {id, help} = useOwnFile();
  const phone = help?.adviser?.phone ?? null;
  return (
    <Page title={t('young:talk.title')}>
      <CallList help={help} />
      {phone !== null && <TextLink number={phone} />}
      <NotesForThem />
      <Section title={t('young:talk.messages')}>
        <p>{t('young:talk.messages.what')}</p>
        <Messages
          person={id}
          nameOf={holder => helperName(help, holder) ?? t('young:someone')}
          none={t('young:talk.none')}
          label={t('young:talk.write')}
          submit={t('young:talk.send')}
          missing={t('young:talk.write.missing')}
          aboutLine={date => t('young:talk.about', {date})}
          writes
        />
      </Section>
    </Page>
  );
}
