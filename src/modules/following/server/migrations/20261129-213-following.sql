create schema following;

-- With such a code a project is followed without an account. Only its hash is kept.
create table following.progress_codes (
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
  code_hash text not null,
  revoked_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  constraint progress_codes_once unique (zone_id, code_hash)
);
create index progress_codes_by_project on following.progress_codes (zone_id, project_id, id);
alter table following.progress_codes enable row level security;
alter table following.progress_codes force row level security;
create policy zone on following.progress_codes using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
