-- Words with variables, checks by plan or sample, evidence, the enterprise heard before a breach, the proposal to revoke.
alter table commitments.commitments
  add column text_id uuid,
  add column text_version integer,
  add column template_zh text,
  add column template_en text,
  add column case_id uuid,
  add column decided_on date,
  add column check_how text check (check_how in ('plan', 'sample')),
  add column sample_id uuid,
  add column evidence uuid[] not null default '{}',
  add column statement text,
  add column proposal text check (proposal in ('open', 'revoked', 'dropped')),
  drop constraint commitments_state_check,
  add constraint commitments_state_check
    check (state in ('drafted', 'signed', 'verified', 'rectifying', 'rectified', 'hearing', 'breached'));

create table commitments.texts (
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
  title text not null,
  matter text not null,
  paper text,
  wording_zh text not null,
  wording_en text not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (zone_id, id)
);
create index texts_by_title on commitments.texts (zone_id, title, id);
create index texts_by_start on commitments.texts (zone_id, valid_from, id);
alter table commitments.texts enable row level security;
alter table commitments.texts force row level security;
create policy zone on commitments.texts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table commitments.rules (
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
  sentence_zh text not null,
  sentence_en text not null,
  matter text,
  condition text not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index rules_by_start on commitments.rules (zone_id, valid_from, id);
alter table commitments.rules enable row level security;
alter table commitments.rules force row level security;
create policy zone on commitments.rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A sample of signed commitments, drawn to be checked: whoever has the seed and the population draws the same.
create table commitments.samples (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  seed text not null,
  days integer not null check (days > 0),
  population jsonb not null,
  drawn uuid[] not null,
  drawn_by text not null,
  primary key (zone_id, id)
);
comment on table commitments.samples is 'append-only; app: select, insert';
alter table commitments.samples enable row level security;
alter table commitments.samples force row level security;
create policy zone on commitments.samples using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
