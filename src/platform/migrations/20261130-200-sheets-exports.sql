-- A list on its way out as a file, made in the background for one account. input: filters, order and columns as they were asked for.
-- place: of the next piece; after: where the list goes on. checksum, unpacked: of the sheet within a workbook, so far.
create table sheets.exports (
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
  format text not null check (format in ('xlsx', 'csv')),
  file_name text not null,
  input jsonb not null,
  state text not null check (state in ('gathering', 'done', 'cleared', 'cancelled', 'failed')),
  row_count integer not null,
  rows_done integer not null,
  place integer not null,
  after text,
  checksum bigint not null,
  unpacked bigint not null,
  bytes bigint not null,
  problem jsonb,
  finished_at timestamptz,
  primary key (zone_id, id)
);
create index exports_by_account on sheets.exports (zone_id, account_id, id);
alter table sheets.exports enable row level security;
alter table sheets.exports force row level security;
create policy zone on sheets.exports using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The file in pieces, in the order of their places. They go a week after it was made.
create table sheets.export_pieces (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  export_id uuid not null,
  place integer not null,
  content bytea not null,
  primary key (zone_id, id),
  unique (zone_id, export_id, place),
  foreign key (zone_id, export_id) references sheets.exports (zone_id, id) on delete restrict
);
comment on table sheets.export_pieces is 'app: select, insert, update, delete';
alter table sheets.export_pieces alter column content set storage external;
alter table sheets.export_pieces enable row level security;
alter table sheets.export_pieces force row level security;
create policy zone on sheets.export_pieces using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
