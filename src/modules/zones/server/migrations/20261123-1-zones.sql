create schema zones;

create table zones.zones (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
  name_zh text not null,
  name_en text not null,
  level text not null check (level in ('national', 'provincial')),
  province_zh text not null,
  province_en text not null,
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  county_name_zh text not null,
  county_name_en text not null,
  confidence text not null
);
comment on table zones.zones is 'reference';

create table zones.calendar_years (
  year integer primary key check (year between 2000 and 2120),
  days_off date[] not null,
  days_worked date[] not null,
  source text not null,
  confidence text not null
);
comment on table zones.calendar_years is 'reference';

create table zones.settings (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  parallel boolean not null,
  promised boolean not null,
  fast_preparation boolean not null,
  deferral boolean not null,
  pre_review boolean not null,
  commitment boolean not null,
  standard_land boolean not null,
  primary key (zone_id, id)
);
create unique index settings_one_in_force on zones.settings (zone_id) where archived_at is null;
alter table zones.settings enable row level security;
alter table zones.settings force row level security;
create policy zone on zones.settings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table zones.calendar_days (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  day date not null,
  worked boolean not null,
  reason text not null check (reason <> ''),
  primary key (zone_id, id)
);
create unique index calendar_days_one_a_day on zones.calendar_days (zone_id, day) where archived_at is null;
alter table zones.calendar_days enable row level security;
alter table zones.calendar_days force row level security;
create policy zone on zones.calendar_days using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
