-- What the shared parts of a building used in some days, and how it was split; each share is a bill of its lease.
alter table leases.bills drop constraint bills_kind_check;
alter table leases.bills add constraint bills_kind_check check (kind in (
  'rent', 'property', 'water', 'power', 'gas', 'heat', 'sharedWater', 'sharedPower', 'sharedGas', 'sharedHeat', 'settlement'
));

create table leases.shared_costs (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  building_id uuid not null,
  meter text not null check (meter in ('water', 'power', 'gas', 'heat')),
  period_from date not null,
  period_to date not null,
  total_yuan numeric(18, 2) not null check (total_yuan > 0),
  by_rule text not null check (by_rule in ('area', 'meter')),
  -- Of units that nobody leased in these days: stays with the lessor.
  kept_yuan numeric(18, 2) not null,
  document text not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, building_id) references space.buildings (zone_id, id) on delete restrict,
  check (period_from <= period_to)
);
comment on table leases.shared_costs is 'append-only; app: select, insert';
create unique index shared_costs_once on leases.shared_costs (zone_id, building_id, meter, period_from);
alter table leases.shared_costs enable row level security;
alter table leases.shared_costs force row level security;
create policy zone on leases.shared_costs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
