/** When a screen breaks: calm words and a way on. Drafts were kept as they were typed, so nothing is lost by it. */
import {Component, type ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';
import {Button} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';

interface BoundaryProps {
  /** A new address clears the error: the rest of the app still works. */
  readonly address: string;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<BoundaryProps, {readonly brokenAt: string | null}> {
  override state: {readonly brokenAt: string | null} = {brokenAt: null};

  static getDerivedStateFromError(): {readonly brokenAt: string} {
    return {brokenAt: ''};
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.brokenAt !== null && before.address !== this.props.address) this.setState({brokenAt: null});
  }

  override render(): ReactNode {
    return this.state.brokenAt === null ? this.props.children : <Broken />;
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
