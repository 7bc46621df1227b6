create schema stalls;

create table stalls.stalls (
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
  not_yet text not null,
  cause text not null,
  plan text not null,
  measure text not null,
  owner_id uuid not null,
  found_on date not null,
  due_on date not null,
  ended_on date,
  outcome text,
  evidence_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, owner_id) references organisation.people (zone_id, id) on delete restrict,
  foreign key (zone_id, evidence_id) references projects.evidence (zone_id, id) on delete restrict
);
create index stalls_by_title on stalls.stalls (zone_id, title, id);
create index stalls_by_found on stalls.stalls (zone_id, found_on, id);
create index stalls_by_due on stalls.stalls (zone_id, due_on, id);
create index stalls_by_project on stalls.stalls (zone_id, project_id, id);
alter table stalls.stalls enable row level security;
alter table stalls.stalls force row level security;
create policy zone on stalls.stalls using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
create unique index stalls_one_open on stalls.stalls (zone_id, project_id, not_yet) where archived_at is null and ended_on is null;
