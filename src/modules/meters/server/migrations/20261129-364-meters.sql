create schema meters;

create table meters.meters (
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
  number text not null,
  medium text not null,
  place_id uuid,
  work_id uuid,
  enterprise_id uuid,
  installed_on date not null,
  first_reading numeric not null,
  factor numeric not null,
  replaces_id uuid,
  removed_on date,
  last_reading numeric,
  primary key (zone_id, id),
  foreign key (zone_id, place_id) references spatial.places (zone_id, id) on delete restrict,
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, replaces_id) references meters.meters (zone_id, id) on delete restrict
);
create index meters_by_number on meters.meters (zone_id, number, id);
create index meters_by_place_id on meters.meters (zone_id, place_id, id);
create index meters_by_work_id on meters.meters (zone_id, work_id, id);
create index meters_by_enterprise_id on meters.meters (zone_id, enterprise_id, id);
create index meters_by_installed_on on meters.meters (zone_id, installed_on, id);
create index meters_by_replaces_id on meters.meters (zone_id, replaces_id, id);
alter table meters.meters enable row level security;
alter table meters.meters force row level security;
create policy zone on meters.meters using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table meters.readings (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  month text not null,
  meter_id uuid not null,
  amount numeric not null,
  reader text,
  primary key (zone_id, id),
  foreign key (zone_id, meter_id) references meters.meters (zone_id, id) on delete restrict
);
create index readings_by_month on meters.readings (zone_id, month, id);
create index readings_by_meter_id on meters.readings (zone_id, meter_id, id);
create unique index readings_unique_month on meters.readings (zone_id, meter_id,month) where archived_at is null;
alter table meters.readings enable row level security;
alter table meters.readings force row level security;
create policy zone on meters.readings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
