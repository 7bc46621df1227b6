-- The session at the provider by which one here was opened (claim sid): signing out there ends it here.
alter table access.sessions add column provider_sid text;
alter table access.flows add column sid text;

-- Tokens by which a provider told of a sign-out, by the hash of issuer and jti, until they would be too old anyway: none is heeded twice.
create table access.heard_sign_outs (
  digest text primary key check (length(digest) = 64),
  expires_at timestamptz not null
);
create index heard_sign_outs_by_end on access.heard_sign_outs (expires_at);
comment on table access.heard_sign_outs is 'reference; app: select, insert, delete';
