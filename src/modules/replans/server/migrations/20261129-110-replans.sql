create schema replans;

-- The plan of a running project as it was last computed, with what it was computed from. id is the project: one each.
create table replans.plans (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kept jsonb,
  primary key (zone_id, id),
  foreign key (zone_id, id) references projects.projects (zone_id, id) on delete restrict
);
alter table replans.plans enable row level security;
alter table replans.plans force row level security;
create policy zone on replans.plans using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What moved a plan: one row for each cause, with the event that it came from. ordinal: order within the project, from 1.
create table replans.differences (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  project_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  event_id uuid not null,
  cause text not null check (cause in ('begin', 'case', 'basis', 'catalogue', 'calendar', 'reforms', 'time')),
  matter text,
  case_id uuid,
  -- What was done last, of a case; who did it.
  verb text,
  actor_name text not null,
  on_day date not null,
  -- The day from which time passed, for the cause time.
  since_day date,
  -- Milestones that moved, for narrowing; the whole is in what.
  milestones text[] not null,
  what jsonb not null,
  primary key (zone_id, id),
  unique (zone_id, project_id, ordinal),
  check ((cause = 'begin') = (ordinal = 1)),
  check (cause <> 'case' or matter is not null),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create unique index differences_once on replans.differences (zone_id, project_id, event_id, cause, coalesce(matter, ''));
comment on table replans.differences is 'append-only; app: select, insert';
alter table replans.differences enable row level security;
alter table replans.differences force row level security;
create policy zone on replans.differences using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
