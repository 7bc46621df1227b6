-- Every workbook that went out: who made it, of what, and the file itself, so that it can be handed out again as it was.
create table exchange.exports (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  actor_name text not null,
  since timestamptz,
  file_name text not null,
  row_count integer not null check (row_count >= 0),
  tables jsonb not null,
  invalid jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  content bytea not null,
  primary key (zone_id, id)
);
comment on table exchange.exports is 'append-only; app: select, insert';
create index exports_by_time on exchange.exports (zone_id, created_at);
alter table exchange.exports enable row level security;
alter table exchange.exports force row level security;
create policy zone on exchange.exports using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
