/** What a one-page summary holds for every reader: where somebody lives, and what is promised. */
import type {ReactNode} from 'react';
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {isToDo, promisesIn} from '#client/case/plan/promises.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {PaperPart} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';
import {Actions} from './plan-paper.tsx';

/** A page holds no more of anything. */
export const ROWS = 4;
const PROMISE_CHARACTERS = 200;

/** The home of today, with its town: paper that is lost should not say the door. */
export function homeWords(file: PaperFile, {t}: Pick<Text, 't'>): ReactNode {
  const home = presentStay(file.records(file.person, 'stay'), file.today)?.data;
  if (!home) return null;
  return (
    <>
      {home.type !== null && t(`codes:home.${home.type}`)}
      {home.type !== null && home.town !== null && ', '}
      {asWritten(home.town)}
    </>
  );
}

export function Promises({file}: {readonly file: PaperFile}) {
  const {t} = useText();
  const open = promisesIn(file, file.person).filter(isToDo);
  return (
    <PaperPart title={t('print:summary.promised')}>
      {open.length === 0 && <p>{t('young:home.promised.none')}</p>}
      <Actions actions={open.slice(0, ROWS)} file={file} title={t('print:summary.promised')} atMost={PROMISE_CHARACTERS} />
      {open.length > ROWS && <p>{t('print:summary.more', {number: open.length - ROWS})}</p>}
    </PaperPart>
  );
}
