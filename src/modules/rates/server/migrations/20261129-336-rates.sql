create schema rates;

-- The zone's own cohort rules; without any, those of data/rates/rules.json apply.
create table rates.rules (
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
  rate text not null,
  base_on date not null,
  window_months integer,
  leave_out_withdrawn boolean not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index rules_by_start on rates.rules (zone_id, valid_from, id);
alter table rates.rules enable row level security;
alter table rates.rules force row level security;
create policy zone on rates.rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table rates.outputs (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  year integer not null,
  project_id uuid not null,
  planned_yuan numeric(18, 2) not null,
  real_yuan numeric(18, 2) not null,
  source text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index outputs_by_year on rates.outputs (zone_id, year, id);
create index outputs_by_project on rates.outputs (zone_id, project_id, id);
create unique index outputs_unique_year on rates.outputs (zone_id, project_id, year) where archived_at is null;
alter table rates.outputs enable row level security;
alter table rates.outputs force row level security;
create policy zone on rates.outputs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
