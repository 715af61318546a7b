/** A part of a screen that is online by nature: waits without a fuss, says calmly when there is no connection. */
import type {ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';
import {Button} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {exchangeMessage} from './exchange-message.ts';
import type {Asked} from './use-asked.ts';

interface OnlinePartProps<Value> {
  readonly asked: Asked<Value>;
  readonly offlineWords: string;
  readonly onAgain: () => void;
  readonly children: (value: Value) => ReactNode;
}

export function OnlinePart<Value>({asked, offlineWords, onAgain, children}: OnlinePartProps<Value>) {
  const {t} = useText();
  if (asked.is === 'here') return <>{children(asked.value)}</>;
  if (asked.is === 'asking') return <p className="app-quiet">{t('import-holds:asking')}</p>;
  return (
    <Notice>
      <p>{asked.failure.code === 'offline' ? offlineWords : exchangeMessage(asked.failure, t)}</p>
      <Button look="second" onPress={onAgain}>
        {t('common:tryAgain')}
      </Button>
    </Notice>
  );
}
