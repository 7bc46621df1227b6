create schema ratings;

create table ratings.limits (
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
  source text not null,
  days integer not null,
  valid_from date not null,
  valid_until date,
  confidence text not null,
  primary key (zone_id, id)
);
create index limits_by_start on ratings.limits (zone_id, valid_from, id);
alter table ratings.limits enable row level security;
alter table ratings.limits force row level security;
create policy zone on ratings.limits using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- 好差评, once a case. Who rated is ciphertext under the rating's own key; the row and the journal name nobody.
create table ratings.ratings (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  case_id uuid not null,
  grade integer check (grade between 1 and 5),
  rated_on date not null,
  rater bytea not null,
  reasons text[] not null default '{}',
  words text,
  reasons_given boolean not null default false,
  days integer not null check (days > 0),
  called_on date,
  called_by text,
  call_note text,
  corrected_on date,
  correction text,
  answered_on date,
  answer text,
  appeal text check (appeal in ('open', 'upheld', 'rejected')),
  appealed_by text,
  appealed_name text,
  appeal_reason text,
  appeal_decision text,
  primary key (zone_id, id),
  constraint ratings_once unique (zone_id, case_id),
  foreign key (zone_id, case_id) references cases.cases (zone_id, id) on delete restrict
);
create index ratings_bad on ratings.ratings (zone_id, rated_on) where grade <= 2;
alter table ratings.ratings enable row level security;
alter table ratings.ratings force row level security;
create policy zone on ratings.ratings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
