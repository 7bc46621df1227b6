-- Results of earlier matters that a later office may await while it prepares its decision.
alter table cases.papers add column pre_review boolean not null default false;
alter table cases.papers drop constraint papers_status_check;
alter table cases.papers add constraint papers_status_check
  check (status in ('needed', 'given', 'owed', 'accepted', 'returned', 'replaced', 'awaited'));
