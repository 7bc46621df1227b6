-- Rules of handling say their time as every rule of a zone does: from a day on, until a day that no longer belongs to it.
alter table cases.rules rename column from_on to valid_from;
alter table cases.rules rename column until_on to valid_until;
update cases.rules set valid_until = valid_until + 1 where valid_until is not null;
