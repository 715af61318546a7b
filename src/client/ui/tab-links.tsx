/** Parts of one thing, each with an address of its own, so that back, reload and a shared link all work. */
import {useLocation} from 'react-router';
import {Link} from './link.tsx';

export interface TabLink {
  readonly to: string;
  readonly label: string;
}

export function TabLinks({label, tabs}: {readonly label: string; readonly tabs: readonly TabLink[]}) {
  const {pathname} = useLocation();
  return (
    <nav className="app-tabs" aria-label={label}>
      <ul className="app-tabs__list">
        {tabs.map(tab => (
          <li key={tab.to} className="app-tabs__item">
            <Link to={tab.to} replace className="app-tabs__link" aria-current={tab.to === pathname ? 'page' : undefined}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
