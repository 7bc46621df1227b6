create schema commitments;

-- A signed promise in place of a paper (告知承诺): one for each paper of a matter of a project. When it is due is derived from days and counts_from.
create table commitments.commitments (
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
  matter text not null,
  matter_name_zh text not null,
  matter_name_en text not null,
  ref text not null,
  text_zh text not null,
  text_en text not null,
  signer text not null check (signer in ('enterprise', 'government')),
  check_when text not null,
  days integer check (days > 0),
  state text not null check (state in ('drafted', 'signed', 'verified', 'rectifying', 'rectified', 'breached')),
  signed_on date,
  signed_by text,
  file_id uuid,
  counts_from date,
  closed_on date,
  reason text,
  last_on date,
  last_by text,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  constraint commitments_once unique (zone_id, project_id, matter, ref),
  check ((state = 'drafted') = (signed_on is null)),
  check ((state in ('verified', 'rectified', 'breached')) = (closed_on is not null))
);
create index commitments_by_enterprise on commitments.commitments (zone_id, enterprise_id, id);
create index commitments_by_state on commitments.commitments (zone_id, state, id);
alter table commitments.commitments enable row level security;
alter table commitments.commitments force row level security;
create policy zone on commitments.commitments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
