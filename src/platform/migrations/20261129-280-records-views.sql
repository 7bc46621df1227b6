-- A way to look at a list: its conditions, order, columns and form as an address holds them, for one account, a department or a role.
create table records.views (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null,
  name text not null check (name <> ''),
  search text not null,
  -- Exactly one of the three says whom it is for.
  account_id uuid,
  department_id uuid,
  role text,
  first boolean not null,
  primary key (zone_id, id),
  check (num_nonnulls(account_id, department_id, role) = 1)
);
create index views_by_kind on records.views (zone_id, kind) where archived_at is null;
alter table records.views enable row level security;
alter table records.views force row level security;
create policy zone on records.views using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
