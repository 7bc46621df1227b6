create schema liaisons;

create table liaisons.notes (
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
  project_id uuid not null,
  kind text not null,
  words text not null,
  happened_on date not null,
  follow_up_on date,
  next_step text,
  told boolean not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index notes_by_day on liaisons.notes (zone_id, happened_on, id);
create index notes_by_follow_up on liaisons.notes (zone_id, follow_up_on, id);
create index notes_by_project on liaisons.notes (zone_id, project_id, id);
alter table liaisons.notes enable row level security;
alter table liaisons.notes force row level security;
create policy zone on liaisons.notes using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table liaisons.agency_letters (
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
  project_id uuid not null,
  enterprise_id uuid not null,
  agent_id uuid not null,
  scope text not null,
  signed_on date not null,
  valid_until date,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, agent_id) references organisation.people (zone_id, id) on delete restrict
);
create index agency_letters_by_day on liaisons.agency_letters (zone_id, signed_on, id);
create index agency_letters_by_project on liaisons.agency_letters (zone_id, project_id, id);
alter table liaisons.agency_letters enable row level security;
alter table liaisons.agency_letters force row level security;
create policy zone on liaisons.agency_letters using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
