/** Drawn in two steps: what is in view first, all of it right after. The server's renderer stops after the first step. */
import {render} from '@testing-library/react';
import {renderToString} from 'react-dom/server';
import {MemoryRouter} from 'react-router';
import {expect, test} from 'vitest';
import {CardList} from './card.tsx';
import {Details} from './details.tsx';

const list = (
  <MemoryRouter>
    <CardList>
      {Array.from({length: 40}, (_, at) => (
        <li key={at}>{at}</li>
      ))}
    </CardList>
  </MemoryRouter>
);

test('of a long list the first are drawn first, and then all, in their order', () => {
  expect(renderToString(list).match(/<li>/g)?.length).toBe(8);
  const {container} = render(list);
  expect([...container.querySelectorAll('li')].map(({textContent}) => textContent)).toEqual(
    Array.from({length: 40}, (_, at) => String(at)),
  );
});

test('what is folded away follows; what is open from the beginning does not wait', () => {
  const folded = (open: boolean) => (
    <Details summary="mwy" open={open}>
      <p>rheswm</p>
    </Details>
  );
  expect([renderToString(folded(false)).includes('rheswm'), renderToString(folded(true)).includes('rheswm')]).toEqual([false, true]);
  expect(render(folded(false)).container.textContent).toBe('mwyrheswm');
});
