/** A press that is asked about once before it does something: for what takes words out of view, or shows them to somebody. */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';

interface ConfirmedButtonProps {
  /** What stands on the button. */
  readonly action: string;
  /** The whole sentence for those who hear it out of its place. */
  readonly label: string;
  readonly look: 'second' | 'quiet';
  readonly question: string;
  readonly words: string;
  readonly yes: string;
  readonly busy: boolean;
  readonly onYes: () => void;
}

export function ConfirmedButton({action, label, look, question, words, yes, busy, onYes}: ConfirmedButtonProps) {
  const {t} = useText();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button look={look} busy={busy} label={label} onPress={() => setAsking(true)}>
        {action}
      </Button>
    );
  return (
    <Notice title={question} say>
      <p>{words}</p>
      <ButtonRow>
        <Button busy={busy} onPress={onYes}>
          {yes}
        </Button>
        <Button look="second" onPress={() => setAsking(false)}>
          {t('common:cancel')}
        </Button>
      </ButtonRow>
    </Notice>
  );
}
