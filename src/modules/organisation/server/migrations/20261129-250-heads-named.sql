-- A refusal names the field by its constraint: <table>_<column>_fkey.
alter table organisation.departments rename constraint departments_head to departments_head_id_fkey;
