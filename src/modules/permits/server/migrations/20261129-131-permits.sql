create schema permits;

create table permits.baselines (
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
  source text not null,
  measure text not null check (measure in ('preparation')),
  days numeric not null check (days > 0),
  projects integer not null check (projects > 0),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  valid_from date not null check (valid_from > to_on),
  note text,
  primary key (zone_id, id)
);
create index baselines_by_source on permits.baselines (zone_id, source, id);
create index baselines_by_first_day on permits.baselines (zone_id, valid_from, id);
create unique index baselines_unique_source on permits.baselines (zone_id, source, measure, valid_from) where archived_at is null;
alter table permits.baselines enable row level security;
alter table permits.baselines force row level security;
create policy zone on permits.baselines using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
