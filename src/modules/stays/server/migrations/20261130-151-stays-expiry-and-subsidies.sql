-- Days before the end on which a tenancy warns; null: the zone has not said so, and nothing warns.
alter table stays.level_rules add column warn_days integer;

-- What was paid to the operator of what had accrued; what is owed is derived from tenancies and these rows.
create table stays.subsidy_payments (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  ordinal integer not null,
  amount_yuan numeric(18,2) not null check (amount_yuan > 0),
  happened_on date not null,
  document text not null,
  actor_name text not null,
  primary key (zone_id, id)
);
comment on table stays.subsidy_payments is 'append-only; app: select, insert';
create unique index subsidy_payments_in_order on stays.subsidy_payments (zone_id, ordinal);
alter table stays.subsidy_payments enable row level security;
alter table stays.subsidy_payments force row level security;
create policy zone on stays.subsidy_payments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
