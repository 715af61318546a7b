/** A card: one thing with a title and what is known of it. Its title may be a link to the thing. */
import type {ReactNode} from 'react';
import {Link} from './link.tsx';
import {useAfterFirst} from './drawn-first.ts';

interface CardProps {
  readonly title: ReactNode;
  readonly to?: string | undefined;
  readonly level?: 2 | 3 | 4;
  readonly aside?: ReactNode;
  readonly tone?: 'plain' | 'attention';
  readonly lang?: string | undefined;
  readonly children?: ReactNode;
}

export function Card({title, to, level = 2, aside, tone = 'plain', lang, children}: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={tone === 'attention' ? 'app-card app-card--attention' : 'app-card'}>
      <div className="app-card__head">
        <Heading className="app-card__title" lang={lang}>
          {to === undefined ? (
            title
          ) : (
            <Link className="app-card__link" to={to}>
              {title}
            </Link>
          )}
        </Heading>
        {aside !== undefined && <div className="app-card__aside">{aside}</div>}
      </div>
      {children}
    </article>
  );
}

/** More than fill a large screen. */
const DRAWN_FIRST = 8;

/** Of a long list the first are drawn first. */
export function CardList({children, columns = false}: {readonly children: ReactNode; readonly columns?: boolean}) {
  const all = useAfterFirst();
  const drawn = all || !Array.isArray(children) ? children : (children as readonly ReactNode[]).slice(0, DRAWN_FIRST);
  return <ul className={columns ? 'app-cards app-cards--columns' : 'app-cards'}>{drawn}</ul>;
}

/** A part of a screen with its own heading. */
export function Section({title, aside, children}: {readonly title: ReactNode; readonly aside?: ReactNode; readonly children: ReactNode}) {
  return (
    <section className="app-section">
      <div className="app-section__head">
        <h2 className="govuk-heading-m">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
