create schema cases;

-- One matter in handling for one project (办件), pinned to the version of the catalogue with which it began.
-- State, days, handler and open are what folding cases.actions gives; kept here for lists. No due date is kept.
create table cases.cases (
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
  catalogue_version_id uuid not null references matters.catalogue_versions (id) on delete restrict,
  matter text not null,
  matter_name_zh text not null,
  matter_name_en text not null,
  department text not null,
  statutory_days integer not null check (statutory_days >= 0),
  statutory_unit text not null check (statutory_unit in ('workday', 'calendarDay')),
  promised_days integer not null check (promised_days >= 0),
  promised_unit text not null check (promised_unit in ('workday', 'calendarDay')),
  state text not null check (state in ('received', 'withdrawn', 'window_accepted', 'declined', 'acceptance_refused', 'correcting',
    'corrected', 'accepted', 'suspended', 'resumed', 'passed', 'passed_with_tolerance', 'not_passed', 'taken_back', 'revoked',
    'withdrawal_requested')),
  open boolean not null,
  handler_id uuid,
  handler_name text,
  received_on date not null,
  corrected_on date,
  accepted_on date,
  deemed_accepted_on date,
  decided_on date,
  issued_on date,
  last_on date not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check ((handler_id is null) = (handler_name is null))
);
create index cases_open on cases.cases (zone_id, handler_id, received_on, id) where open;
create unique index cases_one_at_a_time on cases.cases (zone_id, project_id, matter)
  where archived_at is null and state in ('received', 'window_accepted', 'correcting', 'corrected', 'accepted', 'suspended', 'resumed',
    'withdrawal_requested', 'passed', 'passed_with_tolerance');
create index cases_by_project on cases.cases (zone_id, project_id, matter);
create index cases_by_enterprise on cases.cases (zone_id, enterprise_id, id);
create index cases_by_state on cases.cases (zone_id, state, id);
alter table cases.cases enable row level security;
alter table cases.cases force row level security;
create policy zone on cases.cases using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table cases.papers (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  case_id uuid not null,
  ordinal integer not null,
  ref text not null,
  name_zh text not null,
  name_en text not null,
  treatment text not null check (treatment in ('hard', 'tolerable', 'commitment', 'regional')),
  supply_by text,
  status text not null check (status in ('needed', 'given', 'owed', 'accepted', 'returned', 'replaced')),
  file_id uuid,
  note text,
  primary key (zone_id, id),
  constraint papers_once unique (zone_id, case_id, ref),
  foreign key (zone_id, case_id) references cases.cases (zone_id, id) on delete restrict
);
alter table cases.papers enable row level security;
alter table cases.papers force row level security;
create policy zone on cases.papers using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The ledgers of all clocks of a case, in order. A clock is told by clock and ref (the owed paper, or empty); its budget stands in its first entry.
create table cases.clock_entries (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  case_id uuid not null,
  ordinal integer not null,
  clock text not null check (clock in ('receipt', 'recheck', 'statutory', 'promised', 'delivery', 'owed')),
  ref text not null,
  kind text not null check (kind in ('started', 'suspended', 'resumed', 'extended', 'ended')),
  on_day date not null,
  budget_days integer check (budget_days >= 0),
  budget_unit text check (budget_unit in ('workday', 'calendarDay')),
  days integer,
  reason text,
  paper text,
  primary key (zone_id, id),
  unique (zone_id, case_id, ordinal),
  check ((kind = 'started') = (budget_days is not null) and (budget_days is null) = (budget_unit is null)),
  foreign key (zone_id, case_id) references cases.cases (zone_id, id) on delete restrict
);
comment on table cases.clock_entries is 'append-only; app: select, insert';
alter table cases.clock_entries enable row level security;
alter table cases.clock_entries force row level security;
create policy zone on cases.clock_entries using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What was decided, in order: happened_on is the legal day, created_at the moment of recording.
create table cases.actions (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  case_id uuid not null,
  ordinal integer not null,
  verb text not null check (verb ~ '^[a-z][A-Za-z]*$'),
  from_state text,
  to_state text not null,
  happened_on date not null,
  actor_id uuid,
  actor_name text not null,
  reason text,
  detail jsonb not null,
  primary key (zone_id, id),
  unique (zone_id, case_id, ordinal),
  foreign key (zone_id, case_id) references cases.cases (zone_id, id) on delete restrict
);
create index actions_by_actor on cases.actions (zone_id, actor_id, created_at);
comment on table cases.actions is 'append-only; app: select, insert';
alter table cases.actions enable row level security;
alter table cases.actions force row level security;
create policy zone on cases.actions using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
