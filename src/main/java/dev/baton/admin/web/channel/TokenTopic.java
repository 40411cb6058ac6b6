package dev.baton.admin.web.channel;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.signin.ApiTokens;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Everybody's API tokens that are good now: their owners make them, others may revoke them. */
@Component
@Order(40)
class TokenTopic implements SettingsTopic {

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("name", 100).once(),
          SettingsField.text("login", 64).once(),
          SettingsField.text("scopes", 100).once(),
          SettingsField.text("madeAt", 64).once(),
          SettingsField.text("expiresAt", 64).once(),
          SettingsField.text("usedAt", 64).once());

  private final ApiTokens tokens;
  private final StaffDirectory staff;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  TokenTopic(
      ApiTokens tokens, StaffDirectory staff, PageAccess access, PageRenderer pages, Clock clock) {
    this.tokens = tokens;
    this.staff = staff;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.CHANNELS;
  }

  @Override
  public Permission permission() {
    return Permission.KEEP_TOKENS;
  }

  @Override
  public List<SettingsField> fields() {
    return FIELDS;
  }

  @Override
  public List<String> columns() {
    return List.of("name", "login", "scopes", "expiresAt", "usedAt");
  }

  @Override
  public String idOf(SettingsValues values) {
    return null;
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    Instant now = clock.instant();
    List<SettingsRow> all = tokens.good().stream().map(token -> row(token, visitor, now)).toList();
    return SettingsRows.page(all, search, page);
  }

  private SettingsRow row(ApiTokens.Token token, Visitor visitor, Instant now) {
    return new SettingsRow(
        String.valueOf(token.id()),
        Arrays.asList(
            token.name(),
            staff.name(token.login()),
            scopes(token, visitor.locale()),
            visitor.at(token.expiresAt(), now),
            visitor.at(token.usedAt(), now)));
  }

  private String scopes(ApiTokens.Token token, Locale locale) {
    return token.scopes().stream()
        .map(scope -> pages.name("scope", scope, locale))
        .collect(Collectors.joining(", "));
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    Visitor visitor = access.visitor(permission());
    return good(id)
        .map(
            token ->
                new SettingsValues()
                    .with("name", token.name())
                    .with("login", staff.name(token.login()))
                    .with("scopes", scopes(token, visitor.locale()))
                    .with("madeAt", visitor.at(token.madeAt()))
                    .with("expiresAt", visitor.at(token.expiresAt()))
                    .with("usedAt", visitor.at(token.usedAt())));
  }

  private Optional<ApiTokens.Token> good(String id) {
    return id.matches("\\d{1,18}")
        ? tokens.find(Long.parseLong(id)).filter(token -> token.isGoodAt(clock.instant()))
        : Optional.empty();
  }

  @Override
  public boolean canCreate() {
    return false;
  }

  @Override
  public String save(SettingsValues values) {
    throw new UnsupportedOperationException("Only their owners make tokens");
  }

  @Override
  public boolean canDelete() {
    return true;
  }

  @Override
  public void delete(String id) {
    String login = access.visitor(permission()).caller().login();
    good(id).ifPresent(token -> tokens.revoke(token, login));
  }

  @Override
  public String subject(String id) {
    return good(id).map(ApiTokens.Token::login).orElse("");
  }
}
