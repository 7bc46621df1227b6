-- Who heads a department (本机关负责人): approves what only the head may, as more time for a case.
alter table organisation.departments add column head_id uuid;
alter table organisation.departments
  add constraint departments_head foreign key (zone_id, head_id) references organisation.people (zone_id, id) on delete restrict;
