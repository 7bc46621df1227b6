-- How many cases an officer of a desk works on at once, where the zone has said so.
create table forecast.desk_settings (
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
  department_id uuid not null,
  cases_at_once integer not null check (cases_at_once between 1 and 200),
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id),
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict
);
create index desk_settings_by_day on forecast.desk_settings (zone_id, valid_from, id);
alter table forecast.desk_settings enable row level security;
alter table forecast.desk_settings force row level security;
create policy zone on forecast.desk_settings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
