-- What people say about a record among themselves. mentions: accounts that were told.
create table records.comments (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null,
  record_id uuid not null,
  account_id uuid not null,
  text text not null check (text <> ''),
  mentions uuid[] not null,
  primary key (zone_id, id)
);
create index comments_by_record on records.comments (zone_id, record_id, id) where archived_at is null;
alter table records.comments enable row level security;
alter table records.comments force row level security;
create policy zone on records.comments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- That two records have to do with one another, and how.
create table records.links (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  relation text not null check (relation in ('related', 'duplicateOf', 'partOf', 'follows')),
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  primary key (zone_id, id),
  check (from_id <> to_id)
);
create unique index links_unique on records.links (zone_id, from_id, to_id, relation) where archived_at is null;
create index links_by_target on records.links (zone_id, to_id) where archived_at is null;
alter table records.links enable row level security;
alter table records.links force row level security;
create policy zone on records.links using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
