-- What a zone asks of sign-ins. factor_roles: accounts with one of these roles work only after they have a second factor. One row in force.
create table access.sign_in_rules (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  factor_roles text[] not null,
  primary key (zone_id, id)
);
create unique index sign_in_rules_in_force on access.sign_in_rules (zone_id) where archived_at is null;
alter table access.sign_in_rules enable row level security;
alter table access.sign_in_rules force row level security;
create policy zone on access.sign_in_rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
