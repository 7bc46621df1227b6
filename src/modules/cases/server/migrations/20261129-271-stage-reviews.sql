-- One lead department for each stage (并联审批阶段牵头部门), and rounds of opinions over all running cases of a stage of a project.
create table cases.stage_leads (
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
  stage text not null,
  department_id uuid not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id),
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict
);
create index stage_leads_by_day on cases.stage_leads (zone_id, valid_from, id);
alter table cases.stage_leads enable row level security;
alter table cases.stage_leads force row level security;
create policy zone on cases.stage_leads using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The round: its cases, who was asked, what they said. Each case has the round among its own actions too.
create table cases.stage_reviews (
  zone_id uuid not null,
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
  stage text not null,
  stage_name_zh text not null,
  stage_name_en text not null,
  lead_id uuid not null,
  lead_name text not null,
  case_ids uuid[] not null check (cardinality(case_ids) > 0),
  review jsonb not null,
  closed_on date,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
-- One open round for a stage of a project.
create unique index stage_reviews_unique_stage on cases.stage_reviews (zone_id, project_id, stage) where closed_on is null and archived_at is null;
alter table cases.stage_reviews enable row level security;
alter table cases.stage_reviews force row level security;
create policy zone on cases.stage_reviews using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
