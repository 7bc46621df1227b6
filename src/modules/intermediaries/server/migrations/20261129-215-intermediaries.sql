create schema intermediaries;

-- A paper of a project's plan that an intermediary (an enterprise of the zone's register) is asked for; one at a time for a paper.
create table intermediaries.assignments (
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
  enterprise_id uuid not null,
  intermediary_id uuid not null,
  ref text not null,
  name_zh text not null,
  name_en text not null,
  state text not null check (state in ('assigned', 'working', 'delivered', 'declined', 'withdrawn')),
  assigned_on date not null,
  until_on date,
  note text,
  held_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, intermediary_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create unique index assignments_one_open on intermediaries.assignments (zone_id, project_id, ref)
  where state in ('assigned', 'working');
create index assignments_by_intermediary on intermediaries.assignments (zone_id, intermediary_id, id);
create index assignments_by_enterprise on intermediaries.assignments (zone_id, enterprise_id, id);
alter table intermediaries.assignments enable row level security;
alter table intermediaries.assignments force row level security;
create policy zone on intermediaries.assignments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
