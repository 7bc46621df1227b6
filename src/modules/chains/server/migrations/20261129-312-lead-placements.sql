create table chains.lead_placements (
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
  lead_id uuid not null,
  node_id uuid not null,
  products text,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict,
  foreign key (zone_id, node_id) references chains.nodes (zone_id, id) on delete restrict
);
create unique index lead_placements_unique_lead_id on chains.lead_placements (zone_id, node_id, lead_id) where archived_at is null;
create index lead_placements_of_lead on chains.lead_placements (zone_id, lead_id, id);
alter table chains.lead_placements enable row level security;
alter table chains.lead_placements force row level security;
create policy zone on chains.lead_placements using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
