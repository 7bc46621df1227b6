-- One act on many records, with what it takes to undo it: of each record its version after the act and the values before it.
create table records.bulk_acts (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null,
  act text not null check (act in ('set', 'archive', 'restore')),
  account_id uuid,
  rows jsonb not null,
  undone_at timestamptz,
  primary key (zone_id, id)
);
alter table records.bulk_acts enable row level security;
alter table records.bulk_acts force row level security;
create policy zone on records.bulk_acts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
