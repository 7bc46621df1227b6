create schema projects;

create table projects.projects (
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
  national_code text,
  enterprise_id uuid,
  kind text not null,
  industry_code text,
  investment_yuan numeric(18, 2),
  stage text not null default 'lead',
  condition text not null default 'active',
  signed_on date,
  summary text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index projects_by_name on projects.projects (zone_id, name, id);
create index projects_by_investment on projects.projects (zone_id, investment_yuan, id);
create index projects_by_signing on projects.projects (zone_id, signed_on, id);
create index projects_by_enterprise on projects.projects (zone_id, enterprise_id, id);
create unique index projects_unique_national_code on projects.projects (zone_id, national_code) where archived_at is null;
alter table projects.projects enable row level security;
alter table projects.projects force row level security;
create policy zone on projects.projects using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table projects.liaisons (
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
  person_id uuid not null,
  role text not null,
  since date not null,
  until date,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, person_id) references organisation.people (zone_id, id) on delete restrict
);
create index liaisons_by_since on projects.liaisons (zone_id, since, id);
create index liaisons_by_project on projects.liaisons (zone_id, project_id, id);
create index liaisons_by_person on projects.liaisons (zone_id, person_id, id);
alter table projects.liaisons enable row level security;
alter table projects.liaisons force row level security;
create policy zone on projects.liaisons using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table projects.evidence (
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
  project_id uuid not null,
  kind text not null,
  happened_on date not null,
  number text,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index evidence_by_day on projects.evidence (zone_id, happened_on, id);
create index evidence_by_project on projects.evidence (zone_id, project_id, id);
alter table projects.evidence enable row level security;
alter table projects.evidence force row level security;
create policy zone on projects.evidence using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What the plan of a project is computed from, pinned to the version of the catalogue with which it began.
create table projects.bases (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  catalogue_version_id uuid not null references matters.catalogue_versions (id) on delete restrict,
  facts jsonb not null,
  start_on date not null,
  primary key (zone_id, id),
  foreign key (zone_id, id) references projects.projects (zone_id, id) on delete restrict
);
comment on column projects.bases.id is 'the project: one basis each';
alter table projects.bases enable row level security;
alter table projects.bases force row level security;
create policy zone on projects.bases using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
