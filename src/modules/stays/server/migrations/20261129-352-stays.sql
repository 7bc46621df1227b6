create schema stays;

create table stays.level_rules (
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
  level text not null check (level in ('a', 'b', 'c', 'd', 'e')),
  own_rate numeric not null,
  subsidy_rate numeric not null,
  term_months integer not null,
  max_months integer not null,
  sqm_per_head numeric not null,
  idle_months integer not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id)
);
create index level_rules_by_day on stays.level_rules (zone_id, valid_from, id);
alter table stays.level_rules enable row level security;
alter table stays.level_rules force row level security;
create policy zone on stays.level_rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- One delegation, or one person, who comes for some days.
create table stays.batches (
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
  purpose text not null,
  enterprise_id uuid,
  arrived_on date not null,
  left_on date,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index batches_by_title on stays.batches (zone_id, title, id);
create index batches_by_arrival on stays.batches (zone_id, arrived_on, id);
create unique index batches_unique_title on stays.batches (zone_id, title) where archived_at is null;
alter table stays.batches enable row level security;
alter table stays.batches force row level security;
create policy zone on stays.batches using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- One person-time.
create table stays.stays (
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
  batch_id uuid not null,
  guest bytea not null,
  level text not null check (level in ('a', 'b', 'c', 'd', 'e')),
  unit_id uuid,
  nights integer,
  primary key (zone_id, id),
  foreign key (zone_id, batch_id) references stays.batches (zone_id, id) on delete restrict,
  foreign key (zone_id, unit_id) references space.units (zone_id, id) on delete restrict
);
create index stays_by_title on stays.stays (zone_id, title, id);
create index stays_by_batch on stays.stays (zone_id, batch_id, id);
alter table stays.stays enable row level security;
alter table stays.stays force row level security;
create policy zone on stays.stays using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table stays.applications (
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
  enterprise_id uuid not null,
  applicant bytea not null,
  phone bytea,
  level text not null check (level in ('a', 'b', 'c', 'd', 'e')),
  applied_on date not null,
  family integer not null,
  rent_allowance boolean not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index applications_by_title on stays.applications (zone_id, title, id);
create index applications_by_day on stays.applications (zone_id, applied_on, id);
create index applications_by_enterprise on stays.applications (zone_id, enterprise_id, id);
create unique index applications_unique_title on stays.applications (zone_id, title) where archived_at is null;
alter table stays.applications enable row level security;
alter table stays.applications force row level security;
create policy zone on stays.applications using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A flat given to somebody for a term, by decisions alone; rates as they held when it was given.
create table stays.tenancies (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  application_id uuid not null,
  enterprise_id uuid not null,
  unit_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  ended_on date,
  trigger text check (trigger in ('termOver', 'jobLeft', 'homeBought', 'empty', 'sublet', 'own')),
  reason text,
  own_rate numeric not null,
  subsidy_rate numeric not null,
  primary key (zone_id, id),
  foreign key (zone_id, application_id) references stays.applications (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, unit_id) references space.units (zone_id, id) on delete restrict,
  constraint tenancies_once unique (zone_id, application_id),
  check (starts_on <= ends_on),
  check ((ended_on is null) = (trigger is null))
);
create index tenancies_by_unit on stays.tenancies (zone_id, unit_id, id);
create index tenancies_by_enterprise on stays.tenancies (zone_id, enterprise_id, id);
alter table stays.tenancies enable row level security;
alter table stays.tenancies force row level security;
create policy zone on stays.tenancies using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
