/** Forward-only numbered migrations, each in a transaction of its own, run at start under one lock. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Sql} from './sql.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

export function migrationFiles(): readonly {readonly number: number; readonly name: string}[] {
  return readdirSync(FOLDER)
    .filter(name => NAME.test(name))
    .sort()
    .map(name => ({number: Number(name.slice(0, 4)), name}));
}

/** Brings the store up to the newest migration. @throws when the store is newer than this program. */
export async function migrate(sql: Sql): Promise<void> {
  await sql.run(
    'create table if not exists migration (number integer primary key, name text not null, at timestamptz not null default now())',
  );
  const files = migrationFiles();
  await sql.transaction('read committed', async query => {
    await query.query('lock table migration in exclusive mode');
    const done = new Set((await query.query<{number: number}>('select number from migration')).map(row => row.number));
    const newest = Math.max(0, ...files.map(file => file.number));
    if ([...done].some(number => number > newest)) throw new Error('the store was made by a newer version of this program');
    for (const file of files) {
      if (done.has(file.number)) continue;
      for (const statement of statements(readFileSync(join(FOLDER, file.name), 'utf8'))) await query.query(statement);
      await query.query('insert into migration (number, name) values ($1, $2)', [file.number, file.name]);
    }
  });
}

/** A semicolon at a line's end closes a statement, save inside the body of a function, which stands between two $$. */
function statements(script: string): readonly string[] {
  const whole: string[] = [];
  for (const piece of script.replace(/^\s*--.*$/gm, '').split(/;\s*$/m)) {
    const open = whole.at(-1);
    if (open !== undefined && open.split('$$').length % 2 === 0) whole[whole.length - 1] = `${open};\n${piece}`;
    else whole.push(piece);
  }
  return whole.map(statement => statement.trim()).filter(Boolean);
}
