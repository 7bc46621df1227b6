-- What a lead wished for stays with its project: land (m²), place, and where the investor comes from.
alter table projects.projects add column land_area_sqm numeric;
alter table projects.projects add column site_wish text;
alter table projects.projects add column investor_region text;
