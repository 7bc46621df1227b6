create schema space;

-- Houses of plants, offices and flats. Degrees of CGCS2000 (EPSG:4490).
create table space.buildings (
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
  name text not null,
  place text,
  address text,
  use text not null check (use in ('plant', 'office', 'lab', 'computing', 'warehouse', 'apartment')),
  standard_plant boolean not null,
  total_sqm numeric not null,
  storeys integer,
  completed_on date,
  owner text,
  longitude numeric,
  latitude numeric,
  outline text,
  note text,
  primary key (zone_id, id),
  check ((longitude is null) = (latitude is null))
);
create index buildings_by_name on space.buildings (zone_id, name, id);
create index buildings_by_space on space.buildings (zone_id, total_sqm, id);
create index buildings_by_completion on space.buildings (zone_id, completed_on, id);
create unique index buildings_unique_name on space.buildings (zone_id, name) where archived_at is null;
alter table space.buildings enable row level security;
alter table space.buildings force row level security;
create policy zone on space.buildings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table space.storeys (
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
  name text not null,
  building_id uuid not null,
  level integer not null,
  area_sqm numeric not null,
  height_m numeric,
  load_kn_sqm numeric,
  primary key (zone_id, id),
  foreign key (zone_id, building_id) references space.buildings (zone_id, id) on delete restrict
);
create index storeys_by_name on space.storeys (zone_id, name, id);
create index storeys_by_level on space.storeys (zone_id, level, id);
create unique index storeys_unique_level on space.storeys (zone_id, building_id, level) where archived_at is null;
alter table space.storeys enable row level security;
alter table space.storeys force row level security;
create policy zone on space.storeys using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What is let as a whole; free or let follows from leases and stays.
create table space.units (
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
  code text not null,
  building_id uuid not null,
  level integer,
  use text not null check (use in ('plant', 'office', 'lab', 'computing', 'warehouse', 'apartment')),
  area_sqm numeric not null,
  height_m numeric,
  load_kn_sqm numeric,
  crane_t numeric,
  power_kva numeric,
  asking_rent numeric,
  published boolean not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, building_id) references space.buildings (zone_id, id) on delete restrict
);
create index units_by_code on space.units (zone_id, code, id);
create index units_by_area on space.units (zone_id, area_sqm, id);
create index units_by_building on space.units (zone_id, building_id, id);
create unique index units_unique_code on space.units (zone_id, code) where archived_at is null;
alter table space.units enable row level security;
alter table space.units force row level security;
create policy zone on space.units using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
