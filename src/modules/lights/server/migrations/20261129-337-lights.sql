create schema lights;

-- The zone's own rules of warning lights; without any, those of data/lights/rules.json apply.
create table lights.rules (
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
  subject text not null,
  yellow_from numeric,
  red_above numeric,
  red_after_yellows integer,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index rules_by_start on lights.rules (zone_id, valid_from, id);
alter table lights.rules enable row level security;
alter table lights.rules force row level security;
create policy zone on lights.rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
