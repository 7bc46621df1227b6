-- Whether a provider's notices of a sign-out are taken without their type (logout+jwt). By default they are not: another token of the provider must
-- never be taken for one (OpenID Connect Back-Channel Logout 1.0, 2.4).
alter table access.providers add column unmarked_sign_outs boolean not null default false;
