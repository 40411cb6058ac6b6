-- Tokens and passkeys let somebody in without the password. Each carries the mark of the password
-- that its owner had when it was made: whoever sets another password for somebody, or lets somebody
-- come back, ends what was made before. The owner may take them along to a new password.
-- The mark is the one of dev.baton.engine.EngineSignIn.
alter table api_token
  add column password_mark varchar(64) character set ascii collate ascii_bin not null default '';

update api_token token
  join ACT_ID_USER person on person.ID_ = token.login
  set token.password_mark = left(
    sha2(concat(coalesce(person.SALT_, 'null'), ':', coalesce(person.PWD_, 'null')), 256), 24);

alter table user_credentials
  add column password_mark varchar(64) character set ascii collate ascii_bin not null default '';

update user_credentials passkey
  join user_entities owner on owner.id = passkey.user_entity_user_id
  join ACT_ID_USER person on person.ID_ = owner.name
  set passkey.password_mark = left(
    sha2(concat(coalesce(person.SALT_, 'null'), ':', coalesce(person.PWD_, 'null')), 256), 24);

-- Secrets that were shown and never confirmed: they may be known to somebody else by now.
update sign_in_account set totp_secret = null where totp_since is null;
