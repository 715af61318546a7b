/**
 * The frame of every screen: skip link, top bar with the language switch, one line that says what is saved and sent,
 * and a menu of at most four: at the thumb on a phone, at the side on a desk. It knows no noun of the work.
 */
import type {ReactNode} from 'react';
import {useLocation} from 'react-router';
import {Link} from './link.tsx';
import {useText} from '#client/i18n/text.ts';
import {LanguageSwitch} from './language-switch.tsx';

export interface MenuItem {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
}

interface AppShellProps {
  readonly home: string | null;
  /** Shown beside the name of the app: which council, and "sample" where everything is invented. */
  readonly authority?: ReactNode;
  readonly menu?: readonly MenuItem[];
  readonly syncLine?: ReactNode;
  readonly actions?: ReactNode;
  /** Always beside the line of sync: help in the same place on every screen (WCAG 3.2.6). */
  readonly help?: ReactNode;
  /** What cannot wait, above whatever screen is open. */
  readonly alarm?: ReactNode;
  /** The young person’s own app: the same bones, larger and lighter. */
  readonly young?: boolean;
  readonly children: ReactNode;
}

export function SkipLink() {
  const {t} = useText();
  return (
    <a href="#main" className="govuk-skip-link" onClick={() => document.getElementById('main')?.focus()}>
      {t('common:skipToContent')}
    </a>
  );
}

function Brand({home}: {readonly home: string | null}) {
  const {t} = useText();
  const mark = (
    <>
      <svg className="app-brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d="M9 30c0-9 14-8 14-15S12 9 12 2" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      </svg>
      <span className="app-brand__name">{t('common:appName')}</span>
    </>
  );
  return home === null ? (
    <span className="app-brand">{mark}</span>
  ) : (
    <Link className="app-brand" to={home}>
      {mark}
    </Link>
  );
}

/** Of two entries that lead here, the one that leads further: one place is marked, not two. */
function entryOf(menu: readonly MenuItem[], pathname: string): MenuItem | undefined {
  return menu
    .filter(({to}) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((one, other) => other.to.length - one.to.length)[0];
}

export function AppShell({home, authority, menu = [], syncLine, actions, help, alarm, young = false, children}: AppShellProps) {
  const {t} = useText();
  const here = entryOf(menu, useLocation().pathname);
  return (
    <div className={['app-shell', menu.length > 0 && 'app-shell--menu', young && 'app-shell--young'].filter(Boolean).join(' ')}>
      <SkipLink />
      <header className="app-top">
        <div className="app-top__row">
          <Brand home={home} />
          {authority !== undefined && <span className="app-top__authority">{authority}</span>}
          <div className="app-top__tools">
            <LanguageSwitch />
            {actions}
          </div>
        </div>
        {(syncLine ?? help) && (
          <div className="app-strip">
            {syncLine}
            {help}
          </div>
        )}
        {alarm}
      </header>
      {menu.length > 0 && (
        <nav className="app-menu" aria-label={t('common:nav.label')}>
          <ul className="app-menu__list">
            {menu.map(item => (
              <li key={item.to} className="app-menu__item">
                <Link to={item.to} className="app-menu__link" aria-current={item === here ? 'page' : undefined}>
                  <span className="app-menu__icon" aria-hidden="true">
                    {item.icon}
                  </span>
                  <span className="app-menu__label">{item.label}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main className="app-main" id="main" tabIndex={-1}>
        {children}
        <p className="app-print-only">{t('common:paperOnly')}</p>
      </main>
    </div>
  );
}
