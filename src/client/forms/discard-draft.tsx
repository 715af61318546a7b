/** Throwing away what somebody has typed: asked once more, since it cannot be had back. */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';

interface DiscardDraftProps {
  readonly label: string;
  readonly look: 'second' | 'quiet';
  /** False while there is nothing that anybody would miss: then it goes without a question. */
  readonly asks: boolean;
  readonly onDiscard: () => void;
}

export function DiscardDraft({label, look, asks, onDiscard}: DiscardDraftProps) {
  const {t} = useText();
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <Button look={look} onPress={() => (asks ? setSure(true) : onDiscard())}>
        {label}
      </Button>
    );
  return (
    <Notice tone="attention" title={t('common:draft.sure')} say>
      <ButtonRow>
        <Button look="warning" onPress={onDiscard}>
          {t('common:draft.discardYes')}
        </Button>
        <Button look="second" onPress={() => setSure(false)}>
          {t('common:draft.discardNo')}
        </Button>
      </ButtonRow>
    </Notice>
  );
}
