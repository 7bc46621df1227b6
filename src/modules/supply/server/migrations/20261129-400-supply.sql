create schema supply;

-- 年度供应计划
create table supply.plan_lines (
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
  year integer not null,
  quarter text not null,
  parcel_id uuid not null,
  area_sqm integer not null,
  purpose text not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict
);
create index plan_lines_by_title on supply.plan_lines (zone_id, title, id);
create index plan_lines_by_year on supply.plan_lines (zone_id, year, id);
create unique index plan_lines_unique_parcel_id on supply.plan_lines (zone_id, year, parcel_id) where archived_at is null;
alter table supply.plan_lines enable row level security;
alter table supply.plan_lines force row level security;
create policy zone on supply.plan_lines using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The zone's own weights; without any, those of data/supply/rules.json apply.
create table supply.weights (
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
  criterion text not null,
  points numeric not null,
  zero_at numeric not null,
  full_at numeric not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index weights_by_start on supply.weights (zone_id, valid_from, id);
alter table supply.weights enable row level security;
alter table supply.weights force row level security;
create policy zone on supply.weights using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table supply.demands (
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
  project_id uuid,
  purpose text not null,
  area_sqm integer not null,
  key_level text,
  investment_yuan numeric(18,2),
  tax_per_mu numeric,
  energy_per_wan numeric,
  readiness text,
  applied_on date not null,
  note text,
  state text not null default 'waiting',
  parcel_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict
);
create index demands_by_title on supply.demands (zone_id, title, id);
create index demands_by_day on supply.demands (zone_id, applied_on, id);
create index demands_by_project on supply.demands (zone_id, project_id, id);
alter table supply.demands enable row level security;
alter table supply.demands force row level security;
create policy zone on supply.demands using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What was decided on a demand, one after the other; never changed. `moves`: who stood where before and after.
create table supply.demand_acts (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  demand_id uuid not null,
  verb text not null check (verb in ('allocate', 'drop', 'defer', 'resume')),
  happened_on date not null,
  reason text not null,
  parcel_id uuid,
  actor_name text not null,
  moves jsonb not null,
  primary key (zone_id, id),
  foreign key (zone_id, demand_id) references supply.demands (zone_id, id) on delete restrict
);
comment on table supply.demand_acts is 'append-only; app: select, insert';
create index demand_acts_by_demand on supply.demand_acts (zone_id, demand_id, id);
alter table supply.demand_acts enable row level security;
alter table supply.demand_acts force row level security;
create policy zone on supply.demand_acts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table supply.offerings (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  parcel_id uuid not null,
  number text not null,
  method text not null,
  purpose text not null,
  land_kind text not null,
  area_sqm numeric not null,
  land_grade integer not null,
  announced_on date not null,
  opens_on date not null,
  closes_on date not null,
  start_price_yuan numeric(18,2) not null,
  planning_conditions text not null,
  indicators jsonb not null,
  state text not null check (state in ('announced', 'listed', 'sold', 'failed', 'contracted')),
  enterprise_id uuid,
  project_id uuid,
  price_yuan numeric(18,2),
  sold_on date,
  confirmation text,
  commitment text,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  check ((state in ('sold', 'contracted')) = (sold_on is not null))
);
create unique index offerings_one_open on supply.offerings (zone_id, parcel_id) where state <> 'failed' and archived_at is null;
alter table supply.offerings enable row level security;
alter table supply.offerings force row level security;
create policy zone on supply.offerings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table supply.contracts (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  parcel_id uuid not null,
  offering_id uuid,
  enterprise_id uuid not null,
  project_id uuid,
  number text not null,
  build_number text,
  signed_on date not null,
  land_kind text not null,
  purpose text not null,
  area_sqm numeric not null,
  price_yuan numeric(18,2) not null,
  planning_conditions text not null,
  handover_due date not null,
  start_due date not null,
  completion_due date not null,
  production_due date not null,
  output_due date not null,
  late_start_permille numeric not null,
  late_completion_permille numeric not null,
  late_pay_permille numeric not null,
  cap_percent numeric,
  handed_over_on date,
  handover_document text,
  primary key (zone_id, id),
  foreign key (zone_id, parcel_id) references parcels.parcels (zone_id, id) on delete restrict,
  foreign key (zone_id, offering_id) references supply.offerings (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create unique index contracts_unique_number on supply.contracts (zone_id, number) where archived_at is null;
create unique index contracts_unique_parcel on supply.contracts (zone_id, parcel_id) where archived_at is null;
create index contracts_by_enterprise on supply.contracts (zone_id, enterprise_id, id);
alter table supply.contracts enable row level security;
alter table supply.contracts force row level security;
create policy zone on supply.contracts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What a contract agrees, by its kind: written once with the contract.
create table supply.contract_terms (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  contract_id uuid not null,
  ordinal integer not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  kind text not null check (kind in ('indicator', 'clause', 'instalment')),
  body jsonb not null,
  primary key (zone_id, id),
  unique (zone_id, contract_id, ordinal),
  foreign key (zone_id, contract_id) references supply.contracts (zone_id, id) on delete restrict
);
comment on table supply.contract_terms is 'append-only; app: select, insert';
alter table supply.contract_terms enable row level security;
alter table supply.contract_terms force row level security;
create policy zone on supply.contract_terms using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What happens to a contract: payments, permits, holders; never changed.
create table supply.contract_events (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  contract_id uuid not null,
  kind text not null check (kind in ('payment', 'permit', 'holder')),
  happened_on date not null,
  document text not null,
  amount_yuan numeric(18,2),
  code text,
  enterprise_id uuid,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, contract_id) references supply.contracts (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check ((kind = 'payment') = (amount_yuan is not null)),
  check ((kind = 'permit') = (code is not null)),
  check ((kind = 'holder') = (enterprise_id is not null))
);
comment on table supply.contract_events is 'append-only; app: select, insert';
create index contract_events_by_contract on supply.contract_events (zone_id, contract_id, id);
alter table supply.contract_events enable row level security;
alter table supply.contract_events force row level security;
create policy zone on supply.contract_events using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
