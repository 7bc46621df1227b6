create schema forecast;

-- A forecast of the zone: asked for, running, answered. What it says of each project stands in outcomes.
create table forecast.forecasts (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  asked_by text not null,
  state text not null check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
  runs integer not null check (runs > 0),
  seed integer not null,
  done integer not null check (done >= 0),
  total integer not null check (total > 0),
  -- How often it was begun: a process that ended in the middle begins it again.
  attempts integer not null check (attempts >= 0),
  -- When whoever works on it was last heard of.
  beat_at timestamptz,
  data_at timestamptz,
  finished_at timestamptz,
  reason_zh text,
  reason_en text,
  desks jsonb,
  rests jsonb,
  provisional boolean,
  unplanned integer,
  primary key (zone_id, id)
);
create unique index forecasts_one_at_a_time on forecast.forecasts (zone_id) where state in ('queued', 'running');
create index forecasts_latest on forecast.forecasts (zone_id, state, id);
alter table forecast.forecasts enable row level security;
alter table forecast.forecasts force row level security;
create policy zone on forecast.forecasts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table forecast.outcomes (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  forecast_id uuid not null,
  project_id uuid not null,
  permit jsonb not null,
  production jsonb not null,
  incomplete boolean not null,
  primary key (zone_id, id),
  unique (zone_id, forecast_id, project_id),
  foreign key (zone_id, forecast_id) references forecast.forecasts (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
comment on table forecast.outcomes is 'append-only; app: select, insert';
alter table forecast.outcomes enable row level security;
alter table forecast.outcomes force row level security;
create policy zone on forecast.outcomes using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
