-- What the rule said when a person confirmed it; null of what was entered by hand.
alter table stalls.stalls add column basis text;

-- The zone's own rules of the five stalls; without any, those of data/stalls/rules.json apply.
create table stalls.rules (
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
  not_yet text not null check (not_yet in ('supplied', 'started', 'completed', 'producing', 'atCapacity')),
  months_after_reached integer,
  months_after_planned integer,
  below_percent numeric,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null check (confidence in ('V', 'P', 'M', 'E')),
  primary key (zone_id, id)
);
create index rules_by_start on stalls.rules (zone_id, valid_from, id);
alter table stalls.rules enable row level security;
alter table stalls.rules force row level security;
create policy zone on stalls.rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What a rule found and a person put aside, with the reason; only ever added to.
create table stalls.dismissals (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  project_id uuid not null,
  not_yet text not null check (not_yet in ('supplied', 'started', 'completed', 'producing', 'atCapacity')),
  since date not null,
  reason text not null,
  again_on date,
  dismissed_on date not null,
  actor_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict
);
create index dismissals_by_project on stalls.dismissals (zone_id, project_id, id);
alter table stalls.dismissals enable row level security;
alter table stalls.dismissals force row level security;
create policy zone on stalls.dismissals using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
comment on table stalls.dismissals is 'append-only; app: select, insert';
