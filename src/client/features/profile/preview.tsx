/** What would come of a form, told before it is saved: the category by the file as it would be then. */
import type {ReactNode} from 'react';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {careLeaverStanding} from '#domain/young-person/standing.ts';
import {useText} from '#client/i18n/text.ts';
import {Notice} from '#client/ui/notice.tsx';
import type {EntryContext} from '#client/forms/entry-form.ts';

/** The standing by what is here, with one record new or in its new form. */
export function standingWith({vault, person, today}: EntryContext, changed: DomainRecord | null) {
  const file = vault.memory.file(person).filter(record => !struckOut(record) && record.id !== changed?.id);
  return careLeaverStanding(changed === null ? file : [...file, changed], today);
}

export function PreviewBox({children}: {readonly children: ReactNode}) {
  const {t} = useText();
  return (
    <Notice title={t('profile:preview.title')} say>
      {children}
    </Notice>
  );
}

export function NowAndThen({now, then}: {readonly now: string; readonly then: string}) {
  const {t} = useText();
  if (now === then) return t('profile:preview.same', {value: now});
  return (
    <>
      {t('profile:preview.now', {value: now})}
      <br />
      <strong>{t('profile:preview.then', {value: then})}</strong>
    </>
  );
}
