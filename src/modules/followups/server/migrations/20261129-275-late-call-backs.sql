-- A call-back of a bad rating that is late can be escalated like a case.
alter table followups.escalations drop constraint escalations_cause_check;
alter table followups.escalations add constraint escalations_cause_check check (cause in ('receipt_due', 'case_yellow', 'case_red',
  'case_long_red', 'owed_due', 'procedure_overrun', 'follow_up_due', 'follow_up_late', 'call_back_late'));
