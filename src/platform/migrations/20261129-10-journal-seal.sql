-- The order and the seal of a zone's journal: a Merkle tree over its events (RFC 6962), grown about once a second by the sealer.
-- The transaction that wrote an event: what it precedes has been committed or given up once no older transaction is open.
-- Null where it is not known (rows of before, or brought in from elsewhere): such events are found by looking for what has no leaf.
alter table journal.events add column tx xid8;
create index events_by_tx on journal.events (zone_id, tx, id);

-- id is the event's; seq its place in the tree, from 0, without gaps; hash its leaf.
create table journal.leaves (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  seq bigint not null check (seq >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (zone_id, id)
);
create unique index leaves_in_order on journal.leaves (zone_id, seq);
comment on table journal.leaves is 'append-only; app: select, insert';
alter table journal.leaves enable row level security;
alter table journal.leaves force row level security;
create policy zone on journal.leaves using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- 256 neighbouring nodes each: of level 0 leaves, of level n roots of tiles of level n - 1. Complete ones only.
create table journal.tiles (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  level integer not null check (level between 0 and 7),
  place bigint not null check (place >= 0),
  hashes bytea not null check (length(hashes) = 8192),
  root bytea not null check (length(root) = 32),
  primary key (zone_id, id)
);
create unique index tiles_in_order on journal.tiles (zone_id, level, place);
comment on table journal.tiles is 'append-only; app: select, insert';
alter table journal.tiles enable row level security;
alter table journal.tiles force row level security;
create policy zone on journal.tiles using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A signed statement of how many events there are and what their root is. edge: roots of the complete subtrees, from which the next goes on;
-- through_tx, through_id: how far the sealer has read.
create table journal.checkpoints (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  size bigint not null check (size > 0),
  root bytea not null check (length(root) = 32),
  edge bytea not null,
  through_tx xid8,
  through_id uuid,
  statement text not null,
  signature bytea not null,
  key_id text not null,
  primary key (zone_id, id)
);
create unique index checkpoints_by_size on journal.checkpoints (zone_id, size);
comment on table journal.checkpoints is 'append-only; app: select, insert';
alter table journal.checkpoints enable row level security;
alter table journal.checkpoints force row level security;
create policy zone on journal.checkpoints using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Public keys under which checkpoints were signed; the private one never enters the database. id: digest of the key.
create table journal.signing_keys (
  id text not null primary key,
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  public_key text not null,
  created_at timestamptz not null
);
comment on table journal.signing_keys is 'reference; app: select, insert';
