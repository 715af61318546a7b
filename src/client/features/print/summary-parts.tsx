/** What a one-page summary holds for every reader: where somebody lives, and what is promised. */
import type {ReactNode} from 'react';
import {useText, type Text} from '#client/i18n/text.ts';
import type {Folded} from '#client/vault/contract.ts';
import {isToDo, promisesIn} from '#client/features/promises.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {PaperPart} from './paper.tsx';
import type {PaperFile} from './paper-file.ts';
import {Actions} from './plan-paper.tsx';

/** A page holds no more of anything. */
export const ROWS = 4;

/** The home of today, with its town: paper that is lost should not say the door. */
function homeOf(file: PaperFile): Folded<'stay'> | undefined {
  return file
    .records(file.person, 'stay')
    .findLast(({data}) => (data.startOn === null || data.startOn <= file.today) && (data.endOn === null || data.endOn > file.today));
}

export function homeWords(file: PaperFile, {t}: Pick<Text, 't'>): ReactNode {
  const home = homeOf(file)?.data;
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
      <Actions actions={open.slice(0, ROWS)} file={file} title={t('print:summary.promised')} />
      {open.length > ROWS && <p>{t('print:summary.more', {number: open.length - ROWS})}</p>}
    </PaperPart>
  );
}
