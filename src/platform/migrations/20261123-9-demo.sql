create schema demo;

-- The acts by which demo records were made, each once: a demo that was killed half way goes on behind its last act.
-- key: `begin` and `end` frame a demo, every other one is an act of its script. answer: the records that it made, for the acts after it.
create table demo.acts (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  key text not null,
  answer jsonb not null,
  primary key (zone_id, id),
  constraint acts_once unique (zone_id, key)
);
comment on table demo.acts is 'append-only; app: select, insert';
alter table demo.acts enable row level security;
alter table demo.acts force row level security;
create policy zone on demo.acts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
