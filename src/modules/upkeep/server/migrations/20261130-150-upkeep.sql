create schema upkeep;

create table upkeep.rules (
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
  urgency text not null check (urgency in ('urgent', 'soon', 'normal')),
  take_hours integer not null,
  mend_hours integer not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id)
);
create index rules_by_day on upkeep.rules (zone_id, valid_from, id);
alter table upkeep.rules enable row level security;
alter table upkeep.rules force row level security;
create policy zone on upkeep.rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Something broken. State, handler and outcome are those of the last acts; limits and lateness are derived from the acts and the rule.
create table upkeep.faults (
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
  building_id uuid not null,
  unit_id uuid,
  place text,
  kind text not null check (kind in ('power', 'water', 'climate', 'doors', 'lift', 'fire', 'structure', 'network', 'other')),
  urgency text not null check (urgency in ('urgent', 'soon', 'normal')),
  state text not null default 'reported' check (state in ('reported', 'taken', 'done', 'dropped')),
  enterprise_id uuid,
  handler text,
  outcome text,
  cost_yuan numeric(18,2),
  payer text check (payer in ('lessor', 'lessee', 'warranty')),
  grade integer,
  primary key (zone_id, id),
  foreign key (zone_id, building_id) references space.buildings (zone_id, id) on delete restrict,
  foreign key (zone_id, unit_id) references space.units (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index faults_by_title on upkeep.faults (zone_id, title, id);
create index faults_by_enterprise on upkeep.faults (zone_id, enterprise_id, id);
create index faults_by_building on upkeep.faults (zone_id, building_id, id);
alter table upkeep.faults enable row level security;
alter table upkeep.faults force row level security;
create policy zone on upkeep.faults using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table upkeep.acts (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  fault_id uuid not null,
  ordinal integer not null,
  verb text not null check (verb in ('take', 'finish', 'drop', 'rate', 'reopen')),
  words text,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, fault_id) references upkeep.faults (zone_id, id) on delete restrict
);
comment on table upkeep.acts is 'append-only; app: select, insert';
create unique index acts_in_order on upkeep.acts (zone_id, fault_id, ordinal);
alter table upkeep.acts enable row level security;
alter table upkeep.acts force row level security;
create policy zone on upkeep.acts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
