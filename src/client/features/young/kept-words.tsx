/**
 * What somebody had begun to write in a plan that is with a manager by now, or signed off: the form that kept it is closed,
 * and the words are still theirs to read, to say elsewhere or to throw away.
 */
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useDrafts, useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Notice} from '#client/ui/notice.tsx';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {MY_ANSWER, myAnswerTexts, OWN_WORDS, ownWordsTexts} from './plan-drafts.ts';
import {newPlan} from './own-file.ts';

export function KeptWords({person}: {readonly person: Id}) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const writable = useMemory(
    memory => {
      const plan = newPlan(memory, person);
      return plan?.data.status === 'shared' ? plan.id : null;
    },
    [person],
  );
  const left = useDrafts().flatMap(({key, value}) => {
    const [form, plan] = key.split('/');
    const texts = form === OWN_WORDS ? ownWordsTexts(value) : form === MY_ANSWER ? myAnswerTexts(value) : [];
    return plan === writable || texts.length === 0 ? [] : [{key, texts}];
  });
  return left.map(({key, texts}) => (
    <Notice key={key} title={t('young:kept.title')}>
      <p>{t('young:kept.words')}</p>
      {texts.map(text => (
        <p key={text} className="app-words__text" translate="no">
          {text}
        </p>
      ))}
      <DiscardDraft label={t('young:kept.discard')} look="quiet" asks onDiscard={() => void vault.discardDraft(key)} />
    </Notice>
  ));
}
