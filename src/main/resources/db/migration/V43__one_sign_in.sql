-- What the desk keeps of sign-ins beside the engine's users: tries, second factors, tokens.

-- One row for whoever has more than a password, or was signed out everywhere.
create table sign_in_account (
  login          varchar(64)  character set utf8mb4 collate utf8mb4_bin not null primary key,
  -- Sessions carry the number with which they began; another one ends them.
  revision       bigint       not null default 0,
  -- Encrypted; without an instant of confirmation it is not in use yet.
  totp_secret    varbinary(200),
  totp_since     datetime(3),
  -- The last step of thirty seconds whose code was used: none is used twice.
  totp_last_step bigint       not null default 0
) engine = InnoDB default charset = utf8mb4;

-- Codes for the day on which the phone is lost; each is good once.
create table sign_in_recovery_code (
  login     varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  code_hash char(64)    character set ascii collate ascii_bin not null,
  used_at   datetime(3),
  primary key (login, code_hash)
) engine = InnoDB default charset = utf8mb4;

-- Roles whose people may not do without a second factor.
create table second_factor_role (
  role  varchar(64) character set ascii collate ascii_bin not null primary key,
  since datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

-- Failed tries, by account, by address and by both; who they are is hashed.
create table sign_in_try (
  scope        varchar(10) character set ascii collate ascii_bin not null,
  subject      char(64)    character set ascii collate ascii_bin not null,
  -- Of the scopes that concern one account; else empty.
  account      char(64)    character set ascii collate ascii_bin not null,
  failures     int         not null,
  last_at      datetime(3) not null,
  paused_until datetime(3),
  primary key (scope, subject),
  key sign_in_try_account (account),
  key sign_in_try_age (last_at)
) engine = InnoDB default charset = utf8mb4;

-- From where somebody has signed in before: strangers elsewhere cannot lock them out there.
create table sign_in_address (
  login   varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  address char(64)    character set ascii collate ascii_bin not null,
  last_at datetime(3) not null,
  primary key (login, address)
) engine = InnoDB default charset = utf8mb4;

-- The key of secrets at rest, where no setting gives one.
create table sign_in_key (
  id     int          not null primary key,
  secret varchar(200) character set ascii collate ascii_bin not null
) engine = InnoDB default charset = utf8mb4;

-- What programs sign in with in somebody's name. SHA-256 of the token; itself is shown once.
create table api_token (
  id         bigint       not null auto_increment primary key,
  login      varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  name       varchar(100) not null,
  scopes     varchar(100) character set ascii collate ascii_bin not null,
  token_hash char(64)     character set ascii collate ascii_bin not null,
  made_at    datetime(3)  not null,
  expires_at datetime(3)  not null,
  used_at    datetime(3),
  revoked_at datetime(3),
  constraint api_token_hash unique (token_hash),
  key api_token_login (login)
) engine = InnoDB default charset = utf8mb4;
