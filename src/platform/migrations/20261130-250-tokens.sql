-- Tokens by which programs work in a zone for an account. Only a hash of each is kept. scopes: those of its account's permissions that it was
-- given; used_at: to the minute; archived_at: when it was revoked.
create table access.tokens (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid not null references access.accounts (id) on delete restrict,
  name text not null check (name <> ''),
  token_hash text not null check (length(token_hash) = 64),
  scopes text[] not null check (cardinality(scopes) > 0),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, token_hash)
);
create index tokens_by_account on access.tokens (zone_id, account_id) where archived_at is null;
alter table access.tokens enable row level security;
alter table access.tokens force row level security;
create policy zone on access.tokens using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
