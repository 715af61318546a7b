/** [A1] Bounded, in order, refused before anything is done, and no place is ever lost. */
import {beforeEach, describe, expect, test} from 'vitest';
import type {ErrorBody, ProtocolError} from '#protocol/errors.ts';
import {Admission, busy, type Turn} from './admission.ts';

const settled = () => new Promise(resolve => setTimeout(resolve, 0));

describe('[A1] admission', () => {
  let admission: Admission;
  let begun: string[];
  let atWork: Map<string, (error?: Error) => void>;
  let most: number;
  beforeEach(() => {
    admission = new Admission({atOnce: 2, waiting: 3}, () => 0.5);
    begun = [];
    atWork = new Map();
    most = 0;
  });

  /** Work that goes on until the test ends it. */
  const ask = (turn: Turn, name: string) =>
    admission.run(turn, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) => {
        atWork.set(name, error => {
          atWork.delete(name);
          if (error) reject(error);
          else resolve(name);
        });
        most = Math.max(most, atWork.size);
      });
    });
  const end = async (name: string, error?: Error) => {
    atWork.get(name)?.(error);
    await settled();
  };

  test('no more than so many at once; what waits comes in when one ends', async () => {
    const asked = ['a', 'b', 'c', 'd'].map(name => ask('pull', name));
    await settled();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c', 'd']) await end(name);
    expect([await Promise.all(asked), most]).toEqual([['a', 'b', 'c', 'd'], 2]);
  });

  test('push comes before hello, hello before pull, and first come first served in each', async () => {
    const asked = [ask('pull', 'one'), ask('pull', 'two')];
    await settled();
    for (const [turn, name] of [
      ['pull', 'pull 1'],
      ['hello', 'hello 1'],
      ['push', 'push 1'],
      ['pull', 'pull 2'],
      ['push', 'push 2'],
    ] as const)
      asked.push(ask(turn, name));
    await settled();
    for (const name of ['one', 'push 1', 'push 2', 'hello 1', 'pull 1', 'pull 2', 'two']) await end(name);
    await Promise.all(asked);
    expect(begun.slice(2)).toEqual(['push 1', 'push 2', 'hello 1', 'pull 1', 'pull 2']);
  });

  test('a full line refuses with a wait, without a touch of work; other lines have room', async () => {
    const asked = ['a', 'b', 'c', 'd', 'e'].map(name => ask('pull', name));
    await settled();
    const refused = await ask('pull', 'f').catch((error: ProtocolError): ErrorBody => error.body);
    expect(refused).toEqual({code: 'busy', retryAfterSeconds: 33});
    const pushed = ask('push', 'p');
    await settled();
    expect(begun).toEqual(['a', 'b']);
    for (const name of ['a', 'b', 'p', 'c', 'd', 'e']) await end(name);
    await Promise.all([...asked, pushed]);
    expect(begun).toEqual(['a', 'b', 'p', 'c', 'd', 'e']);
  });

  test('work that throws, at once or later, gives its place back', async () => {
    for (let n = 0; n < 20; n++) {
      await expect(
        admission.run('push', () => {
          throw new Error('at once');
        }),
      ).rejects.toThrow('at once');
      const asked = Promise.allSettled([ask('push', 'x'), ask('hello', 'y'), ask('pull', 'z')]);
      await settled();
      await end('x', new Error('later'));
      await end('y', new Error('later'));
      await end('z', new Error('later'));
      expect((await asked).map(({status}) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    }
    const after = [ask('pull', 'a'), ask('pull', 'b'), ask('pull', 'c')];
    await settled();
    expect([[...atWork.keys()], most]).toEqual([['a', 'b'], 2]);
    for (const name of ['a', 'b', 'c']) await end(name);
    await Promise.all(after);
  });

  test('the wait is between five seconds and a minute', () => {
    const waits = [0, 0.25, 0.999_999].map(dice => busy(() => dice).body.retryAfterSeconds);
    expect(waits).toEqual([5, 19, 60]);
  });
});
