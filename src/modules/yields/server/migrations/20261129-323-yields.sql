create schema yields;

-- An evaluation of one year by one formula sheet, which is kept here as it was.
create table yields.rounds (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  year integer not null,
  sheet_code text not null,
  sheet jsonb not null,
  state text not null check (state in ('draft', 'published', 'final')),
  averages jsonb,
  published_on date,
  object_until date,
  final_on date,
  primary key (zone_id, id),
  check ((state = 'draft') = (published_on is null)),
  check ((published_on is null) = (object_until is null)),
  check ((state = 'final') = (final_on is not null))
);
create unique index rounds_one_draft on yields.rounds (zone_id, year) where archived_at is null and state = 'draft';
create index rounds_by_year on yields.rounds (zone_id, year, id);
alter table yields.rounds enable row level security;
alter table yields.rounds force row level security;
create policy zone on yields.rounds using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What was published, edition 1, and every correction of it, 2 and later: nothing is overwritten.
create table yields.results (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  round_id uuid not null,
  enterprise_id uuid not null,
  edition integer not null,
  standing text not null,
  class_group text,
  mu numeric,
  parts jsonb not null,
  score numeric,
  rank integer,
  grade text check (grade in ('A', 'B', 'C', 'D')),
  missing text[] not null,
  into_id uuid,
  reason text,
  primary key (zone_id, id),
  foreign key (zone_id, round_id) references yields.rounds (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  constraint results_one_edition unique (zone_id, round_id, enterprise_id, edition)
);
create index results_by_enterprise on yields.results (zone_id, enterprise_id, id);
alter table yields.results enable row level security;
alter table yields.results force row level security;
create policy zone on yields.results using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table yields.objections (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  round_id uuid not null,
  enterprise_id uuid not null,
  state text not null check (state in ('raised', 'upheld', 'rejected')),
  reason text not null,
  raised_on date not null,
  decided_on date,
  decision text,
  primary key (zone_id, id),
  foreign key (zone_id, round_id) references yields.rounds (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check ((state = 'raised') = (decided_on is null))
);
create unique index objections_one_open on yields.objections (zone_id, round_id, enterprise_id) where state = 'raised';
create index objections_by_enterprise on yields.objections (zone_id, enterprise_id, id);
alter table yields.objections enable row level security;
alter table yields.objections force row level security;
create policy zone on yields.objections using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table yields.exemptions (
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
  enterprise_id uuid not null,
  reason text not null,
  from_year integer not null,
  until_year integer,
  document text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index exemptions_by_year on yields.exemptions (zone_id, from_year, id);
create index exemptions_by_enterprise on yields.exemptions (zone_id, enterprise_id, id);
alter table yields.exemptions enable row level security;
alter table yields.exemptions force row level security;
create policy zone on yields.exemptions using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table yields.mergers (
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
  enterprise_id uuid not null,
  into_id uuid not null,
  from_year integer not null,
  until_year integer,
  document text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, into_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index mergers_by_year on yields.mergers (zone_id, from_year, id);
create index mergers_by_enterprise on yields.mergers (zone_id, enterprise_id, id);
alter table yields.mergers enable row level security;
alter table yields.mergers force row level security;
create policy zone on yields.mergers using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
