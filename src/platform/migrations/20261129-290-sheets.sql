create schema sheets;

-- A file of records on its way in. content: as it was sent, until it is tidied away. columns: what the head of the table says.
-- chunk: the next one of the present stage; counts by state of row.
create table sheets.imports (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid,
  kind text not null,
  file_name text not null,
  sha256 text not null check (length(sha256) = 64),
  content bytea,
  head jsonb,
  state text not null check (state in ('reading', 'comparing', 'compared', 'writing', 'done', 'cancelled', 'failed')),
  row_count integer not null,
  chunk integer not null,
  chunks integer not null,
  counts jsonb not null,
  sample boolean not null,
  problem jsonb,
  finished_at timestamptz,
  primary key (zone_id, id)
);
alter table sheets.imports alter column content set storage external;
create index imports_by_account on sheets.imports (zone_id, account_id, id);
create index imports_by_content on sheets.imports (zone_id, kind, sha256);
alter table sheets.imports enable row level security;
alter table sheets.imports force row level security;
create policy zone on sheets.imports using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Rows of a file, many at once: as they were read, then as they compare, then what became of them; last_row: number of the last. They go with the content.
create table sheets.chunks (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  import_id uuid not null,
  place integer not null,
  last_row integer not null,
  counts jsonb not null,
  rows text not null,
  primary key (zone_id, id),
  unique (zone_id, import_id, place),
  foreign key (zone_id, import_id) references sheets.imports (zone_id, id) on delete restrict
);
comment on table sheets.chunks is 'app: select, insert, update, delete';
alter table sheets.chunks enable row level security;
alter table sheets.chunks force row level security;
create policy zone on sheets.chunks using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
