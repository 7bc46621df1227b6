create schema bonds;

create table bonds.bonds (
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
  code text not null,
  issued_on date not null,
  amount_yuan numeric(18, 2) not null,
  term_years integer not null,
  rate_percent numeric not null,
  mode text not null,
  income_yuan numeric(18, 2),
  note text,
  primary key (zone_id, id)
);
create index bonds_by_name on bonds.bonds (zone_id, name, id);
create index bonds_by_issued_on on bonds.bonds (zone_id, issued_on, id);
create index bonds_by_amount_yuan on bonds.bonds (zone_id, amount_yuan, id);
create unique index bonds_unique_code on bonds.bonds (zone_id, code) where archived_at is null;
alter table bonds.bonds enable row level security;
alter table bonds.bonds force row level security;
create policy zone on bonds.bonds using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What of a bond is meant for which work; below zero: taken back. Works are a module above this one: the payment that comes from there says which work, and how it was called.
create table bonds.allotments (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  bond_id uuid not null,
  work_id uuid not null,
  work_name text not null,
  amount_yuan numeric(18, 2) not null,
  document text not null,
  primary key (zone_id, id),
  foreign key (zone_id, bond_id) references bonds.bonds (zone_id, id) on delete restrict
);
comment on table bonds.allotments is 'append-only; app: select, insert';
create index allotments_by_bond on bonds.allotments (zone_id, bond_id, id);
alter table bonds.allotments enable row level security;
alter table bonds.allotments force row level security;
create policy zone on bonds.allotments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What was paid from a bond for a work, entered by the payment itself.
create table bonds.uses (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  bond_id uuid not null,
  work_id uuid not null,
  work_name text not null,
  amount_yuan numeric(18, 2) not null,
  used_on date not null,
  document text not null,
  primary key (zone_id, id),
  foreign key (zone_id, bond_id) references bonds.bonds (zone_id, id) on delete restrict
);
comment on table bonds.uses is 'append-only; app: select, insert';
create index uses_by_bond on bonds.uses (zone_id, bond_id, id);
alter table bonds.uses enable row level security;
alter table bonds.uses force row level security;
create policy zone on bonds.uses using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- One a year, drawn up once from the terms of the bond; paid by a decision.
create table bonds.repayments (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  bond_id uuid not null,
  due_on date not null,
  principal_yuan numeric(18, 2) not null,
  interest_yuan numeric(18, 2) not null,
  paid_on date,
  document text,
  primary key (zone_id, id),
  foreign key (zone_id, bond_id) references bonds.bonds (zone_id, id) on delete restrict,
  check ((paid_on is null) = (document is null))
);
create unique index repayments_once_a_day on bonds.repayments (zone_id, bond_id, due_on) where archived_at is null;
alter table bonds.repayments enable row level security;
alter table bonds.repayments force row level security;
create policy zone on bonds.repayments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
