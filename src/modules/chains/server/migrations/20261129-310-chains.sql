create schema chains;

create table chains.chains (
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
  kind text not null check (kind in ('key', 'leading')),
  position integer not null,
  chief_id uuid,
  team_id uuid,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, chief_id) references organisation.people (zone_id, id) on delete restrict,
  foreign key (zone_id, team_id) references organisation.teams (zone_id, id) on delete restrict
);
create unique index chains_unique_name on chains.chains (zone_id, name) where archived_at is null;
create index chains_by_name on chains.chains (zone_id, name, id);
create index chains_by_position on chains.chains (zone_id, position, id);
alter table chains.chains enable row level security;
alter table chains.chains force row level security;
create policy zone on chains.chains using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table chains.nodes (
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
  chain_id uuid not null,
  lane text not null check (lane in ('upstream', 'midstream', 'downstream', 'supporting')),
  position integer not null,
  products text,
  industry_code text,
  target_enterprises integer,
  target_output_yuan numeric(18,2),
  primary key (zone_id, id),
  foreign key (zone_id, chain_id) references chains.chains (zone_id, id) on delete restrict
);
create unique index nodes_unique_name on chains.nodes (zone_id, chain_id, name) where archived_at is null;
create index nodes_by_name on chains.nodes (zone_id, name, id);
create index nodes_by_position on chains.nodes (zone_id, position, id);
alter table chains.nodes enable row level security;
alter table chains.nodes force row level security;
create policy zone on chains.nodes using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table chains.links (
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
  from_node_id uuid not null,
  to_node_id uuid not null,
  primary key (zone_id, id),
  foreign key (zone_id, from_node_id) references chains.nodes (zone_id, id) on delete restrict,
  foreign key (zone_id, to_node_id) references chains.nodes (zone_id, id) on delete restrict,
  check (from_node_id <> to_node_id)
);
create unique index links_unique_to_node_id on chains.links (zone_id, from_node_id, to_node_id, product) where archived_at is null;
create index links_of_node on chains.links (zone_id, to_node_id, id);
alter table chains.links enable row level security;
alter table chains.links force row level security;
create policy zone on chains.links using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table chains.placements (
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
  enterprise_id uuid not null,
  node_id uuid not null,
  products text,
  output_yuan numeric(18,2),
  output_year integer,
  output_source text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, node_id) references chains.nodes (zone_id, id) on delete restrict
);
create unique index placements_unique_enterprise_id on chains.placements (zone_id, node_id, enterprise_id) where archived_at is null;
create index placements_of_enterprise on chains.placements (zone_id, enterprise_id, id);
alter table chains.placements enable row level security;
alter table chains.placements force row level security;
create policy zone on chains.placements using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table chains.project_placements (
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
  project_id uuid not null,
  node_id uuid not null,
  products text,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, node_id) references chains.nodes (zone_id, id) on delete restrict
);
create unique index project_placements_unique_project_id on chains.project_placements (zone_id, node_id, project_id) where archived_at is null;
create index project_placements_of_project on chains.project_placements (zone_id, project_id, id);
alter table chains.project_placements enable row level security;
alter table chains.project_placements force row level security;
create policy zone on chains.project_placements using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The zone's own rules; without any, those of data/chains/strength.json apply.
create table chains.strength_rules (
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
  strength text not null check (strength in ('present', 'strong')),
  min_enterprises integer not null,
  min_target_percent numeric,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index strength_rules_by_start on chains.strength_rules (zone_id, valid_from, id);
alter table chains.strength_rules enable row level security;
alter table chains.strength_rules force row level security;
create policy zone on chains.strength_rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
