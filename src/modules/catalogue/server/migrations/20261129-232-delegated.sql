-- 赋权事项: what this zone took over from province, city or county, by which document.
create table catalogue.delegated_matters (
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
  level text check (level in ('province', 'city', 'county')),
  document text,
  delegated_on date,
  content text,
  department_id uuid,
  undertaking text,
  matter_code text,
  confidence text not null check (confidence in ('V', 'P', 'M', 'E', 'illustrative')),
  primary key (zone_id, id),
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict
);
create index delegated_matters_by_name on catalogue.delegated_matters (zone_id, name, id);
create index delegated_matters_by_date on catalogue.delegated_matters (zone_id, delegated_on, id);
create unique index delegated_matters_unique_name on catalogue.delegated_matters (zone_id, name) where archived_at is null;
alter table catalogue.delegated_matters enable row level security;
alter table catalogue.delegated_matters force row level security;
create policy zone on catalogue.delegated_matters using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
