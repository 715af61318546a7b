-- What the server noticed that a person has to see: one row for each kind and day, with counts only.
create table alarm (
  authority text not null references authority (code),
  kind text not null,
  day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null,
  detail jsonb not null default '{}',
  primary key (authority, kind, day)
);
-- A scope from its records themselves, not from the index.
create index record_of_scope on record (authority, scope);
-- By authority: the version that a verified backup of this epoch holds.
alter table server_epoch add column safe_versions jsonb not null default '{}';
