-- Several matters on one form (多证合一): cases that were filed together, all or none.
create table cases.bundles (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  project_id uuid not null,
  enterprise_id uuid not null,
  through text not null check (through in ('department', 'window')),
  received_on date not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
alter table cases.bundles enable row level security;
alter table cases.bundles force row level security;
create policy zone on cases.bundles using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

alter table cases.cases add column bundle_id uuid;
alter table cases.cases add constraint cases_bundle foreign key (zone_id, bundle_id) references cases.bundles (zone_id, id) on delete restrict;
create index cases_by_bundle on cases.cases (zone_id, bundle_id) where bundle_id is not null;
