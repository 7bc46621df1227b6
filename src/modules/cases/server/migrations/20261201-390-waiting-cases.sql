-- A leader's inbox takes the thousand open cases of the zone that were received first.
create index cases_waiting on cases.cases (zone_id, received_on, id) where open;
