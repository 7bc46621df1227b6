create schema progress;

create table progress.milestones (
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
  node text not null,
  planned_on date not null,
  forecast_on date,
  done_on date,
  evidence_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, evidence_id) references projects.evidence (zone_id, id) on delete restrict
);
create index milestones_by_title on progress.milestones (zone_id, title, id);
create index milestones_by_plan on progress.milestones (zone_id, planned_on, id);
create index milestones_by_forecast on progress.milestones (zone_id, forecast_on, id);
create index milestones_by_project on progress.milestones (zone_id, project_id, id);
alter table progress.milestones enable row level security;
alter table progress.milestones force row level security;
create policy zone on progress.milestones using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table progress.reports (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  month text not null,
  project_id uuid not null,
  planned_percent numeric,
  actual_percent numeric not null,
  done text not null,
  next text,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index reports_by_month on progress.reports (zone_id, month, id);
create index reports_by_project on progress.reports (zone_id, project_id, id);
create unique index reports_unique_month on progress.reports (zone_id, project_id, month) where archived_at is null;
alter table progress.reports enable row level security;
alter table progress.reports force row level security;
create policy zone on progress.reports using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Three ledgers side by side, never added up. A mistake is corrected by a counter-entry.
create table progress.investments (
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
  month text not null,
  project_id uuid not null,
  ledger text not null,
  amount_yuan numeric(18, 2) not null,
  proof text not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index investments_by_month on progress.investments (zone_id, month, id);
create index investments_by_project on progress.investments (zone_id, project_id, id);
alter table progress.investments enable row level security;
alter table progress.investments force row level security;
create policy zone on progress.investments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table progress.capacities (
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
  product text not null,
  project_id uuid not null,
  horizon text not null,
  quantity numeric not null,
  unit text not null,
  lines integer,
  source text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index capacities_by_product on progress.capacities (zone_id, product, id);
create index capacities_by_project on progress.capacities (zone_id, project_id, id);
alter table progress.capacities enable row level security;
alter table progress.capacities force row level security;
create policy zone on progress.capacities using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
