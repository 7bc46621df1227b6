create schema promises;

-- One check of one promise; a check that was to be put right is checked again in the next round. Due days of the start move with extensions.
create table promises.checks (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  contract_id uuid not null,
  kind text not null check (kind in ('start', 'completion', 'production', 'output', 'yearly')),
  round integer not null,
  due_on date not null,
  state text not null check (state in ('due', 'recorded', 'objected', 'passed', 'rectify', 'breached')),
  reached boolean,
  reached_on date,
  checked_on date,
  checker_name text,
  note text,
  objection text,
  objected_on date,
  decided_on date,
  decision text,
  rectify_until date,
  primary key (zone_id, id),
  unique (zone_id, contract_id, kind, round),
  foreign key (zone_id, contract_id) references supply.contracts (zone_id, id) on delete restrict,
  check ((state = 'due') = (checked_on is null)),
  check ((state in ('passed', 'rectify', 'breached')) = (decided_on is not null))
);
alter table promises.checks enable row level security;
alter table promises.checks force row level security;
create policy zone on promises.checks using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Values that were measured, each time anew; the last take counts. What was agreed and by which threshold stands beside them.
create table promises.measures (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  check_id uuid not null,
  take integer not null,
  code text not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  actual numeric not null,
  source text not null,
  measured_on date not null,
  primary key (zone_id, id),
  unique (zone_id, check_id, take, code),
  foreign key (zone_id, check_id) references promises.checks (zone_id, id) on delete restrict
);
comment on table promises.measures is 'append-only; app: select, insert';
alter table promises.measures enable row level security;
alter table promises.measures force row level security;
create policy zone on promises.measures using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promises.penalties (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  contract_id uuid not null,
  check_id uuid not null,
  kind text not null check (kind in ('shortfall', 'lateStart', 'lateCompletion')),
  name text,
  amount_yuan numeric(18,2) not null,
  arithmetic text not null,
  capped boolean not null,
  decided_on date not null,
  paid_on date,
  paid_document text,
  primary key (zone_id, id),
  foreign key (zone_id, contract_id) references supply.contracts (zone_id, id) on delete restrict,
  foreign key (zone_id, check_id) references promises.checks (zone_id, id) on delete restrict,
  check ((paid_on is null) = (paid_document is null))
);
create index penalties_by_contract on promises.penalties (zone_id, contract_id, id);
alter table promises.penalties enable row level security;
alter table promises.penalties force row level security;
create policy zone on promises.penalties using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Times that do not count for idle land, with their cause and evidence; an open one is ended once.
create table promises.idle_causes (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  contract_id uuid not null,
  cause text not null check (cause in ('government', 'forceMajeure')),
  from_on date not null,
  until_on date,
  document text not null,
  primary key (zone_id, id),
  foreign key (zone_id, contract_id) references supply.contracts (zone_id, id) on delete restrict,
  check (until_on > from_on)
);
create index idle_causes_by_contract on promises.idle_causes (zone_id, contract_id, id);
alter table promises.idle_causes enable row level security;
alter table promises.idle_causes force row level security;
create policy zone on promises.idle_causes using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Extensions of the start, letters on idle land, the site as it was seen; never changed.
create table promises.acts (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  contract_id uuid not null,
  kind text not null check (kind in ('extension', 'idle', 'site')),
  happened_on date not null,
  body jsonb not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, contract_id) references supply.contracts (zone_id, id) on delete restrict
);
comment on table promises.acts is 'append-only; app: select, insert';
create index acts_by_contract on promises.acts (zone_id, contract_id, id);
alter table promises.acts enable row level security;
alter table promises.acts force row level security;
create policy zone on promises.acts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
