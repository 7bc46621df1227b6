create schema guarantees;

create table guarantees.needs (
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
  element text not null,
  quantity numeric not null,
  unit text not null,
  needed_on date not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index needs_by_title on guarantees.needs (zone_id, title, id);
create index needs_by_day on guarantees.needs (zone_id, needed_on, id);
create index needs_by_project on guarantees.needs (zone_id, project_id, id);
alter table guarantees.needs enable row level security;
alter table guarantees.needs force row level security;
create policy zone on guarantees.needs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What a department has promised and what has come, one after the other; never changed.
create table guarantees.entries (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  need_id uuid not null,
  kind text not null check (kind in ('promise', 'delivery')),
  quantity numeric not null,
  happened_on date not null,
  due_on date,
  department_id uuid not null,
  document text not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, need_id) references guarantees.needs (zone_id, id) on delete restrict,
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict,
  check ((kind = 'promise') = (due_on is not null))
);
comment on table guarantees.entries is 'append-only; app: select, insert';
create index entries_by_need on guarantees.entries (zone_id, need_id, id);
alter table guarantees.entries enable row level security;
alter table guarantees.entries force row level security;
create policy zone on guarantees.entries using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
