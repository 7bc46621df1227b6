create schema credit;

-- The zone's own rules; without any, those of data/credit/rules.json apply.
create table credit.point_rules (
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
  cause text not null,
  points integer not null,
  months integer,
  repair_after_days integer,
  repair_leaves_months integer,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index point_rules_by_start on credit.point_rules (zone_id, valid_from, id);
alter table credit.point_rules enable row level security;
alter table credit.point_rules force row level security;
create policy zone on credit.point_rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table credit.grade_rules (
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
  grade text not null,
  min_points integer not null,
  may_commit boolean not null,
  max_open_commitments integer not null,
  tolerance_allowed boolean not null,
  sample_percent numeric not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index grade_rules_by_start on credit.grade_rules (zone_id, valid_from, id);
alter table credit.grade_rules enable row level security;
alter table credit.grade_rules force row level security;
create policy zone on credit.grade_rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The ledger: what happened, what it weighs by the rule of that day, when it ends by itself. Never changed; grades are derived from it.
create table credit.entries (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  enterprise_id uuid not null,
  cause text not null,
  points integer not null,
  happened_on date not null,
  expires_on date,
  repair_after_days integer,
  repair_leaves_months integer,
  subject_kind text not null,
  subject_id uuid not null,
  origin text not null,
  document text,
  note text,
  source text not null,
  confidence text not null,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  constraint entries_once unique (zone_id, cause, origin)
);
comment on table credit.entries is 'append-only; app: select, insert';
create index entries_by_enterprise on credit.entries (zone_id, enterprise_id, id);
alter table credit.entries enable row level security;
alter table credit.entries force row level security;
create policy zone on credit.entries using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table credit.repairs (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  entry_id uuid not null,
  enterprise_id uuid not null,
  state text not null check (state in ('applied', 'granted', 'refused')),
  reason text not null,
  file_id uuid,
  applied_on date not null,
  decided_on date,
  decision text,
  counts_until date,
  primary key (zone_id, id),
  foreign key (zone_id, entry_id) references credit.entries (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check ((state = 'applied') = (decided_on is null)),
  check ((state = 'granted') = (counts_until is not null))
);
create index repairs_by_entry on credit.repairs (zone_id, entry_id, id);
create index repairs_by_enterprise on credit.repairs (zone_id, enterprise_id, id);
create unique index repairs_one_open on credit.repairs (zone_id, entry_id) where state = 'applied';
alter table credit.repairs enable row level security;
alter table credit.repairs force row level security;
create policy zone on credit.repairs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
