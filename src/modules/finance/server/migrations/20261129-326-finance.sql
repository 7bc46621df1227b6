create schema finance;

create table finance.needs (
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
  enterprise_id uuid not null,
  purpose text not null,
  amount_yuan numeric(18,2) not null,
  months integer not null,
  securities text[],
  needed_by date not null,
  open text not null,
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index needs_by_day on finance.needs (zone_id, needed_by, id);
create index needs_by_enterprise on finance.needs (zone_id, enterprise_id, id);
alter table finance.needs enable row level security;
alter table finance.needs force row level security;
create policy zone on finance.needs using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table finance.products (
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
  provider text not null,
  provider_kind text not null,
  purposes text[] not null,
  min_yuan numeric(18,2),
  max_yuan numeric(18,2),
  max_months integer,
  rate text,
  securities text[],
  scales text[],
  above_scale boolean,
  honours text[],
  min_age_months integer,
  industries text,
  valid_until date,
  note text,
  primary key (zone_id, id)
);
create index products_by_end on finance.products (zone_id, valid_until, id);
alter table finance.products enable row level security;
alter table finance.products force row level security;
create policy zone on finance.products using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- A product that an enterprise accepted for a need, and what became of it.
create table finance.offers (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  need_id uuid not null,
  enterprise_id uuid not null,
  product_id uuid not null,
  state text not null check (state in ('accepted', 'forwarded', 'granted', 'refused', 'withdrawn')),
  accepted_on date not null,
  forwarded_on date,
  decided_on date,
  amount_yuan numeric(18,2),
  note text,
  primary key (zone_id, id),
  foreign key (zone_id, need_id) references finance.needs (zone_id, id) on delete restrict,
  foreign key (zone_id, product_id) references finance.products (zone_id, id) on delete restrict,
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check ((state = 'granted') = (amount_yuan is not null))
);
create index offers_by_need on finance.offers (zone_id, need_id, id);
create index offers_by_enterprise on finance.offers (zone_id, enterprise_id, id);
create unique index offers_one_open on finance.offers (zone_id, need_id, product_id) where state in ('accepted', 'forwarded');
alter table finance.offers enable row level security;
alter table finance.offers force row level security;
create policy zone on finance.offers using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
