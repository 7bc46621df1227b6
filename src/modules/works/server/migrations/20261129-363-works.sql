create schema works;

create table works.works (
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
  kind text not null,
  state text not null default 'planned',
  place_id uuid,
  owner_id uuid,
  project_id uuid,
  planned_start date,
  planned_end date,
  started_on date,
  completed_on date,
  operating_on date,
  land_use text,
  shape text,
  scope text,
  primary key (zone_id, id),
  foreign key (zone_id, place_id) references spatial.places (zone_id, id) on delete restrict,
  foreign key (zone_id, owner_id) references organisation.departments (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index works_by_name on works.works (zone_id, name, id);
create index works_by_place_id on works.works (zone_id, place_id, id);
create index works_by_owner_id on works.works (zone_id, owner_id, id);
create index works_by_project_id on works.works (zone_id, project_id, id);
create index works_by_planned_start on works.works (zone_id, planned_start, id);
create index works_by_planned_end on works.works (zone_id, planned_end, id);
alter table works.works enable row level security;
alter table works.works force row level security;
create policy zone on works.works using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.estimates (
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
  document text not null,
  work_id uuid not null,
  ordinal integer not null,
  amount_yuan numeric(18, 2) not null,
  approved_on date not null,
  approved_by text not null,
  reason text,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict
);
create index estimates_by_document on works.estimates (zone_id, document, id);
create index estimates_by_work_id on works.estimates (zone_id, work_id, id);
create index estimates_by_ordinal on works.estimates (zone_id, ordinal, id);
create index estimates_by_amount_yuan on works.estimates (zone_id, amount_yuan, id);
create index estimates_by_approved_on on works.estimates (zone_id, approved_on, id);
create unique index estimates_unique_ordinal on works.estimates (zone_id, work_id,ordinal) where archived_at is null;
alter table works.estimates enable row level security;
alter table works.estimates force row level security;
create policy zone on works.estimates using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.sources (
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
  work_id uuid not null,
  kind text not null,
  bond_id uuid,
  planned_yuan numeric(18, 2) not null,
  document text,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict,
  foreign key (zone_id, bond_id) references bonds.bonds (zone_id, id) on delete restrict
);
create index sources_by_title on works.sources (zone_id, title, id);
create index sources_by_work_id on works.sources (zone_id, work_id, id);
create index sources_by_bond_id on works.sources (zone_id, bond_id, id);
create index sources_by_planned_yuan on works.sources (zone_id, planned_yuan, id);
alter table works.sources enable row level security;
alter table works.sources force row level security;
create policy zone on works.sources using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.receipts (
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
  document text not null,
  source_id uuid not null,
  amount_yuan numeric(18, 2) not null,
  received_on date not null,
  primary key (zone_id, id),
  foreign key (zone_id, source_id) references works.sources (zone_id, id) on delete restrict
);
create index receipts_by_document on works.receipts (zone_id, document, id);
create index receipts_by_source_id on works.receipts (zone_id, source_id, id);
create index receipts_by_amount_yuan on works.receipts (zone_id, amount_yuan, id);
create index receipts_by_received_on on works.receipts (zone_id, received_on, id);
alter table works.receipts enable row level security;
alter table works.receipts force row level security;
create policy zone on works.receipts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.contracts (
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
  work_id uuid not null,
  number text not null,
  party text not null,
  enterprise_id uuid,
  sme boolean,
  tender text not null,
  tendered_on date,
  signed_on date not null,
  amount_yuan numeric(18, 2) not null,
  payment_days integer,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index contracts_by_title on works.contracts (zone_id, title, id);
create index contracts_by_work_id on works.contracts (zone_id, work_id, id);
create index contracts_by_enterprise_id on works.contracts (zone_id, enterprise_id, id);
create index contracts_by_signed_on on works.contracts (zone_id, signed_on, id);
create index contracts_by_amount_yuan on works.contracts (zone_id, amount_yuan, id);
alter table works.contracts enable row level security;
alter table works.contracts force row level security;
create policy zone on works.contracts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.payables (
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
  contract_id uuid not null,
  amount_yuan numeric(18, 2) not null,
  delivered_on date not null,
  progress_percent numeric,
  evidence text not null,
  primary key (zone_id, id),
  foreign key (zone_id, contract_id) references works.contracts (zone_id, id) on delete restrict
);
create index payables_by_title on works.payables (zone_id, title, id);
create index payables_by_contract_id on works.payables (zone_id, contract_id, id);
create index payables_by_amount_yuan on works.payables (zone_id, amount_yuan, id);
create index payables_by_delivered_on on works.payables (zone_id, delivered_on, id);
alter table works.payables enable row level security;
alter table works.payables force row level security;
create policy zone on works.payables using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.milestones (
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
  work_id uuid not null,
  planned_on date not null,
  forecast_on date,
  done_on date,
  proof text,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict
);
create index milestones_by_title on works.milestones (zone_id, title, id);
create index milestones_by_work_id on works.milestones (zone_id, work_id, id);
create index milestones_by_planned_on on works.milestones (zone_id, planned_on, id);
create index milestones_by_forecast_on on works.milestones (zone_id, forecast_on, id);
alter table works.milestones enable row level security;
alter table works.milestones force row level security;
create policy zone on works.milestones using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.reports (
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
  work_id uuid not null,
  planned_percent numeric,
  actual_percent numeric not null,
  done text not null,
  next text,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict
);
create index reports_by_month on works.reports (zone_id, month, id);
create index reports_by_work_id on works.reports (zone_id, work_id, id);
create unique index reports_unique_month on works.reports (zone_id, work_id,month) where archived_at is null;
alter table works.reports enable row level security;
alter table works.reports force row level security;
create policy zone on works.reports using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.acceptances (
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
  document text not null,
  work_id uuid not null,
  kind text not null,
  result text not null,
  accepted_on date not null,
  accepted_by text not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict
);
create index acceptances_by_document on works.acceptances (zone_id, document, id);
create index acceptances_by_work_id on works.acceptances (zone_id, work_id, id);
create index acceptances_by_accepted_on on works.acceptances (zone_id, accepted_on, id);
alter table works.acceptances enable row level security;
alter table works.acceptances force row level security;
create policy zone on works.acceptances using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.defects (
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
  work_id uuid not null,
  contract_id uuid,
  found_on date not null,
  due_on date not null,
  fixed_on date,
  proof text,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict,
  foreign key (zone_id, contract_id) references works.contracts (zone_id, id) on delete restrict
);
create index defects_by_title on works.defects (zone_id, title, id);
create index defects_by_work_id on works.defects (zone_id, work_id, id);
create index defects_by_contract_id on works.defects (zone_id, contract_id, id);
create index defects_by_found_on on works.defects (zone_id, found_on, id);
create index defects_by_due_on on works.defects (zone_id, due_on, id);
alter table works.defects enable row level security;
alter table works.defects force row level security;
create policy zone on works.defects using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table works.assets (
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
  work_id uuid,
  value_yuan numeric(18, 2),
  in_service_on date not null,
  keeper_id uuid,
  number text,
  primary key (zone_id, id),
  foreign key (zone_id, work_id) references works.works (zone_id, id) on delete restrict,
  foreign key (zone_id, keeper_id) references organisation.departments (zone_id, id) on delete restrict
);
create index assets_by_name on works.assets (zone_id, name, id);
create index assets_by_work_id on works.assets (zone_id, work_id, id);
create index assets_by_value_yuan on works.assets (zone_id, value_yuan, id);
create index assets_by_in_service_on on works.assets (zone_id, in_service_on, id);
create index assets_by_keeper_id on works.assets (zone_id, keeper_id, id);
alter table works.assets enable row level security;
alter table works.assets force row level security;
create policy zone on works.assets using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- 变更: added to or taken off the amount of a contract, one after the other; never changed.
create table works.change_orders (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  contract_id uuid not null,
  amount_yuan numeric(18, 2) not null,
  reason text not null,
  document text not null,
  approval text,
  happened_on date not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, contract_id) references works.contracts (zone_id, id) on delete restrict
);
comment on table works.change_orders is 'append-only; app: select, insert';
create index change_orders_by_contract on works.change_orders (zone_id, contract_id, id);
alter table works.change_orders enable row level security;
alter table works.change_orders force row level security;
create policy zone on works.change_orders using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What was paid of a payable, from which source.
create table works.payments (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  payable_id uuid not null,
  source_id uuid not null,
  amount_yuan numeric(18, 2) not null check (amount_yuan > 0),
  paid_on date not null,
  document text not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, payable_id) references works.payables (zone_id, id) on delete restrict,
  foreign key (zone_id, source_id) references works.sources (zone_id, id) on delete restrict
);
comment on table works.payments is 'append-only; app: select, insert';
create index payments_by_payable on works.payments (zone_id, payable_id, id);
create index payments_by_source on works.payments (zone_id, source_id, id);
alter table works.payments enable row level security;
alter table works.payments force row level security;
create policy zone on works.payments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
