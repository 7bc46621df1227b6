create schema divisions;

-- Which parcel came of which. A split has one parent and several rows, a merge one child and several rows.
create table divisions.successions (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  verb text not null check (verb in ('split', 'merge')),
  parent_id uuid not null,
  child_id uuid not null,
  happened_on date not null,
  document text not null,
  reason text not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, parent_id) references parcels.parcels (zone_id, id) on delete restrict,
  foreign key (zone_id, child_id) references parcels.parcels (zone_id, id) on delete restrict
);
comment on table divisions.successions is 'append-only; app: select, insert';
create index successions_by_parent on divisions.successions (zone_id, parent_id, id);
create index successions_by_child on divisions.successions (zone_id, child_id, id);
alter table divisions.successions enable row level security;
alter table divisions.successions force row level security;
create policy zone on divisions.successions using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
