create table parcels.assessments (
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
  kind text not null,
  state text not null default 'draft',
  parcel_codes text,
  approved_on date not null,
  valid_until date,
  document text not null,
  authority text not null,
  effect text not null,
  finding text not null,
  negative_industries text,
  result text,
  primary key (zone_id, id)
);
create index assessments_by_title on parcels.assessments (zone_id, title, id);
create index assessments_by_approval on parcels.assessments (zone_id, approved_on, id);
create index assessments_by_end on parcels.assessments (zone_id, valid_until, id);
alter table parcels.assessments enable row level security;
alter table parcels.assessments force row level security;
create policy zone on parcels.assessments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- On which parcel a project stands: [since, until). Only until is ever set afterwards.
create table parcels.placements (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  project_id uuid not null,
  parcel_id uuid not null,
  since date not null,
  until date,
  reason text not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict,
  check (until is null or until >= since)
);
create unique index placements_one_open on parcels.placements (zone_id, project_id) where until is null;
create index placements_by_parcel on parcels.placements (zone_id, parcel_id, id);
create index placements_by_project on parcels.placements (zone_id, project_id, id);
alter table parcels.placements enable row level security;
alter table parcels.placements force row level security;
create policy zone on parcels.placements using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
