/** The frame around every screen, filled: menu, state of sync and lock when the vault is open; little else before. */
import type {ReactNode} from 'react';
import {SyncLine} from '#client/features/sync-state/sync-line.tsx';
import {useText} from '#client/i18n/text.ts';
import {useDevice, usePhase} from '#client/sync/device-context.ts';
import {AppShell, type MenuItem} from '#client/ui/app-shell.tsx';

function Icon({path}: {readonly path: string}) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

export function Shell({children}: {readonly children: ReactNode}) {
  const {t, language} = useText();
  const device = useDevice();
  const phase = usePhase();
  if (phase.kind !== 'open') {
    const sample = phase.kind === 'unprotected' && phase.session.authority.sample;
    return (
      <AppShell home={null} {...(sample ? {authority: t('common:sampleAuthority')} : {})}>
        {children}
      </AppShell>
    );
  }
  const {authority} = phase.vault.session;
  const menu: readonly MenuItem[] = [
    {to: '/today', label: t('common:nav.today'), icon: <Icon path="M4 5h16v16H4zM4 10h16M8 2v5M16 2v5" />},
    {
      to: '/people',
      label: t('common:nav.people'),
      icon: <Icon path="M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-7 7-7s7 3 7 7M16 3a4 4 0 0 1 0 8M22 21c0-3-1-5-4-6" />,
    },
    {to: '/record', label: t('common:nav.record'), icon: <Icon path="M12 20h9M16 4l4 4L8 20H4v-4z" />},
    {to: '/sync', label: t('common:nav.sent'), icon: <Icon path="M12 20V5M5 12l7-7 7 7" />},
  ];
  return (
    <AppShell
      home="/today"
      menu={menu}
      syncLine={<SyncLine />}
      authority={authority.sample ? t('common:authorityIsSample', {authority: authority[language]}) : authority[language]}
      actions={
        <button type="button" className="app-top__button" onClick={() => void device.lock()}>
          {t('common:nav.lockShort')}
        </button>
      }
    >
      {children}
    </AppShell>
  );
}
