-- A version that people published at the catalogue desk stays in force when the installation brings another file.
alter table matters.catalogue_versions add column origin text not null default 'file' check (origin in ('file', 'desk'));
