create schema spatial;

create table spatial.places (
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
  kind text not null,
  within_id uuid,
  industry text,
  keeper_id uuid,
  opened_on date,
  closed_on date,
  area_sqm numeric,
  shape text,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, within_id) references spatial.places (zone_id, id) on delete restrict,
  foreign key (zone_id, keeper_id) references organisation.departments (zone_id, id) on delete restrict
);
create index places_by_name on spatial.places (zone_id, name, id);
create index places_by_within_id on spatial.places (zone_id, within_id, id);
create index places_by_keeper_id on spatial.places (zone_id, keeper_id, id);
create index places_by_opened_on on spatial.places (zone_id, opened_on, id);
alter table spatial.places enable row level security;
alter table spatial.places force row level security;
create policy zone on spatial.places using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table spatial.occupants (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  place_id uuid not null,
  enterprise_id uuid,
  project_id uuid,
  since date not null,
  until date,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, place_id) references spatial.places (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index occupants_by_place_id on spatial.occupants (zone_id, place_id, id);
create index occupants_by_enterprise_id on spatial.occupants (zone_id, enterprise_id, id);
create index occupants_by_project_id on spatial.occupants (zone_id, project_id, id);
create index occupants_by_since on spatial.occupants (zone_id, since, id);
alter table spatial.occupants enable row level security;
alter table spatial.occupants force row level security;
create policy zone on spatial.occupants using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table spatial.plans (
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
  level text not null,
  subject text,
  approved_by text not null,
  document text not null,
  approved_on date not null,
  valid_until date,
  supersedes_id uuid,
  uses text[],
  shape text,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, supersedes_id) references spatial.plans (zone_id, id) on delete restrict
);
create index plans_by_name on spatial.plans (zone_id, name, id);
create index plans_by_approved_on on spatial.plans (zone_id, approved_on, id);
create index plans_by_valid_until on spatial.plans (zone_id, valid_until, id);
create index plans_by_supersedes_id on spatial.plans (zone_id, supersedes_id, id);
alter table spatial.plans enable row level security;
alter table spatial.plans force row level security;
create policy zone on spatial.plans using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
