create schema organisation;

create table organisation.departments (
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
  short_name text,
  parent_id uuid,
  phone text,
  address text,
  primary key (zone_id, id),
  foreign key (zone_id, parent_id) references organisation.departments (zone_id, id) on delete restrict
);
create index departments_by_name on organisation.departments (zone_id, name, id);
create unique index departments_unique_name on organisation.departments (zone_id, name) where archived_at is null;
alter table organisation.departments enable row level security;
alter table organisation.departments force row level security;
create policy zone on organisation.departments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table organisation.people (
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
  department_id uuid,
  title text,
  phone bytea,
  primary key (zone_id, id),
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict
);
create index people_by_name on organisation.people (zone_id, name, id);
alter table organisation.people enable row level security;
alter table organisation.people force row level security;
create policy zone on organisation.people using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table organisation.teams (
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
  kind text not null check (kind in ('promotion', 'industry', 'agent', 'project', 'other')),
  industry text,
  lead_id uuid,
  department_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references organisation.people (zone_id, id) on delete restrict,
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict
);
create index teams_by_name on organisation.teams (zone_id, name, id);
alter table organisation.teams enable row level security;
alter table organisation.teams force row level security;
create policy zone on organisation.teams using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table organisation.team_members (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  team_id uuid not null,
  person_id uuid not null,
  task text,
  primary key (zone_id, id),
  foreign key (zone_id, team_id) references organisation.teams (zone_id, id) on delete restrict,
  foreign key (zone_id, person_id) references organisation.people (zone_id, id) on delete restrict
);
create unique index team_members_unique_person_id on organisation.team_members (zone_id, person_id, team_id) where archived_at is null;
alter table organisation.team_members enable row level security;
alter table organisation.team_members force row level security;
create policy zone on organisation.team_members using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table organisation.duties (
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
  authority text not null,
  department_id uuid not null,
  person_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict,
  foreign key (zone_id, person_id) references organisation.people (zone_id, id) on delete restrict
);
create index duties_by_authority on organisation.duties (zone_id, authority, id);
create unique index duties_unique_authority on organisation.duties (zone_id, authority) where archived_at is null;
alter table organisation.duties enable row level security;
alter table organisation.duties force row level security;
create policy zone on organisation.duties using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table organisation.absences (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  person_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  delegate_id uuid check (delegate_id <> person_id),
  reason text not null check (reason in ('leave', 'sick', 'travel', 'training', 'other')),
  primary key (zone_id, id),
  foreign key (zone_id, person_id) references organisation.people (zone_id, id) on delete restrict,
  foreign key (zone_id, delegate_id) references organisation.people (zone_id, id) on delete restrict
);
create index absences_by_day on organisation.absences (zone_id, from_on, id);
create index absences_of_person on organisation.absences (zone_id, person_id, from_on);
alter table organisation.absences enable row level security;
alter table organisation.absences force row level security;
create policy zone on organisation.absences using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
