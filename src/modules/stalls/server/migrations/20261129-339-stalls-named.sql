-- Its name tells the field that a refusal is about.
alter index stalls.stalls_one_open rename to stalls_unique_project_id;
