create schema proposals;

-- What an enterprise says of itself, until an officer confirms it as a record or declines it.
create table proposals.proposals (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  enterprise_id uuid not null,
  kind text not null,
  values jsonb not null,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  reason text,
  file_id uuid,
  proposed_by text not null,
  decided_on date,
  decision text,
  record_id uuid,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check ((state = 'accepted') = (record_id is not null)),
  check ((state in ('accepted', 'declined')) = (decision is not null))
);
create index proposals_by_enterprise on proposals.proposals (zone_id, enterprise_id, id);
create index proposals_open on proposals.proposals (zone_id, id) where state = 'proposed';
alter table proposals.proposals enable row level security;
alter table proposals.proposals force row level security;
create policy zone on proposals.proposals using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
