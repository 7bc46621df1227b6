create schema agreements;

-- The agreed plan of a project (一项目一方案一清单): what the zone and the enterprise signed. plan: the whole plan as it was computed.
create table agreements.agreements (
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
  ordinal integer not null check (ordinal > 0),
  state text not null check (state in ('proposed', 'in_force', 'replaced', 'declined', 'withdrawn')),
  scenario text,
  catalogue_version_id uuid not null references matters.catalogue_versions (id) on delete restrict,
  plan jsonb not null,
  facts jsonb not null,
  changes jsonb not null,
  contract_on date,
  permit_on date,
  joint_accept_on date,
  production_on date,
  note text,
  proposed_by text not null,
  proposed_on date not null,
  -- {by, at, on, fileId, onPaper} of each side.
  enterprise_signed jsonb,
  zone_signed jsonb,
  in_force_on date,
  reason text,
  closed_on date,
  -- Who decided last, for who comes second.
  last_by text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  unique (zone_id, project_id, ordinal),
  check ((state in ('in_force', 'replaced')) = (in_force_on is not null)),
  check ((state in ('replaced', 'declined', 'withdrawn')) = (closed_on is not null)),
  check (in_force_on is null or (enterprise_signed is not null and zone_signed is not null))
);
create unique index agreements_one_proposed on agreements.agreements (zone_id, project_id) where state = 'proposed' and archived_at is null;
create unique index agreements_one_in_force on agreements.agreements (zone_id, project_id) where state = 'in_force' and archived_at is null;
create index agreements_by_enterprise on agreements.agreements (zone_id, enterprise_id, id);
alter table agreements.agreements enable row level security;
alter table agreements.agreements force row level security;
create policy zone on agreements.agreements using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
