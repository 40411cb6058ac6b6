package dev.baton.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.Known;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (WebAuthn): keys on a device that requires a fingerprint, a face or a PIN and therefore
 * count as two factors. A passkey belongs to the host name at which it was created. The name is
 * taken from the request, which is safe: an authenticator only answers pages of that name, whatever
 * a request claims. A passkey becomes invalid when someone else sets its owner's password.
 */
@Component
public class Passkeys {

  private static final int LONGEST_LABEL = 100;

  private static final AuthenticatorSelectionCriteria ASKING_FOR_THE_OWNER =
      AuthenticatorSelectionCriteria.builder()
          .residentKey(ResidentKeyRequirement.REQUIRED)
          .userVerification(UserVerificationRequirement.REQUIRED)
          .build();

  private final JdbcPublicKeyCredentialUserEntityRepository owners;
  private final JdbcUserCredentialRepository keys;
  private final JdbcTemplate jdbc;
  private final SignInLog log;
  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new WebauthnJackson2Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  Passkeys(JdbcTemplate jdbc, SignInLog log) {
    this.owners = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    this.keys = new JdbcUserCredentialRepository(jdbc);
    this.jdbc = jdbc;
    this.log = log;
  }

  /** A passkey as its owner sees it. */
  public record Passkey(String id, String label) {}

  /** A passkey that answered, with its owner's sign-in name. */
  public record Answer(String login, String passkey) {}

  /**
   * Returns the options a browser needs to create a key; the challenge must be sent back with the
   * result.
   */
  @Transactional
  public PublicKeyCredentialCreationOptions toMake(
      HttpServletRequest request, Authentication person) {
    return toMake(at(request), person);
  }

  private static PublicKeyCredentialCreationOptions toMake(
      Webauthn4JRelyingPartyOperations operations, Authentication person) {
    return operations.createPublicKeyCredentialCreationOptions(
        new ImmutablePublicKeyCredentialCreationOptionsRequest(person));
  }

  /**
   * Stores a key that a browser created.
   *
   * @throws RuntimeException if it does not belong to this person and challenge
   */
  @Transactional
  public void keep(
      HttpServletRequest request,
      Authentication person,
      Bytes challenge,
      JsonNode made,
      Known owner)
      throws JsonProcessingException {
    PublicKeyCredential<AuthenticatorAttestationResponse> key =
        json.readValue(
            made.path("credential").toString(),
            new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
    Webauthn4JRelyingPartyOperations operations = at(request);
    operations.setCustomizeCreationOptions(
        options -> options.authenticatorSelection(ASKING_FOR_THE_OWNER).challenge(challenge));
    CredentialRecord kept =
        operations.registerCredential(
            new ImmutableRelyingPartyRegistrationRequest(
                toMake(operations, person),
                new RelyingPartyPublicKey(key, label(made.path("label").asText("")))));
    jdbc.update(
        "update user_credentials set password_mark = ? where credential_id = ?",
        owner.credentials(),
        kept.getCredentialId().toBase64UrlString());
    log.note(AuditKind.CREDENTIALS_CHANGED, owner.login(), "Added a passkey");
  }

  private static String label(String given) {
    String label = given.isBlank() ? "Passkey" : given.strip();
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
  }

  /** Returns the options a browser needs to ask for any existing key. */
  public PublicKeyCredentialRequestOptions toAsk(HttpServletRequest request) {
    return at(request)
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(
                new AnonymousAuthenticationToken(
                    "sign-in", "nobody", AuthorityUtils.createAuthorityList("ROLE_NOBODY"))));
  }

  /**
   * Returns the passkey that answered and its owner.
   *
   * @throws RuntimeException if a known key did not sign these options
   */
  @Transactional
  public Answer answered(
      HttpServletRequest request, PublicKeyCredentialRequestOptions options, String answer)
      throws JsonProcessingException {
    PublicKeyCredential<AuthenticatorAssertionResponse> key =
        json.readValue(
            answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
    String login =
        at(request).authenticate(new RelyingPartyAuthenticationRequest(options, key)).getName();
    return new Answer(login, key.getId());
  }

  /** Returns the valid passkeys: those created under the owner's current password. */
  public List<Passkey> of(Known owner) {
    List<String> current =
        jdbc.queryForList(
            "select passkey.credential_id from user_credentials passkey"
                + " join user_entities owner on owner.id = passkey.user_entity_user_id"
                + " where owner.name = ? and passkey.password_mark = ?",
            String.class,
            owner.login(),
            owner.credentials());
    return records(owner.login()).stream()
        .map(key -> new Passkey(key.getCredentialId().toBase64UrlString(), key.getLabel()))
        .filter(key -> current.contains(key.id()))
        .toList();
  }

  /** Keeps the owner's passkeys valid under their new password. */
  void carryOver(String login, String markBefore, String mark) {
    jdbc.update(
        "update user_credentials set password_mark = ? where password_mark = ?"
            + " and user_entity_user_id in (select id from user_entities where name = ?)",
        mark,
        markBefore,
        login);
  }

  @Transactional
  public void remove(String login, String id) {
    records(login).stream()
        .map(CredentialRecord::getCredentialId)
        .filter(key -> key.toBase64UrlString().equals(id))
        .forEach(
            key -> {
              keys.delete(key);
              log.note(AuditKind.CREDENTIALS_CHANGED, login, "Removed a passkey");
            });
  }

  public String written(Object options) throws JsonProcessingException {
    return json.writeValueAsString(options);
  }

  public JsonNode read(String body) throws JsonProcessingException {
    return json.readTree(body);
  }

  private List<CredentialRecord> records(String login) {
    return Optional.ofNullable(owners.findByUsername(login))
        .map(PublicKeyCredentialUserEntity::getId)
        .map((Bytes owner) -> keys.findByUserId(owner))
        .orElse(List.of());
  }

  private Webauthn4JRelyingPartyOperations at(HttpServletRequest request) {
    String host = request.getServerName();
    int port = request.getServerPort();
    boolean isUsual = port == (request.isSecure() ? 443 : 80);
    String origin = request.getScheme() + "://" + host + (isUsual ? "" : ":" + port);
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            owners,
            keys,
            PublicKeyCredentialRpEntity.builder().id(host).name("Baton").build(),
            Set.of(origin));
    operations.setCustomizeCreationOptions(
        options -> options.authenticatorSelection(ASKING_FOR_THE_OWNER));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }
}
