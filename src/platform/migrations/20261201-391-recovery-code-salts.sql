-- How recovery codes are hashed before they are marked: cost and salt of scrypt, the same for all codes of an account. Null: codes from before, which
-- were marked as they are; they count until they are used or renewed.
alter table access.recovery_codes add column salt text check (salt like 'scrypt$%');
