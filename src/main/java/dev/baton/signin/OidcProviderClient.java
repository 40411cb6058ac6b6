package dev.baton.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * All calls to an OpenID Connect provider. Each call, including the whole response, must end within
 * a few seconds, so a slow provider cannot hold a thread.
 */
@Component
class OidcProviderClient implements JwtDecoderFactory<ClientRegistration> {

  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final Duration IN_ALL = Duration.ofSeconds(5);
  private static final String CONFIGURATION = "/.well-known/openid-configuration";

  private final ClientHttpRequestFactory requests = requests();
  private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

  private static ClientHttpRequestFactory requests() {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(IN_ALL); // of the answer as a whole
    return requests;
  }

  /**
   * Fetches the provider's metadata.
   *
   * @throws IllegalStateException if the metadata names another issuer
   */
  Map<String, Object> configuration(String issuer) {
    String address = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Map<String, Object> said =
        new RestTemplate(requests)
            .exchange(
                address + CONFIGURATION,
                HttpMethod.GET,
                null,
                new ParameterizedTypeReference<Map<String, Object>>() {})
            .getBody();
    if (said == null || !issuer.equals(said.get("issuer"))) {
      throw new IllegalStateException(
          "The provider at %s calls itself %s; baton.oidc.issuer must be the same."
              .formatted(issuer, said == null ? "nothing" : said.get("issuer")));
    }
    return said;
  }

  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .messageConverters(
                converters -> {
                  converters.clear();
                  converters.add(new FormHttpMessageConverter());
                  converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return tokens;
  }

  OidcUserService users() {
    RestTemplate rest = new RestTemplate(requests);
    rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    DefaultOAuth2UserService plain = new DefaultOAuth2UserService();
    plain.setRestOperations(rest);
    OidcUserService users = new OidcUserService();
    users.setOauth2UserService(plain);
    return users;
  }

  /** Like Spring Security's own decoder, except for the calls that fetch the keys. */
  @Override
  public JwtDecoder createDecoder(ClientRegistration registration) {
    return decoders.computeIfAbsent(
        registration.getRegistrationId(),
        id -> {
          NimbusJwtDecoder decoder =
              NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
                  .restOperations(new RestTemplate(requests))
                  .build();
          decoder.setJwtValidator(
              new DelegatingOAuth2TokenValidator<>(
                  new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
          decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
          return decoder;
        });
  }
}
