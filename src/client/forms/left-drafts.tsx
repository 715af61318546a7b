/** What somebody was writing about something that is settled by now: within reach until they throw it away. */
import {useText} from '#client/i18n/text.ts';
import {useDrafts, useOpenVault} from '#client/sync/device-context.ts';
import {Notice} from '#client/ui/notice.tsx';
import {DiscardDraft} from './discard-draft.tsx';

interface LeftDraftsProps {
  /** Of the drafts under `prefix`, those that no form on the screen keeps. */
  readonly prefix: string;
  readonly open: readonly string[];
  readonly textsOf: (stored: unknown) => readonly string[];
}

export function LeftDrafts({prefix, open, textsOf}: LeftDraftsProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  return useDrafts()
    .filter(({key}) => key.startsWith(prefix) && !open.includes(key))
    .map(({key, value}) => (
      <Notice key={key} title={t('import-holds:left.title')}>
        {textsOf(value)
          .filter(text => text.trim() !== '')
          .map(text => (
            <p key={text} className="app-words__text" translate="no">
              {text}
            </p>
          ))}
        <DiscardDraft label={t('contact:draft.discard')} look="quiet" asks onDiscard={() => void vault.discardDraft(key)} />
      </Notice>
    ));
}
