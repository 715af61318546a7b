-- Where a member of staff is told that there is an alarm while the app is closed: what the browser's push service gave them. It
-- lives as long as the session through which it came, and nothing of anybody's file stands here.
create table notification_address (
  endpoint text primary key,
  session text not null unique references session (token_hash) on delete cascade,
  given_at timestamptz not null
);

-- Who has yet to be told: written with the step of an alarm, in its transaction, and taken away once it was sent.
create table notification_due (
  endpoint text primary key references notification_address (endpoint) on delete cascade,
  next_at timestamptz not null,
  tries integer not null default 0
);

-- This server's own key pair for push services (VAPID, RFC 8292): made once; addresses hold for it alone.
create table notification_key (
  is_only boolean primary key default true check (is_only),
  private_key jsonb not null,
  made_at timestamptz not null
);
