create table chains.postings (
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
  side text not null check (side in ('supply', 'demand')),
  enterprise_id uuid not null,
  quantity numeric,
  unit text,
  region text,
  from_on date,
  until_on date,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index postings_by_product on chains.postings (zone_id, product, id);
create index postings_by_end on chains.postings (zone_id, until_on, id);
create index postings_of_enterprise on chains.postings (zone_id, enterprise_id, id);
alter table chains.postings enable row level security;
alter table chains.postings force row level security;
create policy zone on chains.postings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A supply and a demand brought together, with the reasons as they stood then; each side answers once.
create table chains.matches (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  supply_id uuid not null,
  demand_id uuid not null,
  score integer not null,
  parts jsonb not null,
  supply_answer text check (supply_answer in ('accepted', 'declined')),
  demand_answer text check (demand_answer in ('accepted', 'declined')),
  reason text,
  primary key (zone_id, id),
  foreign key (zone_id, supply_id) references chains.postings (zone_id, id) on delete restrict,
  foreign key (zone_id, demand_id) references chains.postings (zone_id, id) on delete restrict
);
create unique index matches_once on chains.matches (zone_id, supply_id, demand_id) where archived_at is null;
create index matches_of_demand on chains.matches (zone_id, demand_id, id);
alter table chains.matches enable row level security;
alter table chains.matches force row level security;
create policy zone on chains.matches using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
