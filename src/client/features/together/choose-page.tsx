/**
 * Several versions of one field, each whole, with who wrote it, when and on which visit; and the choice: keep one, keep
 * all in one text, or write a new one. What is saved takes the place of what was on the screen and of nothing else [T5].
 */
import {useState} from 'react';
import {useParams} from 'react-router';
import type {Head} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {ChoiceMade} from './choice-made.tsx';
import {Choosing} from './choosing.tsx';

const NONE: readonly Head[] = [];

export function ChoosePage() {
  const {record: id = '', field = ''} = useParams();
  const {vault} = useOpenVault();
  const record = useMemory(memory => memory.record(id), [id]);
  const draftKey = `together/${id}/${field}`;
  const heads = record?.heads[field] ?? NONE;
  // Somebody who has begun to choose is not turned away because a colleague has chosen meanwhile.
  const [begun, setBegun] = useState(() => vault.drafts().some(({key}) => key === draftKey));
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState<{readonly value: unknown} | null>(null);
  if (!begun && heads.length > 1) setBegun(true);
  if (!record || !begun) return <NotHere />;
  if (made !== null)
    return (
      <ChoiceMade
        record={record}
        field={field}
        value={made.value}
        onAgain={() => {
          setMade(null);
          setTurn(count => count + 1);
        }}
      />
    );
  return (
    <Choosing
      key={turn}
      record={record}
      field={field}
      heads={heads}
      draftKey={draftKey}
      onMade={value => setMade({value})}
      onGivenUp={() => setTurn(count => count + 1)}
    />
  );
}

function NotHere() {
  const {t} = useText();
  return (
    <Page title={t('together:title')}>
      <EmptyState title={t('together:notHere.title')}>
        <p>{t('together:notHere.words')}</p>
        <LinkButton look="quiet" to="/together">
          {t('together:list')}
        </LinkButton>
      </EmptyState>
    </Page>
  );
}
