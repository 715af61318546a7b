/** Says under a form whether what is typed is kept on this device. */
import {useText} from '#client/i18n/text.ts';
import {LiveRegion} from '#client/ui/live-region.tsx';
import type {Keeping} from './use-draft.ts';

export function DraftLine({keeping}: {readonly keeping: Keeping}) {
  const {t} = useText();
  return (
    <p className="app-draft-line">
      <LiveRegion visible>
        {keeping === 'kept' ? t('common:draft.kept') : keeping === 'not-kept' ? t('common:draft.notKept') : ''}
      </LiveRegion>
    </p>
  );
}
