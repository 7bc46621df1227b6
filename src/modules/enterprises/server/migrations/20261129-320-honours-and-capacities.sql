create table enterprises.honours (
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
  kind text not null,
  level text not null,
  issuer text not null,
  document text,
  rank integer,
  issued_on date not null,
  valid_until date,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index honours_by_enterprise on enterprises.honours (zone_id, enterprise_id, id);
create index honours_by_issue on enterprises.honours (zone_id, issued_on, id);
create index honours_by_end on enterprises.honours (zone_id, valid_until, id);
alter table enterprises.honours enable row level security;
alter table enterprises.honours force row level security;
create policy zone on enterprises.honours using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table enterprises.capacities (
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
  product text not null,
  enterprise_id uuid not null,
  state text not null,
  amount numeric not null,
  unit text not null,
  as_of date not null,
  report_code text,
  document text,
  confidence text not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index capacities_by_enterprise on enterprises.capacities (zone_id, enterprise_id, id);
create index capacities_by_day on enterprises.capacities (zone_id, as_of, id);
alter table enterprises.capacities enable row level security;
alter table enterprises.capacities force row level security;
create policy zone on enterprises.capacities using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table enterprises.carbon_savings (
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
  enterprise_id uuid not null,
  tonnes_per_year numeric not null,
  method text not null,
  baseline text not null,
  from_on date not null,
  until_on date,
  verifier text,
  document text,
  confidence text not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index carbon_savings_by_enterprise on enterprises.carbon_savings (zone_id, enterprise_id, id);
create index carbon_savings_by_start on enterprises.carbon_savings (zone_id, from_on, id);
alter table enterprises.carbon_savings enable row level security;
alter table enterprises.carbon_savings force row level security;
create policy zone on enterprises.carbon_savings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
