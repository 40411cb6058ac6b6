package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.Known;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signs in people whom an OpenID Connect provider has authenticated, if the desk knows them; their
 * roles come from the desk. The provider's metadata is fetched at the first sign-in.
 */
@Component
public class OidcSignIn {

  private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

  private static final String REGISTRATION = "desk";
  private static final String START = "/sign-in/oidc";
  private static final String BACK = "/sign-in/back";
  private static final String WISH = "baton.oidc-wish";
  private static final int UNTIL_BACK_SECONDS = 900;

  private final OidcSettings settings;
  private final SignInFlow reception;
  private final RecentPasswordConfirmations confirmations;
  private final UserCache people;
  private final SignInLog record;
  private final OidcProviderClient calls;

  OidcSignIn(
      OidcSettings settings,
      SignInFlow reception,
      RecentPasswordConfirmations confirmations,
      UserCache people,
      SignInLog record,
      OidcProviderClient calls) {
    this.settings = settings;
    this.reception = reception;
    this.confirmations = confirmations;
    this.people = people;
    this.record = record;
    this.calls = calls;
  }

  public static String link(String wish) {
    return START
        + "/"
        + REGISTRATION
        + (wish.isEmpty() ? "" : "?continue=" + URLEncoder.encode(wish, StandardCharsets.UTF_8));
  }

  boolean isOn() {
    return settings.isOn();
  }

  void configure(OAuth2LoginConfigurer<?> login) {
    ClientRegistrationRepository registrations =
        new SupplierClientRegistrationRepository(
            () -> new InMemoryClientRegistrationRepository(discovered()));
    login
        .clientRegistrationRepository(registrations)
        .authorizedClientRepository(new NothingKept())
        .tokenEndpoint(token -> token.accessTokenResponseClient(calls.tokens()))
        .userInfoEndpoint(user -> user.oidcUserService(calls.users()))
        .loginPage(RedirectTarget.SIGN_IN)
        .loginProcessingUrl(BACK)
        .authorizationEndpoint(
            start -> start.authorizationRequestResolver(new NotingWish(registrations)))
        .successHandler(this::enters)
        .failureHandler(this::fails)
        .addObjectPostProcessor(
            new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
              @Override
              public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F start) {
                start.setAuthenticationFailureHandler(OidcSignIn.this::fails);
                return start;
              }
            });
  }

  private ClientRegistration discovered() {
    return ClientRegistrations.fromOidcConfiguration(calls.configuration(settings.issuer()))
        .registrationId(REGISTRATION)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .redirectUri("{baseUrl}" + BACK)
        .scope("openid", "profile", "email")
        .build();
  }

  private void enters(
      HttpServletRequest request, HttpServletResponse response, Authentication proved)
      throws IOException {
    OidcUser user = (OidcUser) proved.getPrincipal();
    String login = user.getClaimAsString(settings.loginClaim());
    Optional<Known> person = people.find(SignInName.of(login));
    if (person.isEmpty()) {
      record.note(
          AuditKind.SIGN_IN_FAILED,
          String.valueOf(login),
          "Vouched for by " + settings.name() + ", but not known here");
      response.sendRedirect(RedirectTarget.SIGN_IN + "?oidc=stranger");
      return;
    }
    String next =
        reception.enters(
            request, response, person.get().signedIn(), wish(request), settings.name());
    confirmations.confirm(request);
    response.sendRedirect(next);
  }

  private void fails(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws IOException {
    log.warn("A sign-in by {} failed: {}", settings.name(), problem.getMessage());
    response.sendRedirect(RedirectTarget.SIGN_IN + "?oidc=failed");
  }

  private static String wish(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(WISH) instanceof String wish ? wish : "";
  }

  /** Remembers in the session where the person wants to go while they are at the provider. */
  private static final class NotingWish implements OAuth2AuthorizationRequestResolver {

    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    NotingWish(ClientRegistrationRepository registrations) {
      resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
      resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
      return noted(request, resolver.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
      return noted(request, resolver.resolve(request, registration));
    }

    private static OAuth2AuthorizationRequest noted(
        HttpServletRequest request, OAuth2AuthorizationRequest started) {
      if (started != null) {
        HttpSession session = request.getSession(true);
        if (session.isNew()) {
          // Anyone can start this, so the session expires soon unless someone comes back and gets a
          // new one.
          session.setMaxInactiveInterval(UNTIL_BACK_SECONDS);
        }
        session.setAttribute(WISH, RedirectTarget.safe(request.getParameter("continue")));
      }
      return started;
    }
  }

  /** The desk makes no calls to the provider on people's behalf and needs none of its tokens. */
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
        String registration, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Not stored.
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing to remove.
    }
  }
}
