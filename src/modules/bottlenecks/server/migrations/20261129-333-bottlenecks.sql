create schema bottlenecks;

-- What holds a project up. State, level and owner are the last act's; due date and colour are derived from the acts.
create table bottlenecks.bottlenecks (
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
  title text not null,
  topic text not null,
  state text not null check (state in ('open', 'solved', 'dropped')),
  level integer not null check (level between 1 and 3),
  owner_id uuid not null,
  raised_on date not null,
  outcome text,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, owner_id) references organisation.people (zone_id, id) on delete restrict
);
create index bottlenecks_by_project on bottlenecks.bottlenecks (zone_id, project_id, id);
create index bottlenecks_by_owner on bottlenecks.bottlenecks (zone_id, owner_id, id);
alter table bottlenecks.bottlenecks enable row level security;
alter table bottlenecks.bottlenecks force row level security;
create policy zone on bottlenecks.bottlenecks using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table bottlenecks.acts (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  bottleneck_id uuid not null,
  ordinal integer not null,
  verb text not null check (verb in ('raise', 'assign', 'escalate', 'extend', 'solve', 'reopen', 'drop')),
  happened_on date not null,
  level integer not null,
  days integer,
  owner_id uuid not null,
  words text,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, bottleneck_id) references bottlenecks.bottlenecks (zone_id, id) on delete restrict
);
comment on table bottlenecks.acts is 'append-only; app: select, insert';
alter table bottlenecks.acts enable row level security;
alter table bottlenecks.acts force row level security;
create policy zone on bottlenecks.acts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
create unique index acts_in_order on bottlenecks.acts (zone_id, bottleneck_id, ordinal);
