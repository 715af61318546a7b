/** When a screen breaks: calm words and a way on. Drafts were kept as they were typed, so nothing is lost by it. */
import {Component, type ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';
import {Button} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';

/** Give it the address as its key: at another address the app is whole again. */
export class ErrorBoundary extends Component<{readonly children: ReactNode}, {readonly broken: boolean}> {
  override state = {broken: false};

  static getDerivedStateFromError(): {readonly broken: boolean} {
    return {broken: true};
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const {t} = useText();
  return (
    <Page title={t('common:broken.title')}>
      <EmptyState>
        <p>{t('common:broken.words')}</p>
        <Button onPress={() => globalThis.location.reload()}>{t('common:broken.reload')}</Button>
      </EmptyState>
    </Page>
  );
}
