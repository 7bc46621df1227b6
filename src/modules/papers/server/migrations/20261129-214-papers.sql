create schema papers;

-- A paper that was uploaded once for a project.
create table papers.held (
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
  ref text not null,
  name_zh text not null,
  name_en text not null,
  file_id uuid not null,
  source text not null check (source in ('case', 'intermediary', 'applicant')),
  valid_until date,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, file_id) references files.files (zone_id, id) on delete restrict,
  constraint held_once unique (zone_id, project_id, ref, file_id)
);
create index held_by_file on papers.held (zone_id, file_id);
alter table papers.held enable row level security;
alter table papers.held force row level security;
create policy zone on papers.held using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A paper that nobody had to hand in again: from the shelf (held_id), or because an earlier matter of the project has brought it.
create table papers.reuses (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  held_id uuid,
  ref text not null,
  name_zh text not null,
  used_kind text not null,
  used_id uuid not null,
  primary key (zone_id, id),
  foreign key (zone_id, held_id) references papers.held (zone_id, id) on delete restrict,
  constraint reuses_once unique (zone_id, used_id, ref)
);
alter table papers.reuses enable row level security;
alter table papers.reuses force row level security;
create policy zone on papers.reuses using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
