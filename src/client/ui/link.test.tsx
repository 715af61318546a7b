/** A link goes to its place in the app by a plain click, and is the browser's own in every other way. */
import {cleanup, fireEvent, render, screen} from '@testing-library/react';
import {MemoryRouter, useLocation, useNavigate} from 'react-router';
import {afterEach, expect, test} from 'vitest';
import {Link} from './link.tsx';

afterEach(() => cleanup());

function Here() {
  const {pathname, search} = useLocation();
  const navigate = useNavigate();
  return (
    <button type="button" onClick={() => void navigate(-1)}>
      {pathname + search}
    </button>
  );
}

const begin = (replace: boolean) =>
  render(
    <MemoryRouter initialEntries={['/first', '/second']} initialIndex={1}>
      <Link to="/third?part=one" replace={replace} className="somewhere">
        On
      </Link>
      <Here />
    </MemoryRouter>,
  );

const here = () => screen.getByRole('button').textContent;

test('it says where it leads, and a plain click leads there and back', () => {
  begin(false);
  const link = screen.getByRole('link', {name: 'On'});
  expect([link.getAttribute('href'), link.className]).toEqual(['/third?part=one', 'somewhere']);
  expect(fireEvent.click(link)).toBe(false);
  expect(here()).toBe('/third?part=one');
  fireEvent.click(screen.getByRole('button'));
  expect(here()).toBe('/second');
});

test('a replacing one is no step of the way back', () => {
  begin(true);
  fireEvent.click(screen.getByRole('link'));
  fireEvent.click(screen.getByRole('button'));
  expect(here()).toBe('/first');
});

test('a click that asks the browser for another tab is left to it', () => {
  begin(false);
  for (const other of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {button: 1}]) {
    // A browser would open the tab here; nothing of the app has taken the click.
    expect(fireEvent.click(screen.getByRole('link'), other)).toBe(true);
    expect(here()).toBe('/second');
  }
});
