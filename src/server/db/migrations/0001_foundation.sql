-- Every table has the authority in its key: it is the unit of sharding and of every query.
create table authority (
  code text primary key,
  name_cy text not null,
  name_en text not null,
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);

-- The commit-ordered version: bumped under its row lock as the last statement of each writing transaction.
create table authority_version (
  authority text primary key references authority (code),
  version bigint not null default 0,
  touched_at timestamptz not null default now()
) with (fillfactor = 10);

create table server_epoch (
  epoch uuid primary key,
  minted_at timestamptz not null default now(),
  reason text not null,
  system_identifier text
);

create table scope (
  authority text not null references authority (code),
  id uuid not null,
  person uuid,
  compartment text not null,
  primary key (authority, id)
);
create unique index scope_of_person on scope (authority, person, compartment) nulls not distinct;

create table record (
  authority text not null references authority (code),
  id uuid not null,
  kind text not null,
  scope uuid not null,
  person uuid,
  body jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (authority, id)
);
create index record_of_person on record (authority, person, kind);

-- Append-only: every state a record was ever put in, by which op, of whom.
create table record_history (
  authority text not null,
  record uuid not null,
  op uuid not null,
  number integer not null,
  author uuid,
  body jsonb not null,
  at timestamptz not null default now(),
  primary key (authority, record, number)
);

create table sync_index (
  authority text not null,
  scope uuid not null,
  id uuid not null,
  version bigint not null,
  present boolean not null,
  primary key (authority, scope, id)
);
create index sync_index_by_version on sync_index (authority, scope, version);

create table grant_ (
  authority text not null,
  id uuid not null,
  cause uuid not null,
  holder uuid not null,
  scope uuid not null,
  from_on date not null,
  until_on date,
  primary key (authority, id)
);
create unique index grant_by_cause on grant_ (authority, cause, holder, scope);
create index grant_by_holder on grant_ (authority, holder);

create table account (
  id uuid primary key,
  authority text not null references authority (code),
  holder uuid not null,
  role text not null,
  name text not null,
  sign_in_name text not null unique,
  password_hash text,
  -- A password that the operator read out: good for one sign-in, which asks for a new one.
  one_time boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (authority, holder)
);

create table invitation (
  token_hash text primary key,
  account uuid not null references account (id),
  purpose text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  token_hash text primary key,
  account uuid not null references account (id),
  csrf text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table client (
  authority text not null,
  id uuid not null,
  account uuid not null,
  last_seq integer not null default 0,
  cursor_version bigint not null default 0,
  last_seen_at timestamptz not null,
  primary key (authority, id)
);

create table op_log (
  authority text not null,
  op uuid not null,
  client uuid not null,
  account uuid not null,
  seq integer not null,
  body_hash text not null,
  kind text not null,
  person uuid,
  answer jsonb not null,
  version bigint,
  epoch uuid not null,
  received_at timestamptz not null,
  -- json, not jsonb: the op is kept letter for letter, whatever is in it.
  body json not null,
  primary key (authority, op)
);
create index op_log_of_client on op_log (authority, client, seq);

create table parked (
  authority text not null,
  op uuid not null,
  account uuid not null,
  person uuid,
  reason text not null,
  body json not null,
  parked_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (authority, op)
);

-- What each device holds: the difference at revocation, and the list for a breach report.
create table client_view (
  authority text not null,
  client uuid not null,
  scope uuid not null,
  grant_id uuid not null,
  since timestamptz not null default now(),
  primary key (authority, client, scope)
);

create table audit (
  authority text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  account uuid,
  action text not null,
  person uuid,
  record uuid,
  detail jsonb not null default '{}',
  primary key (authority, id)
);

-- Every row of every imported file as it came, with its outcome; held rows wait here for a person.
create table import_row (
  authority text not null,
  file text not null,
  row_number integer not null,
  key text,
  person_key text,
  outcome text not null,
  reason text,
  questions jsonb not null default '[]',
  original jsonb not null,
  records jsonb not null default '[]',
  first_import_at timestamptz not null,
  primary key (authority, file, row_number)
);
