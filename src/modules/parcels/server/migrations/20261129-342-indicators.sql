create table parcels.indicators (
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
  title text not null,
  code text not null,
  industry text,
  direction text not null,
  threshold numeric not null,
  unit text not null,
  phase text not null,
  owner text not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index indicators_by_title on parcels.indicators (zone_id, title, id);
create index indicators_by_day on parcels.indicators (zone_id, valid_from, id);
alter table parcels.indicators enable row level security;
alter table parcels.indicators force row level security;
create policy zone on parcels.indicators using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table parcels.exceptions (
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
  document text not null,
  parcel_id uuid not null,
  code text not null,
  threshold numeric not null,
  decided_on date not null,
  decided_by text not null,
  reason text not null,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict
);
create index exceptions_by_day on parcels.exceptions (zone_id, decided_on, id);
create index exceptions_by_parcel on parcels.exceptions (zone_id, parcel_id, id);
alter table parcels.exceptions enable row level security;
alter table parcels.exceptions force row level security;
create policy zone on parcels.exceptions using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
