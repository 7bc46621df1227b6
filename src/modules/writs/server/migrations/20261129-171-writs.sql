create schema writs;

-- An issuing office (发文机关): heads a writ, with the prefix of its numbers, and who reviews what it refuses.
create table writs.issuers (
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
  prefix text not null,
  department_id uuid,
  main boolean not null,
  review_body text,
  court text,
  address text,
  phone text,
  primary key (zone_id, id),
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict
);
create index issuers_by_name on writs.issuers (zone_id, name, id);
create unique index issuers_unique_prefix on writs.issuers (zone_id, prefix) where archived_at is null;
create unique index issuers_unique_department_id on writs.issuers (zone_id, department_id)
  where archived_at is null and department_id is not null;
create unique index issuers_unique_main on writs.issuers (zone_id) where archived_at is null and main;
alter table writs.issuers enable row level security;
alter table writs.issuers force row level security;
create policy zone on writs.issuers using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The last number of an office, a series and a year. Its row is locked until the transaction ends: no twin, and a refused one leaves no gap.
create table writs.series (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  issuer_id uuid not null,
  sign text not null,
  year integer not null check (year between 2000 and 2120),
  last integer not null check (last > 0),
  primary key (zone_id, id),
  foreign key (zone_id, issuer_id) references writs.issuers (zone_id, id) on delete restrict,
  constraint series_once unique (zone_id, issuer_id, sign, year)
);
alter table writs.series enable row level security;
alter table writs.series force row level security;
create policy zone on writs.series using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The template of a kind (文书模板) as the office has made it; the highest published edition is in force.
create table writs.templates (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null,
  edition integer not null check (edition > 0),
  state text not null check (state in ('draft', 'published', 'retired')),
  sha256 text not null,
  size integer not null,
  content bytea not null,
  note text,
  primary key (zone_id, id),
  constraint templates_once unique (zone_id, kind, edition)
);
create unique index templates_unique_in_force on writs.templates (zone_id, kind) where state = 'published';
alter table writs.templates enable row level security;
alter table writs.templates force row level security;
create policy zone on writs.templates using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A writ (文书): what it says is kept as it was said. Void and replaced ones stay, with their numbers.
create table writs.writs (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  kind text not null,
  issuer_id uuid not null,
  issuer_name text not null,
  sign text not null,
  year integer not null,
  ordinal integer not null,
  number text not null,
  project_id uuid not null,
  enterprise_id uuid not null,
  applicant text not null,
  case_id uuid,
  step_ordinal integer,
  commitment_id uuid,
  bundle_id uuid,
  matter text,
  said jsonb not null,
  template_edition integer not null,
  template_sha256 text not null,
  made_on date not null,
  made_by text not null,
  code text not null,
  state text not null check (state in ('valid', 'void', 'replaced')),
  reason text,
  ended_on date,
  replaces_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, issuer_id) references writs.issuers (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, case_id) references cases.cases (zone_id, id) on delete restrict,
  foreign key (zone_id, commitment_id) references commitments.commitments (zone_id, id) on delete restrict,
  foreign key (zone_id, bundle_id) references cases.bundles (zone_id, id) on delete restrict,
  foreign key (zone_id, replaces_id) references writs.writs (zone_id, id) on delete restrict,
  constraint writs_number unique (zone_id, issuer_id, sign, year, ordinal),
  constraint writs_code unique (zone_id, code),
  check ((state = 'valid') = (ended_on is null)),
  check (num_nonnulls(case_id, commitment_id, bundle_id) = 1)
);
create unique index writs_unique_of_step on writs.writs (zone_id, case_id, kind, step_ordinal) where state = 'valid' and case_id is not null;
create unique index writs_unique_of_commitment on writs.writs (zone_id, commitment_id) where state = 'valid' and commitment_id is not null;
create unique index writs_unique_of_bundle on writs.writs (zone_id, bundle_id) where state = 'valid' and bundle_id is not null;
create unique index writs_unique_successor on writs.writs (zone_id, replaces_id) where replaces_id is not null;
create index writs_by_project on writs.writs (zone_id, project_id, id);
create index writs_by_case on writs.writs (zone_id, case_id, id);
create index writs_by_enterprise on writs.writs (zone_id, enterprise_id, id);
alter table writs.writs enable row level security;
alter table writs.writs force row level security;
create policy zone on writs.writs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The files of a writ as they were handed out, byte by byte.
create table writs.files (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  writ_id uuid not null,
  format text not null check (format in ('docx', 'pdf')),
  sha256 text not null,
  size integer not null,
  content bytea not null,
  primary key (zone_id, id),
  foreign key (zone_id, writ_id) references writs.writs (zone_id, id) on delete restrict,
  constraint files_once unique (zone_id, writ_id, format)
);
comment on table writs.files is 'append-only; app: select, insert';
alter table writs.files enable row level security;
alter table writs.files force row level security;
create policy zone on writs.files using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
