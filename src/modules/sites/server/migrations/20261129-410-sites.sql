create schema sites;

-- What promotion knows of a parcel beyond its register, and whether visitors may see it.
create table sites.profiles (
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
  title_en text,
  parcel_id uuid not null,
  published boolean not null,
  dual_supply boolean,
  motorway_km numeric,
  hand_over_on date,
  price_basis text,
  pitch text,
  pitch_en text,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict
);
create unique index profiles_unique_parcel_id on sites.profiles (zone_id, parcel_id) where archived_at is null;
create index profiles_by_parcel on sites.profiles (zone_id, parcel_id, id);
create index profiles_by_title on sites.profiles (zone_id, title, id);
create index profiles_by_hand_over on sites.profiles (zone_id, hand_over_on, id);
alter table sites.profiles enable row level security;
alter table sites.profiles force row level security;
create policy zone on sites.profiles using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table sites.studies (
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
  parcel_id uuid not null,
  lead_id uuid,
  industry_code text,
  layout text not null,
  green_sqm numeric,
  investment_wan numeric,
  tax_wan numeric,
  setback_m numeric,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict,
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict
);
create index studies_by_name on sites.studies (zone_id, name, id);
create index studies_by_parcel on sites.studies (zone_id, parcel_id, id);
create index studies_by_lead on sites.studies (zone_id, lead_id, id);
alter table sites.studies enable row level security;
alter table sites.studies force row level security;
create policy zone on sites.studies using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A site on the short list of a lead or of a project, with the reasons as they stood then.
create table sites.picks (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  lead_id uuid,
  project_id uuid,
  site_kind text not null check (site_kind in ('parcel', 'unit')),
  site_id uuid not null,
  name text not null,
  state text not null check (state in ('kept', 'chosen', 'dropped')),
  standing text not null check (standing in ('fits', 'unknown', 'misses')),
  score integer not null,
  needs jsonb not null,
  reasons jsonb not null,
  kept_on date not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  check ((lead_id is null) <> (project_id is null))
);
create index picks_by_lead on sites.picks (zone_id, lead_id, id);
create index picks_by_project on sites.picks (zone_id, project_id, id);
alter table sites.picks enable row level security;
alter table sites.picks force row level security;
create policy zone on sites.picks using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
