create schema access;

-- Accounts of the whole installation. home_zone: the zone whose administrator made the account and may disable it; null: made at the command line.
-- zones: where it has a membership, so that signing in need not look into every zone.
create table access.accounts (
  id uuid primary key,
  login text not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._@+-]{2,99}$'),
  name text not null check (name <> ''),
  password text not null,
  must_change boolean not null,
  demo boolean not null default false,
  home_zone uuid,
  zones uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  disabled_at timestamptz
);
comment on table access.accounts is 'reference';

create table access.sessions (
  token_hash text primary key check (length(token_hash) = 64),
  account_id uuid not null references access.accounts (id) on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_account on access.sessions (account_id);
create index sessions_by_end on access.sessions (expires_at);
comment on table access.sessions is 'reference; app: select, insert, update, delete';

-- What has failed under a login or from an address, known or not: subject is 'login:…' or 'address:…'.
create table access.failures (
  subject text primary key,
  attempts integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index failures_by_age on access.failures (last_at);
comment on table access.failures is 'reference; app: select, insert, update, delete';

-- Security log of sign-ins and of what happens to accounts as such; what happens in a zone stands in the zone's journal.
create table access.events (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  account_id uuid,
  login text not null,
  address text not null,
  actor_name text not null,
  request_id text not null,
  home_zone uuid
);
create index events_by_zone on access.events (home_zone, at desc, id desc);
comment on table access.events is 'reference; app: select, insert';

create table access.memberships (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid not null references access.accounts (id) on delete restrict,
  roles text[] not null,
  enterprise_id uuid,
  person_id uuid,
  primary key (zone_id, id),
  unique (zone_id, account_id),
  constraint memberships_known_roles check (roles <@ array['leader', 'officer', 'agent', 'promoter', 'operator', 'enterprise',
    'intermediary', 'talent', 'supervisor', 'admin', 'security', 'audit']),
  constraint memberships_administrators_apart check (
    ('admin' = any (roles))::integer + ('security' = any (roles))::integer + ('audit' = any (roles))::integer <= 1)
);
alter table access.memberships enable row level security;
alter table access.memberships force row level security;
create policy zone on access.memberships using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The answer to each write by its Idempotency-Key, kept for a day.
create table access.answers (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  digest text not null,
  answer text,
  primary key (zone_id, id),
  unique (zone_id, account_id, key)
);
create index answers_by_age on access.answers (zone_id, created_at);
comment on table access.answers is 'app: select, insert, update, delete';
alter table access.answers enable row level security;
alter table access.answers force row level security;
create policy zone on access.answers using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
