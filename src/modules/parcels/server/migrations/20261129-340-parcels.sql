create schema parcels;

create table parcels.parcels (
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
  name text not null,
  location text,
  registered_area_sqm numeric not null,
  land_use text not null,
  land_kind text not null,
  industries text,
  state text not null default 'planned',
  side_states text[],
  service_level text not null,
  converted boolean,
  voltage_kv numeric,
  power_kva numeric,
  water_tpd numeric,
  gas_m3h numeric,
  steam_tph numeric,
  heat_mw numeric,
  drainage_tpd numeric,
  road_width_m numeric,
  rail boolean,
  floor_price_yuan_sqm numeric(18, 2),
  land_grade integer,
  retired_on date,
  note text,
  primary key (zone_id, id)
);
create unique index parcels_unique_code on parcels.parcels (zone_id, code) where archived_at is null;
create index parcels_by_code on parcels.parcels (zone_id, code, id);
create index parcels_by_name on parcels.parcels (zone_id, name, id);
create index parcels_by_area on parcels.parcels (zone_id, registered_area_sqm, id);
create index parcels_by_voltage on parcels.parcels (zone_id, voltage_kv, id);
create index parcels_by_steam on parcels.parcels (zone_id, steam_tph, id);
alter table parcels.parcels enable row level security;
alter table parcels.parcels force row level security;
create policy zone on parcels.parcels using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The ground of a parcel through time: [valid_from, valid_until). Only valid_until is ever set afterwards, when another shape takes over.
create table parcels.shapes (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  parcel_id uuid not null,
  geometry jsonb not null,
  drawn_sqm numeric not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  valid_from date not null,
  valid_until date,
  datum text not null,
  source text not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict,
  check (valid_until is null or valid_until >= valid_from)
);
create unique index shapes_one_open on parcels.shapes (zone_id, parcel_id) where valid_until is null;
create index shapes_by_parcel on parcels.shapes (zone_id, parcel_id, valid_from, id);
create index shapes_by_box on parcels.shapes (zone_id, west, east, south, north);
alter table parcels.shapes enable row level security;
alter table parcels.shapes force row level security;
create policy zone on parcels.shapes using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table parcels.extents (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  title text not null,
  west numeric not null,
  south numeric not null,
  east numeric not null,
  north numeric not null,
  valid_from date not null,
  source text not null,
  primary key (zone_id, id)
);
create index extents_by_day on parcels.extents (zone_id, valid_from, id);
alter table parcels.extents enable row level security;
alter table parcels.extents force row level security;
create policy zone on parcels.extents using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
