create schema tailored;

create table tailored.plans (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  enterprise_id uuid not null,
  title text not null,
  from_on date not null,
  until_on date not null,
  state text not null check (state in ('draft', 'confirmed', 'closed')),
  content integer not null,
  drafted_by text not null,
  confirmed_on date,
  outcome text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check (until_on >= from_on),
  check ((state = 'draft') = (confirmed_on is null)),
  check ((state = 'closed') = (outcome is not null))
);
create index plans_by_enterprise on tailored.plans (zone_id, enterprise_id, id);
alter table tailored.plans enable row level security;
alter table tailored.plans force row level security;
create policy zone on tailored.plans using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What a plan promises. A change of the draft archives its items and makes new ones.
create table tailored.items (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  plan_id uuid not null,
  ordinal integer not null,
  kind text not null,
  content text not null,
  department_id uuid not null,
  person text,
  due_on date not null,
  amount_yuan numeric(18,2),
  state text not null check (state in ('open', 'done', 'dropped')),
  result text,
  done_on date,
  primary key (zone_id, id),
  foreign key (zone_id, plan_id) references tailored.plans (zone_id, id) on delete restrict,
  foreign key (zone_id, department_id) references organisation.departments (zone_id, id) on delete restrict,
  check ((state = 'open') = (result is null))
);
create index items_by_plan on tailored.items (zone_id, plan_id, ordinal, id);
create index items_by_department on tailored.items (zone_id, department_id, id);
alter table tailored.items enable row level security;
alter table tailored.items force row level security;
create policy zone on tailored.items using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Reviews of what a plan said at a time; a later change needs another.
create table tailored.reviews (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  plan_id uuid not null,
  content integer not null,
  reviewer text not null,
  reviewed_on date not null,
  conclusion text not null check (conclusion in ('clean', 'lawful', 'restricts')),
  answers jsonb not null,
  opinion text not null,
  primary key (zone_id, id),
  foreign key (zone_id, plan_id) references tailored.plans (zone_id, id) on delete restrict
);
comment on table tailored.reviews is 'append-only; app: select, insert';
create index reviews_by_plan on tailored.reviews (zone_id, plan_id, id);
alter table tailored.reviews enable row level security;
alter table tailored.reviews force row level security;
create policy zone on tailored.reviews using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
