-- The number by which the zone's own reports know a project, and the task force that looks after it.
alter table projects.projects add column local_code text;
alter table projects.projects add column team_id uuid;
alter table projects.projects add foreign key (zone_id, team_id) references organisation.teams (zone_id, id) on delete restrict;
create unique index projects_unique_local_code on projects.projects (zone_id, local_code) where archived_at is null;
create index projects_by_team on projects.projects (zone_id, team_id, id);
