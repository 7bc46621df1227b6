-- One second factor an account (RFC 6238). The secret is sealed under the installation's key; last_step is the last step that was used, so that a
-- code that somebody saw is worth nothing. Unconfirmed until its owner has shown one code.
create table access.second_factors (
  account_id uuid primary key references access.accounts (id) on delete cascade,
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
comment on table access.second_factors is 'reference; app: select, insert, update, delete';

-- Codes for the day on which the phone is lost, each good once; only a keyed hash is kept.
create table access.recovery_codes (
  account_id uuid not null references access.accounts (id) on delete cascade,
  mark text not null check (length(mark) = 24),
  used_at timestamptz,
  primary key (account_id, mark)
);
comment on table access.recovery_codes is 'reference; app: select, insert, update, delete';

-- What the owner sees in the list of sessions. Sessions from before have no device.
alter table access.sessions add column id uuid;
update access.sessions set id = gen_random_uuid();
alter table access.sessions alter column id set not null;
alter table access.sessions add column address text not null default '';
alter table access.sessions add column device text not null default '';
create unique index sessions_by_id on access.sessions (id);
