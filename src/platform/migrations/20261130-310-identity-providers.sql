-- Identity providers of a zone (OpenID Connect). client_secret: ciphertext under the installation's key. role_groups: [{group, role}].
-- given out by the security administrator, switched on by the system administrator: enabled is false after every change.
create table access.providers (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  name text not null check (name <> ''),
  issuer text not null,
  client_id text not null check (client_id <> ''),
  client_secret bytea,
  scopes text[] not null,
  groups_claim text,
  role_groups jsonb not null,
  makes_accounts boolean not null,
  links_by_mail boolean not null,
  roles_follow boolean not null,
  administrators boolean not null,
  domains text[] not null,
  factor_values text[] not null,
  enabled boolean not null,
  primary key (zone_id, id)
);
alter table access.providers enable row level security;
alter table access.providers force row level security;
create policy zone on access.providers using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A person as one provider knows it (issuer and subject, never the e-mail) and the account that it opens. given_roles: those of the account's roles
-- that came from its groups and go with them.
create table access.identities (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  provider_id uuid not null,
  account_id uuid not null references access.accounts (id) on delete restrict,
  issuer text not null,
  subject text not null check (subject <> ''),
  given_roles text[] not null,
  used_at timestamptz not null,
  primary key (zone_id, id),
  foreign key (zone_id, provider_id) references access.providers (zone_id, id) on delete restrict
);
create unique index identities_one_account on access.identities (zone_id, provider_id, issuer, subject) where archived_at is null;
create unique index identities_one_a_provider on access.identities (zone_id, provider_id, account_id) where archived_at is null;
create index identities_by_account on access.identities (zone_id, account_id) where archived_at is null;
alter table access.identities enable row level security;
alter table access.identities force row level security;
create policy zone on access.identities using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- An invitation to link an account with whoever comes in by the provider. Only the hash of its code is kept; good once, until a day.
create table access.invitations (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  provider_id uuid not null,
  account_id uuid not null references access.accounts (id) on delete restrict,
  token_hash text not null check (length(token_hash) = 64),
  expires_at timestamptz not null,
  primary key (zone_id, id),
  unique (zone_id, token_hash),
  foreign key (zone_id, provider_id) references access.providers (zone_id, id) on delete restrict
);
alter table access.invitations enable row level security;
alter table access.invitations force row level security;
create policy zone on access.invitations using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A sign-in that is on its way through a provider: ten minutes, used once, bound to the browser that began it. verifier and ending are ciphertext.
-- account_id: who came back and still owes a code of the second factor.
create table access.flows (
  state_hash text primary key check (length(state_hash) = 64),
  browser_hash text not null check (length(browser_hash) = 64),
  provider_zone uuid not null,
  provider_id uuid not null,
  nonce text not null,
  verifier bytea not null,
  redirect_uri text not null,
  back text,
  links_account uuid,
  invitation_hash text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  account_id uuid,
  factor boolean not null default false,
  ending bytea
);
create index flows_by_browser on access.flows (browser_hash);
create index flows_by_end on access.flows (expires_at);
comment on table access.flows is 'reference; app: select, insert, update, delete';

-- By which provider a session was opened, what ends it there (ciphertext), and in which zone that provider's second factor counts.
alter table access.sessions add column provider_zone uuid;
alter table access.sessions add column provider_id uuid;
alter table access.sessions add column factor_zone uuid;
alter table access.sessions add column ending bytea;
create index sessions_by_provider on access.sessions (provider_id) where provider_id is not null;

-- Null: no password opens it, only a provider does.
alter table access.accounts alter column password drop not null;
-- Why a sign-in was refused, and by which provider; never what was sent.
alter table access.events add column detail text not null default '';
