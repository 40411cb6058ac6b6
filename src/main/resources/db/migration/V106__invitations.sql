-- People who were asked by mail to set their password; at most one link each. The link is drawn when
-- its mail goes out, and only its hash is kept.
create table sign_in_invitation (
  login       varchar(64)   character set utf8mb4 collate utf8mb4_bin not null primary key,
  invited_at  datetime(3)   not null,
  invited_by  varchar(64)   character set utf8mb4 collate utf8mb4_bin not null,
  token_hash  char(64)      character set ascii collate ascii_bin null,
  -- the mark of the password that the link may replace
  credentials varchar(64)   character set ascii collate ascii_bin null,
  expires_at  datetime(3)   null,
  -- when the mail goes out, or goes out again; null if nothing is left to send
  send_at     datetime(3)   null,
  tries       int           not null default 0,
  sent_at     datetime(3)   null,
  -- what the mail server said when it did not take the mail
  last_error  varchar(1000) null,
  constraint sign_in_invitation_token unique (token_hash),
  index sign_in_invitation_due (send_at)
) engine = InnoDB default charset = utf8mb4;

-- A mail that is about no notification concerns a person's sign-in: administrators alone see it.
alter table caught_mail
  modify column notification_id bigint null;
