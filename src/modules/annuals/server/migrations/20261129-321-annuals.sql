create schema annuals;

create table annuals.values (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  search_text text not null,
  item text not null,
  enterprise_id uuid not null,
  year integer not null,
  value numeric not null,
  source text not null,
  basis text,
  confidence text not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create unique index values_unique_source on annuals.values (zone_id, enterprise_id, year, item, source) where archived_at is null;
create index values_by_year on annuals.values (zone_id, year, id);
alter table annuals.values enable row level security;
alter table annuals.values force row level security;
create policy zone on annuals.values using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
