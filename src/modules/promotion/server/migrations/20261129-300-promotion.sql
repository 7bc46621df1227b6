create schema promotion;

create table promotion.funds (
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
  name text not null,
  kind text not null,
  amount_yuan numeric(18, 2) not null,
  manager text,
  registration text,
  set_up_on date,
  field text,
  note text,
  primary key (zone_id, id)
);
create index funds_by_name on promotion.funds (zone_id, name, id);
create index funds_by_amount on promotion.funds (zone_id, amount_yuan, id);
alter table promotion.funds enable row level security;
alter table promotion.funds force row level security;
create policy zone on promotion.funds using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.enclaves (
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
  name text not null,
  kind text not null,
  city text not null,
  address text,
  area_m2 numeric,
  opened_on date,
  keeper text,
  note text,
  primary key (zone_id, id)
);
create index enclaves_by_name on promotion.enclaves (zone_id, name, id);
alter table promotion.enclaves enable row level security;
alter table promotion.enclaves force row level security;
create policy zone on promotion.enclaves using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.channels (
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
  name text not null,
  kind text not null,
  fund_id uuid,
  enclave_id uuid,
  team_id uuid,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, fund_id) references promotion.funds (zone_id, id) on delete restrict,
  foreign key (zone_id, enclave_id) references promotion.enclaves (zone_id, id) on delete restrict,
  foreign key (zone_id, team_id) references organisation.teams (zone_id, id) on delete restrict
);
create index channels_by_name on promotion.channels (zone_id, name, id);
alter table promotion.channels enable row level security;
alter table promotion.channels force row level security;
create policy zone on promotion.channels using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.team_parts (
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
  duty text not null,
  team_id uuid not null,
  part text not null,
  industry text,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, team_id) references organisation.teams (zone_id, id) on delete restrict
);
create index team_parts_by_team on promotion.team_parts (zone_id, team_id, id);
alter table promotion.team_parts enable row level security;
alter table promotion.team_parts force row level security;
create policy zone on promotion.team_parts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.leads (
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
  name text not null,
  company text not null,
  uscc text,
  channel_id uuid not null,
  stage text not null default 'lead' check (stage in ('lead', 'talks', 'signed', 'handed', 'closed', 'merged')),
  owner_id uuid,
  team_id uuid,
  industry_code text,
  region text,
  investment_yuan numeric(18, 2),
  land_mu numeric,
  parcel text,
  found_on date not null,
  summary text,
  merged_into_id uuid,
  enterprise_id uuid,
  project_id uuid,
  close_cause text,
  primary key (zone_id, id),
  foreign key (zone_id, channel_id) references promotion.channels (zone_id, id) on delete restrict,
  foreign key (zone_id, owner_id) references organisation.people (zone_id, id) on delete restrict,
  foreign key (zone_id, team_id) references organisation.teams (zone_id, id) on delete restrict,
  foreign key (zone_id, merged_into_id) references promotion.leads (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  check ((stage = 'merged') = (merged_into_id is not null)),
  check (stage <> 'handed' or project_id is not null),
  check ((stage = 'closed') = (close_cause is not null))
);
create index leads_by_name on promotion.leads (zone_id, name, id);
create index leads_by_company on promotion.leads (zone_id, company, id);
create index leads_by_investment on promotion.leads (zone_id, investment_yuan, id);
create index leads_by_day on promotion.leads (zone_id, found_on, id);
create index leads_by_channel on promotion.leads (zone_id, channel_id, id);
create index leads_by_owner on promotion.leads (zone_id, owner_id, id);
create index leads_by_stage on promotion.leads (zone_id, stage, id);
create index leads_by_merged on promotion.leads (zone_id, merged_into_id, id);
alter table promotion.leads enable row level security;
alter table promotion.leads force row level security;
create policy zone on promotion.leads using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.lead_contacts (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  name bytea not null,
  lead_id uuid not null,
  post text,
  phone bytea,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict
);
create index lead_contacts_of_lead on promotion.lead_contacts (zone_id, lead_id, id);
alter table promotion.lead_contacts enable row level security;
alter table promotion.lead_contacts force row level security;
create policy zone on promotion.lead_contacts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.visits (
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
  note text not null,
  lead_id uuid not null,
  kind text not null,
  happened_on date not null,
  next_on date,
  next_step text,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict,
  check (next_on >= happened_on)
);
create index visits_by_day on promotion.visits (zone_id, happened_on, id);
alter table promotion.visits enable row level security;
alter table promotion.visits force row level security;
create policy zone on promotion.visits using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
-- The latest visit of a lead says when to speak next.
create index visits_of_lead on promotion.visits (zone_id, lead_id, happened_on desc, id desc);

create table promotion.talks (
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
  topic text not null,
  lead_id uuid not null,
  round integer not null,
  held_on date not null,
  place text,
  seats text,
  agreed text,
  open text,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict
);
create index talks_by_day on promotion.talks (zone_id, held_on, id);
create index talks_of_lead on promotion.talks (zone_id, lead_id, id);
alter table promotion.talks enable row level security;
alter table promotion.talks force row level security;
create policy zone on promotion.talks using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The zone's own sheet; without any line in force, data/promotion/evaluation.json applies.
create table promotion.criteria (
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
  name text not null,
  code text not null,
  weight integer not null,
  guidance text,
  valid_from date not null,
  valid_until date,
  source text not null,
  confidence text not null,
  primary key (zone_id, id)
);
create index criteria_by_start on promotion.criteria (zone_id, valid_from, id);
alter table promotion.criteria enable row level security;
alter table promotion.criteria force row level security;
create policy zone on promotion.criteria using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- One judge's mark of one criterion; the judge's latest counts. The result is derived.
create table promotion.marks (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  lead_id uuid not null,
  code text not null,
  mark numeric(5, 2) not null check (mark between 0 and 100),
  evidence text not null,
  judge_id text not null,
  judge_name text not null,
  judged_on date not null,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict
);
comment on table promotion.marks is 'append-only; app: select, insert';
create index marks_of_lead on promotion.marks (zone_id, lead_id, id);
alter table promotion.marks enable row level security;
alter table promotion.marks force row level security;
create policy zone on promotion.marks using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.agreements (
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
  lead_id uuid not null,
  kind text not null,
  amount_yuan numeric(18, 2) not null,
  state text not null default 'draft' check (state in ('draft', 'signed', 'ended')),
  signed_on date,
  number text,
  invest_until date,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict,
  check (state = 'draft' or signed_on is not null)
);
create index agreements_by_amount on promotion.agreements (zone_id, amount_yuan, id);
create index agreements_by_signing on promotion.agreements (zone_id, signed_on, id);
create index agreements_of_lead on promotion.agreements (zone_id, lead_id, id);
alter table promotion.agreements enable row level security;
alter table promotion.agreements force row level security;
create policy zone on promotion.agreements using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Clauses of a draft are written as a whole; reviews hold for exact words, by their digest.
create table promotion.clauses (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  agreement_id uuid not null,
  place integer not null,
  heading text not null,
  words text not null,
  digest text not null,
  primary key (zone_id, id),
  foreign key (zone_id, agreement_id) references promotion.agreements (zone_id, id) on delete restrict
);
create index clauses_of_agreement on promotion.clauses (zone_id, agreement_id, id);
alter table promotion.clauses enable row level security;
alter table promotion.clauses force row level security;
create policy zone on promotion.clauses using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table promotion.reviews (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  agreement_id uuid not null,
  digest text not null,
  flag text not null,
  outcome text not null check (outcome in ('clear', 'exception', 'change')),
  reason text not null,
  reviewer_name text not null,
  reviewed_on date not null,
  primary key (zone_id, id),
  foreign key (zone_id, agreement_id) references promotion.agreements (zone_id, id) on delete restrict
);
comment on table promotion.reviews is 'append-only; app: select, insert';
create index reviews_of_agreement on promotion.reviews (zone_id, agreement_id, id);
alter table promotion.reviews enable row level security;
alter table promotion.reviews force row level security;
create policy zone on promotion.reviews using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The ledger of paid-in investment. A wrong entry is taken back by one counter-entry; nothing is changed.
create table promotion.payments (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  agreement_id uuid not null,
  happened_on date not null,
  basis text not null check (basis in ('receipt', 'statistics', 'foreign')),
  currency text not null,
  amount numeric(18, 2) not null,
  rate numeric(12, 6) not null check (rate > 0),
  yuan numeric(18, 2) not null,
  document text not null,
  file_id uuid,
  counter_of uuid,
  note text,
  entered_by text not null,
  primary key (zone_id, id),
  foreign key (zone_id, agreement_id) references promotion.agreements (zone_id, id) on delete restrict,
  foreign key (zone_id, counter_of) references promotion.payments (zone_id, id) on delete restrict,
  check ((counter_of is null) = (amount > 0))
);
comment on table promotion.payments is 'append-only; app: select, insert';
create index payments_of_agreement on promotion.payments (zone_id, agreement_id, id);
alter table promotion.payments enable row level security;
alter table promotion.payments force row level security;
create policy zone on promotion.payments using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
create unique index payments_countered_once on promotion.payments (zone_id, counter_of) where counter_of is not null;

-- What a person said about two leads, the smaller id first; the latest counts.
create table promotion.twin_decisions (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  sample boolean not null default false,
  a_id uuid not null,
  b_id uuid not null,
  decision text not null check (decision in ('merge', 'related', 'different')),
  reason text not null,
  primary key (zone_id, id),
  foreign key (zone_id, a_id) references promotion.leads (zone_id, id) on delete restrict,
  foreign key (zone_id, b_id) references promotion.leads (zone_id, id) on delete restrict,
  check (a_id < b_id)
);
comment on table promotion.twin_decisions is 'append-only; app: select, insert';
create index twin_decisions_by_a on promotion.twin_decisions (zone_id, a_id, id);
create index twin_decisions_by_b on promotion.twin_decisions (zone_id, b_id, id);
alter table promotion.twin_decisions enable row level security;
alter table promotion.twin_decisions force row level security;
create policy zone on promotion.twin_decisions using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Up to which state of the lead and its contacts its tokens stand.
create table promotion.token_states (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  lead_version integer not null,
  contact_stamp text not null,
  primary key (zone_id, id),
  foreign key (zone_id, id) references promotion.leads (zone_id, id) on delete restrict
);
alter table promotion.token_states enable row level security;
alter table promotion.token_states force row level security;
create policy zone on promotion.token_states using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- By what leads are found that may be one: neighbouring signs of names, codes, keyed hashes of telephones. Equality on a B-tree, because
-- row-level security keeps the planner from array indexes on a walled table.
create table promotion.tokens (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  lead_id uuid not null,
  token text not null,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion.leads (zone_id, id) on delete restrict
);
alter table promotion.tokens enable row level security;
alter table promotion.tokens force row level security;
create policy zone on promotion.tokens using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
comment on table promotion.tokens is 'derived from leads and contacts; app: select, insert, update, delete';
comment on table promotion.token_states is 'derived from leads and contacts; app: select, insert, update, delete';
create index tokens_by_token on promotion.tokens (zone_id, token, lead_id);
create index tokens_of_lead on promotion.tokens (zone_id, lead_id);
