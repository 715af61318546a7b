/** The frame around every screen, filled: menu, state of sync and lock when the vault is open; little else before. */
import {lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode} from 'react';
import {may} from '#domain/access/permissions.ts';
import {Link} from '#client/ui/link.tsx';
import {SyncLine} from '#client/features/sync-state/sync-line.tsx';
import {needWords, useText} from '#client/i18n/text.ts';
import {useDevice, usePhase} from '#client/sync/device-context.ts';
import {AppShell, type MenuItem} from '#client/ui/app-shell.tsx';
import {menuOf} from './menus.ts';
import {firstScreen} from './routes.tsx';

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

/** Screens that list worries: whoever begins at one is told of them on every other. */
const LISTS_WORRIES = ['/today', '/team'];

/** Of staff alone: a young person's phone need not load it. */
const AlarmLine = lazy(async () => {
  const [{AlarmLine: line}] = await Promise.all([import('#client/case/worry/alarm-line.tsx'), needWords('staff')]);
  return {default: line};
});

/** Draws nothing, also where it could not be loaded: no screen is lost for that. */
const drawsNothing = (load: () => Promise<ComponentType>) => lazy(async () => ({default: await load().catch(() => () => null)}));

const KeepNotified = drawsNothing(async () => {
  const [{KeepNotified: keeps}] = await Promise.all([import('#client/notifications/keep-notified.tsx'), needWords('notifications')]);
  return keeps;
});

const EndNotified = drawsNothing(async () => (await import('#client/notifications/end-notified.tsx')).EndNotified);

/** Nothing on the screen waits for it, so it is not part of what is loaded first. */
const AFTER_START_MS = 4_000;

/** Of everybody: what somebody else in this browser was woken for ends with whoever opens the app now. */
function Notified({mayBe}: {readonly mayBe: boolean}) {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), AFTER_START_MS);
    return () => clearTimeout(timer);
  }, []);
  return isTime && <Suspense fallback={null}>{mayBe ? <KeepNotified /> : <EndNotified />}</Suspense>;
}

/** Where "leave quickly" goes: a page that anybody might have open. */
const ELSEWHERE = 'https://www.bbc.co.uk/weather';

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
  const {authority, role} = phase.vault.session;
  const menu: readonly MenuItem[] = menuOf(role).map(({to, label, icon}) => ({to, label: t(label), icon: <Icon path={icon} />}));
  const isYoung = role === 'young_person';

  async function leave() {
    // Locked first: what was typed is kept, and the back button leads to a closed door.
    await device.lock();
    globalThis.location.replace(ELSEWHERE);
  }

  return (
    <AppShell
      home={firstScreen(role)}
      menu={menu}
      young={isYoung}
      syncLine={<SyncLine />}
      alarm={
        LISTS_WORRIES.includes(firstScreen(role)) && (
          <Suspense fallback={null}>
            <AlarmLine to={firstScreen(role)} listedOn={LISTS_WORRIES} />
          </Suspense>
        )
      }
      help={
        <Link to={isYoung ? '/help' : '/guide'} className="app-help">
          {t(isYoung ? 'common:nav.helpNow' : 'common:nav.help')}
        </Link>
      }
      authority={authority.sample ? t('common:authorityIsSample', {authority: authority[language]}) : authority[language]}
      actions={
        isYoung ? (
          <button type="button" className="app-top__button" aria-label={t('common:nav.exitLabel')} onClick={() => void leave()}>
            {t('common:nav.exit')}
          </button>
        ) : (
          <button type="button" className="app-top__button" onClick={() => void device.lock()}>
            {t('common:nav.lockShort')}
          </button>
        )
      }
    >
      {children}
      <Notified mayBe={may(role, 'notification.receive', false)} />
    </AppShell>
  );
}
