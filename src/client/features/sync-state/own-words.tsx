/** What somebody wrote that did not get through: to read, and to take into another form. */
import {useState} from 'react';
import {saidIn} from '#client/case/money/amount-words.ts';
import {useText} from '#client/i18n/text.ts';
import type {OutboxItem} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button} from '#client/ui/button.tsx';
import {Details} from '#client/ui/details.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

/** A phone number is no sentence, and is somebody's all the same. */
function detailsIn({kind, body}: OutboxItem): readonly (readonly [field: string, value: string])[] {
  if (kind !== 'details.change' || body === null || typeof body !== 'object') return [];
  return Object.entries(body).flatMap(([field, value]) => (typeof value === 'string' && value !== '' ? [[field, value] as const] : []));
}

export function OwnWords({item}: {readonly item: OutboxItem}) {
  const text = useText();
  const {t, has} = text;
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const details = detailsIn(item);
  const {line, texts} = details.length > 0 ? {line: null, texts: []} : saidIn(text, item.body);
  if (line === null && details.length + texts.length === 0) return null;

  async function copy() {
    const words =
      details.length > 0 ? details.map(([, value]) => value) : [...(line === null ? [] : [line]), ...texts.map(each => each.text)];
    try {
      await navigator.clipboard.writeText(words.join('\n\n'));
      setCopied('yes');
    } catch {
      setCopied('no');
    }
  }

  return (
    <Details summary={t('sending:words.show')}>
      <SummaryList
        compact
        facts={details.map(([field, value]) => {
          const key = `details:${field}`;
          return {label: has(key) ? t(key) : null, written: has(key) ? null : field, value: asWritten(value)};
        })}
      />
      {line !== null && <p>{line}</p>}
      {texts.map((words, index) => (
        // Two texts of one op can be the same; they never change their order.
        <FreeText key={index} quoted words={words} />
      ))}
      <Button look="second" onPress={() => void copy()}>
        {t('sending:words.copy')}
      </Button>
      <LiveRegion visible>{copied === null ? '' : t(copied === 'yes' ? 'sending:words.copied' : 'sending:words.notCopied')}</LiveRegion>
    </Details>
  );
}
