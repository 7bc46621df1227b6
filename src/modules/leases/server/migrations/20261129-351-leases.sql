create schema leases;

-- A lease as signed; both days of the term belong to it. Rent moves by decisions alone.
create table leases.leases (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  number text not null,
  enterprise_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  -- The last day after an early exit.
  ended_on date,
  -- m2, as signed.
  area_sqm numeric not null check (area_sqm > 0),
  steps jsonb not null,
  free_periods jsonb not null,
  property_rate numeric not null,
  notice_days integer not null,
  due_day integer not null check (due_day between 1 and 28),
  deposit_yuan numeric(18, 2) not null,
  deposit_paid_on date,
  deposit_document text,
  deposit_returned_yuan numeric(18, 2),
  deposit_deducted_yuan numeric(18, 2),
  deposit_reason text,
  deposit_returned_on date,
  renewed_from uuid,
  reason text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, renewed_from) references leases.leases (zone_id, id) on delete restrict,
  constraint leases_unique_number unique (zone_id, number),
  constraint leases_renewed_once unique (zone_id, renewed_from),
  check (starts_on <= ends_on),
  check (ended_on is null or (ended_on >= starts_on and ended_on <= ends_on)),
  check ((deposit_returned_on is null) = (deposit_returned_yuan is null)),
  check (deposit_returned_yuan is null or deposit_returned_yuan + deposit_deducted_yuan = deposit_yuan)
);
create index leases_by_enterprise on leases.leases (zone_id, enterprise_id, id);
create index leases_by_end on leases.leases (zone_id, ends_on, id);
alter table leases.leases enable row level security;
alter table leases.leases force row level security;
create policy zone on leases.leases using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The units of a lease, as signed.
create table leases.lease_units (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  lease_id uuid not null,
  unit_id uuid not null,
  area_sqm numeric not null,
  primary key (zone_id, id),
  foreign key (zone_id, lease_id) references leases.leases (zone_id, id) on delete restrict,
  foreign key (zone_id, unit_id) references space.units (zone_id, id) on delete restrict,
  constraint lease_units_once unique (zone_id, lease_id, unit_id)
);
comment on table leases.lease_units is 'append-only; app: select, insert';
create index lease_units_by_unit on leases.lease_units (zone_id, unit_id, id);
alter table leases.lease_units enable row level security;
alter table leases.lease_units force row level security;
create policy zone on leases.lease_units using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What a lessee owes for some days; void: replaced after a change or an exit.
create table leases.bills (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  lease_id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in ('rent', 'property', 'water', 'power', 'gas', 'heat', 'settlement')),
  period_from date not null,
  period_to date not null,
  -- Below zero only where something is given back.
  amount numeric(18, 2) not null check (amount >= 0 or kind = 'settlement'),
  due_on date not null,
  state text not null check (state in ('due', 'paid', 'waived', 'void')),
  paid_on date,
  document text,
  receipt text,
  file_id uuid,
  reason text,
  -- Of the unit and its readings, where it is a utility.
  unit_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, lease_id) references leases.leases (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, unit_id) references space.units (zone_id, id) on delete restrict,
  check (period_from <= period_to),
  check ((state = 'paid') = (paid_on is not null)),
  check (state <> 'waived' or reason is not null)
);
create index bills_by_lease on leases.bills (zone_id, lease_id, id);
create index bills_by_due on leases.bills (zone_id, state, due_on, id);
create unique index bills_once on leases.bills (zone_id, lease_id, kind, period_from, unit_id) nulls not distinct where state <> 'void';
alter table leases.bills enable row level security;
alter table leases.bills force row level security;
create policy zone on leases.bills using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table leases.rules (
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
  warn_first integer not null,
  warn_second integer not null,
  warn_last integer not null,
  idle_months integer not null,
  late_fee_per_day numeric not null,
  renewal_rise numeric not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id)
);
create index rules_by_day on leases.rules (zone_id, valid_from, id);
alter table leases.rules enable row level security;
alter table leases.rules force row level security;
create policy zone on leases.rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table leases.readings (
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
  unit_id uuid not null,
  meter text not null check (meter in ('water', 'power', 'gas', 'heat')),
  read_on date not null,
  value numeric not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, unit_id) references space.units (zone_id, id) on delete restrict
);
create index readings_by_day on leases.readings (zone_id, read_on, id);
create unique index readings_unique_read_on on leases.readings (zone_id, unit_id, meter, read_on) where archived_at is null;
alter table leases.readings enable row level security;
alter table leases.readings force row level security;
create policy zone on leases.readings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table leases.tariffs (
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
  meter text not null check (meter in ('water', 'power', 'gas', 'heat')),
  price numeric not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id)
);
create index tariffs_by_day on leases.tariffs (zone_id, valid_from, id);
alter table leases.tariffs enable row level security;
alter table leases.tariffs force row level security;
create policy zone on leases.tariffs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
