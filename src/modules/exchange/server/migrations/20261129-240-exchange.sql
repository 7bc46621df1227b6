create schema exchange;

-- Every file or message that was taken in.
create table exchange.runs (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  actor_name text not null,
  source text not null,
  row_count integer not null,
  added integer not null,
  known integer not null,
  bad integer not null,
  primary key (zone_id, id)
);
comment on table exchange.runs is 'append-only; app: select, insert';
create index runs_by_time on exchange.runs (zone_id, created_at);
alter table exchange.runs enable row level security;
alter table exchange.runs force row level security;
create policy zone on exchange.runs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What the provincial platform told, as it told it: cases are folded from it, so that order and repetition make no difference.
create table exchange.events (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  run_id uuid not null,
  project_code text not null,
  matter_code text not null,
  instance text not null,
  state_code text not null,
  happened_at timestamptz not null,
  note text,
  primary key (zone_id, id),
  constraint events_once unique (zone_id, project_code, matter_code, instance, state_code, happened_at),
  foreign key (zone_id, run_id) references exchange.runs (zone_id, id) on delete restrict
);
comment on table exchange.events is 'append-only; app: select, insert';
alter table exchange.events enable row level security;
alter table exchange.events force row level security;
create policy zone on exchange.events using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What a code of the provincial platform means here.
create table exchange.codes (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null check (kind in ('project', 'matter', 'state')),
  code text not null,
  target text not null,
  primary key (zone_id, id),
  constraint codes_once unique (zone_id, kind, code)
);
alter table exchange.codes enable row level security;
alter table exchange.codes force row level security;
create policy zone on exchange.codes using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Which side of a conflict holds, who said so and why; for the two states on which it was said.
create table exchange.rulings (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  actor_name text not null,
  case_id uuid not null,
  ours text not null,
  theirs text not null,
  keep text not null check (keep in ('ours', 'theirs')),
  reason text not null,
  primary key (zone_id, id),
  foreign key (zone_id, case_id) references cases.cases (zone_id, id) on delete restrict
);
comment on table exchange.rulings is 'append-only; app: select, insert';
create index rulings_by_case on exchange.rulings (zone_id, case_id);
alter table exchange.rulings enable row level security;
alter table exchange.rulings force row level security;
create policy zone on exchange.rulings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
