-- 外部办件: a case that is handled on another platform and was keyed there. Its state is what that platform told last.
create table cases.external_cases (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  project_id uuid not null,
  matter text not null,
  instance text not null,
  state text not null check (state in ('received', 'withdrawn', 'window_accepted', 'declined', 'acceptance_refused', 'correcting',
    'corrected', 'accepted', 'suspended', 'resumed', 'passed', 'passed_with_tolerance', 'not_passed', 'taken_back', 'revoked',
    'withdrawal_requested')),
  received_on date not null,
  decided_on date,
  told_at timestamptz not null,
  primary key (zone_id, id),
  constraint external_cases_once unique (zone_id, project_id, matter),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
alter table cases.external_cases enable row level security;
alter table cases.external_cases force row level security;
create policy zone on cases.external_cases using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
