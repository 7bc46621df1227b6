-- What a longer case has beside: more time by the head, a round of opinions, other hands. Still what folding cases.actions gives.
alter table cases.cases
  add column office_id uuid,
  add column office_name text,
  add column extended_on date,
  add column reminded_on date,
  -- The latest round of opinions of a joint review: departments asked, their days, what they said.
  add column review jsonb,
  -- Departments whose opinion the case waits for.
  add column asking uuid[] not null default '{}',
  add constraint cases_office_named check ((office_id is null) = (office_name is null));
create index cases_asking on cases.cases using gin (asking) where open and asking <> '{}';

-- Who must bring a paper, as the pinned catalogue says; null in cases that are older than the column.
alter table cases.papers
  add column owner text check (owner in ('enterprise', 'intermediary', 'government'));

alter table cases.clock_entries drop constraint clock_entries_clock_check;
alter table cases.clock_entries add constraint clock_entries_clock_check
  check (clock in ('receipt', 'recheck', 'statutory', 'promised', 'delivery', 'owed', 'procedure', 'opinion'));

-- Rules of handling that a zone has of its own; national defaults are data/rules/cases.json.
create table cases.rules (
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
  rule text not null check (rule in ('extensionDays', 'jointExtensionDays', 'owedLapse', 'owedCap', 'silenceAgrees', 'opinionDays',
    'backdatedAfter', 'undoMinutes', 'reconsiderationDays', 'suitMonths')),
  value text not null,
  source text not null,
  from_on date not null,
  until_on date,
  primary key (zone_id, id)
);
create index rules_by_day on cases.rules (zone_id, from_on, id);
alter table cases.rules enable row level security;
alter table cases.rules force row level security;
create policy zone on cases.rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
