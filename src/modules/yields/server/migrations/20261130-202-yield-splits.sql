-- Mixed business: of an item of an enterprise the share that is evaluated.
create table yields.splits (
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
  enterprise_id uuid not null,
  item text not null,
  share_percent numeric not null check (share_percent between 0 and 100),
  from_year integer not null,
  until_year integer,
  document text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index splits_by_year on yields.splits (zone_id, from_year, id);
create index splits_by_enterprise on yields.splits (zone_id, enterprise_id, id);
alter table yields.splits enable row level security;
alter table yields.splits force row level security;
create policy zone on yields.splits using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
