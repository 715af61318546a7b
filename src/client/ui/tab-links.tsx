/** Parts of one thing, each with an address of its own, so that back, reload and a shared link all work. */
import {NavLink} from 'react-router';

export interface TabLink {
  readonly to: string;
  readonly label: string;
}

export function TabLinks({label, tabs}: {readonly label: string; readonly tabs: readonly TabLink[]}) {
  return (
    <nav className="app-tabs" aria-label={label}>
      <ul className="app-tabs__list">
        {tabs.map(tab => (
          <li key={tab.to} className="app-tabs__item">
            <NavLink to={tab.to} end replace className="app-tabs__link">
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
