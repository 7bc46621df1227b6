create schema map;

create table map.settings (
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
  holder text not null,
  longitude numeric not null,
  latitude numeric not null,
  zoom numeric not null,
  public_tolerance_m integer not null,
  review_number text,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id)
);
create index settings_by_holder on map.settings (zone_id, holder, id);
create index settings_by_day on map.settings (zone_id, valid_from, id);
alter table map.settings enable row level security;
alter table map.settings force row level security;
create policy zone on map.settings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Which layer is given to other programs, under which review number. Withdrawn, a row stays: the layer is published anew by a new one.
create table map.publications (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  layer text not null,
  audience text not null check (audience in ('public', 'inside')),
  review_number text not null,
  reviewed_on date not null,
  tolerance_m numeric not null check (tolerance_m >= 0),
  published_on date not null,
  withdrawn_on date,
  reason text,
  actor_name text not null,
  primary key (zone_id, id),
  check ((withdrawn_on is null) = (reason is null)),
  check (audience = 'inside' or tolerance_m > 0)
);
create unique index publications_unique_layer on map.publications (zone_id, layer) where withdrawn_on is null;
alter table map.publications enable row level security;
alter table map.publications force row level security;
create policy zone on map.publications using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
