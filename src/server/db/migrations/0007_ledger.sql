-- Budgets in whole pence. What the sums are follows from the entries alone, and the database refuses what may not be.
create table budget_line (
  authority text not null references authority (code),
  id uuid not null,
  financial_year text not null,
  fund_name text not null,
  team uuid,
  purpose text,
  allocation bigint not null default 0 check (allocation >= 0),
  overspend bigint not null default 0 check (overspend >= 0),
  committed bigint not null default 0 check (committed >= 0),
  spent bigint not null default 0 check (spent >= 0),
  carried_in bigint not null default 0 check (carried_in >= 0),
  carried_out bigint not null default 0 check (carried_out >= 0),
  imported_overspend boolean not null default false,
  primary key (authority, id),
  constraint never_overdrawn check (committed + spent <= allocation + overspend)
);
create unique index budget_line_by_name on budget_line (authority, financial_year, fund_name, team, purpose) nulls not distinct;

-- Append-only.
create table budget_entry (
  authority text not null,
  number bigint generated always as identity,
  line uuid not null,
  op uuid not null,
  kind text not null check (
    kind in ('allocation', 'carried_in', 'carried_out', 'overspend', 'imported_overspend', 'commit', 'release', 'spend', 'refund')
  ),
  pence bigint not null,
  request uuid,
  person uuid,
  by_holder uuid,
  at timestamptz not null,
  primary key (authority, number),
  foreign key (authority, line) references budget_line (authority, id),
  unique (authority, op, line, kind),
  check (case kind when 'allocation' then pence <> 0 else pence > 0 end)
);
create index budget_entry_of_line on budget_entry (authority, line, number);
-- Money is committed for a request once, and paid for it once.
create unique index one_commitment on budget_entry (authority, request) where kind = 'commit' and request is not null;
create unique index one_payment on budget_entry (authority, request) where kind = 'spend' and request is not null;

create function count_budget_entry() returns trigger language plpgsql as $$
begin
  update budget_line set
    allocation = allocation + case new.kind when 'allocation' then new.pence when 'carried_in' then new.pence when 'carried_out' then -new.pence else 0 end,
    overspend = overspend + case when new.kind in ('overspend', 'imported_overspend') then new.pence else 0 end,
    committed = committed + case new.kind when 'commit' then new.pence when 'release' then -new.pence else 0 end,
    spent = spent + case new.kind when 'spend' then new.pence when 'refund' then -new.pence else 0 end,
    carried_in = carried_in + case new.kind when 'carried_in' then new.pence else 0 end,
    carried_out = carried_out + case new.kind when 'carried_out' then new.pence else 0 end,
    imported_overspend = imported_overspend or new.kind = 'imported_overspend'
  where authority = new.authority and id = new.line;
  return new;
end
$$;
create trigger budget_entry_counts after insert on budget_entry for each row execute function count_budget_entry();

create function keep_ledger() returns trigger language plpgsql as $$
begin
  -- The sums change inside the trigger of an entry, and nowhere else.
  if tg_table_name = 'budget_line' and tg_op = 'UPDATE' and pg_trigger_depth() > 1 then return new; end if;
  raise exception 'the ledger is only added to' using errcode = '23514';
end
$$;
create trigger budget_entry_stays before update or delete on budget_entry for each row execute function keep_ledger();
create trigger budget_line_follows before update or delete on budget_line for each row execute function keep_ledger();
