create schema bills;

-- The one bill of a project (收费统一办): a line for each fee of its plan. Money moves by decisions alone.
create table bills.lines (
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
  -- Of the fee in the catalogue.
  code text not null,
  matter text not null,
  matter_zh text not null,
  matter_en text not null,
  name_zh text not null,
  name_en text not null,
  kind text not null check (kind in ('price', 'tax', 'fee')),
  -- Null: facts are missing, or it is to be assessed.
  amount numeric(18, 2) check (amount >= 0),
  missing text[] not null,
  basis text not null,
  confidence text not null,
  -- An office has set the amount: the plan does not change it any more.
  assessed boolean not null default false,
  assessed_basis text,
  state text not null check (state in ('due', 'reported', 'paid', 'waived', 'refunded', 'void')),
  paid_on date,
  paid_yuan numeric(18, 2),
  -- Number of the receipt (票据号).
  receipt text,
  -- Evidence: a file, or the number of the transfer.
  payment_file_id uuid,
  payment_number text,
  -- Waived by the rule in the catalogue, not by an office.
  waived_by_rule boolean not null default false,
  waiver_basis text,
  waiver_file_id uuid,
  waived_on date,
  refunded_yuan numeric(18, 2) not null default 0,
  refunded_on date,
  refund_file_id uuid,
  refund_number text,
  -- Of the last decision.
  reason text,
  last_on date not null,
  last_by text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  constraint lines_once unique (zone_id, project_id, code),
  check ((state in ('paid', 'refunded')) = (paid_yuan is not null)),
  check ((state = 'waived') = (waiver_basis is not null)),
  check (refunded_yuan >= 0 and (refunded_yuan = 0 or refunded_yuan <= paid_yuan)),
  check ((state = 'refunded') = (refunded_yuan > 0))
);
create index lines_by_enterprise on bills.lines (zone_id, enterprise_id, id);
create index lines_by_state on bills.lines (zone_id, state, id);
alter table bills.lines enable row level security;
alter table bills.lines force row level security;
create policy zone on bills.lines using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
