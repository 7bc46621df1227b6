create schema calendars;

-- An address that calendar programs read. Of its secret part only a hash is kept.
create table calendars.feeds (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid not null,
  project_id uuid,
  token_hash text not null,
  read_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, token_hash),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index feeds_by_account on calendars.feeds (zone_id, account_id, id);
alter table calendars.feeds enable row level security;
alter table calendars.feeds force row level security;
create policy zone on calendars.feeds using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Days as they were told last, so that what moved or went can be told (SEQUENCE, STATUS). `part`: what is computed anew together.
create table calendars.entries (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  part text not null,
  key text not null,
  on_day date not null,
  text_zh text not null,
  text_en text not null,
  link text not null,
  project_id uuid,
  case_handler_id uuid,
  to_id uuid,
  issuer_id uuid,
  internal boolean not null,
  sequence integer not null,
  cancelled_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, key),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index entries_by_part on calendars.entries (zone_id, part);
create index entries_by_project on calendars.entries (zone_id, project_id, on_day);
alter table calendars.entries enable row level security;
alter table calendars.entries force row level security;
create policy zone on calendars.entries using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
