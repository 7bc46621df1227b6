create schema titles;

create table titles.titles (
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
  level text not null,
  granted_by text not null,
  document text not null,
  granted_on date not null,
  valid_until date,
  reassess_on date,
  revoked_on date,
  place_id uuid,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, place_id) references spatial.places (zone_id, id) on delete restrict
);
create index titles_by_name on titles.titles (zone_id, name, id);
create index titles_by_granted_on on titles.titles (zone_id, granted_on, id);
create index titles_by_valid_until on titles.titles (zone_id, valid_until, id);
create index titles_by_reassess_on on titles.titles (zone_id, reassess_on, id);
create index titles_by_place_id on titles.titles (zone_id, place_id, id);
alter table titles.titles enable row level security;
alter table titles.titles force row level security;
create policy zone on titles.titles using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
