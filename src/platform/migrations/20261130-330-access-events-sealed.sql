-- The security log under the same seal as the journals: a tree of the installation beside the trees of the zones (ADR 38).
-- The transaction that wrote a line, as in journal.events; null in lines of before.
alter table access.events add column tx xid8;
create index events_by_tx on access.events (tx, id);

-- Personal fields stand in a line as ciphertext: about (the login) under the account's key, done_by (who, from which address) under the actor's.
alter table access.events add column actor_id uuid;
alter table access.events add column about bytea;
alter table access.events add column done_by bytea;

-- In the open only in lines of before: the next start turns them into ciphertext and empties them, before any of them is sealed.
alter table access.events alter column login drop not null;
alter table access.events alter column address drop not null;
alter table access.events alter column actor_name drop not null;
create index events_in_the_open on access.events (id) where login is not null;

-- subject: 'account:<id>', or 'month:YYYY-MM' for those who are nobody's account. Without its key a line can be proved and no longer read.
create table access.event_keys (
  subject text primary key check (subject ~ '^(account:[0-9a-f-]{36}|month:[0-9]{4}-[0-9]{2})$'),
  key bytea check (length(key) = 32),
  created_at timestamptz not null,
  destroyed_at timestamptz,
  check ((key is null) = (destroyed_at is not null))
);
comment on table access.event_keys is 'reference';
