-- What a row needs, beside its cells, to be judged again without its file; and for whom it waits.
alter table import_row add column held_column text;
alter table import_row add column held_because text;
alter table import_row add column with_row integer;
alter table import_row add column facts jsonb;

-- One request of one person to settle rows: what was asked, the reason in words, and the answer that was given for it.
create table import_settling (
  authority text not null references authority (code),
  id uuid not null,
  at timestamptz not null,
  account uuid not null,
  holder uuid not null,
  kind text not null,
  words text,
  body_hash text not null,
  answer jsonb,
  primary key (authority, id)
);

-- Append-only. The row's own cells never change; the newest correction of a cell is laid over it.
create table import_correction (
  authority text not null,
  id bigint generated always as identity,
  settling uuid not null,
  file text not null,
  row_number integer not null,
  key text not null,
  column_name text not null,
  was text not null,
  value text not null,
  primary key (authority, id)
);

-- Append-only: stands (for this reason), blank or keeps (this column), set_aside, taken_up.
create table import_decision (
  authority text not null,
  id bigint generated always as identity,
  settling uuid not null,
  file text not null,
  row_number integer not null,
  key text not null,
  decision text not null,
  about text,
  primary key (authority, id)
);
