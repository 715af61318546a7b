-- What pseudonyms of an evaluation are made with: of one authority and scheme, made once, and in no answer of any route.
create table evaluation_secret (
  authority text not null,
  scheme uuid not null,
  secret text not null check (secret ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  primary key (authority, scheme)
);
