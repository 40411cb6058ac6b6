-- Passkeys, under the names by which Spring Security's own records find them.

-- Somebody as authenticators know them: the name is the sign-in name.
create table user_entities (
  id           varchar(200) character set ascii collate ascii_bin not null primary key,
  name         varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  display_name varchar(200),
  constraint user_entities_name unique (name)
) engine = InnoDB default charset = utf8mb4;

create table user_credentials (
  credential_id                varchar(1400) character set ascii collate ascii_bin not null primary key,
  user_entity_user_id          varchar(200)  character set ascii collate ascii_bin not null,
  public_key                   blob          not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean       not null,
  authenticator_transports     varchar(1000) character set ascii collate ascii_bin,
  public_key_credential_type   varchar(100)  character set ascii collate ascii_bin,
  backup_state                 boolean       not null,
  attestation_object           mediumblob,
  attestation_client_data_json blob,
  created                      timestamp(3)  null,
  last_used                    timestamp(3)  null,
  label                        varchar(200)  not null,
  key user_credentials_user (user_entity_user_id)
) engine = InnoDB default charset = utf8mb4;
