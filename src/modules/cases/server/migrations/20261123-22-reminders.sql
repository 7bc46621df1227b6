-- What has been said about a case when its calendar wanted it: each once, whatever becomes of the jobs that said it.
create table cases.reminders (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  case_id uuid not null,
  key text not null check (key <> ''),
  due_on date not null,
  primary key (zone_id, id),
  unique (zone_id, case_id, key),
  foreign key (zone_id, case_id) references cases.cases (zone_id, id) on delete restrict
);
comment on table cases.reminders is 'append-only; app: select, insert';
alter table cases.reminders enable row level security;
alter table cases.reminders force row level security;
create policy zone on cases.reminders using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
