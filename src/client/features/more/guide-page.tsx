/** Help for staff: how the app works with no signal, and what the words of its states mean. */
import {useText} from '#client/i18n/text.ts';
import {Section} from '#client/ui/card.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';

export function GuidePage() {
  const {t} = useText();
  return (
    <Page title={t('more:guide.title')}>
      <div className="app-guide">
        <Section title={t('more:guide.offline')}>
          <p>{t('more:guide.offline.words')}</p>
        </Section>
        <Section title={t('more:guide.words.title')}>
          <SummaryList
            facts={[
              {label: t('sync:delivery.saved_here'), value: t('more:guide.saved')},
              {label: t('sync:delivery.sent'), value: t('more:guide.sent')},
              {label: t('sync:delivery.accepted'), value: t('more:guide.accepted')},
              {label: t('sync:delivery.needs_attention'), value: t('more:guide.attention')},
            ]}
          />
        </Section>
        {(['two', 'names', 'lost', 'who'] as const).map(part => (
          <Section key={part} title={t(`more:guide.${part}`)}>
            <p>{t(`more:guide.${part}.words`)}</p>
          </Section>
        ))}
      </div>
    </Page>
  );
}
