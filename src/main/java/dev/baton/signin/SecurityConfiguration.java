package dev.baton.signin;

import dev.baton.web.ProblemResponses;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Decides who gets in. People have one session for pages, web applications and API; programs send
 * name and password, or a token, with each request. Without these, only the sign-in, its assets and
 * the health check are accessible. Spring Security keeps no session of its own: {@link Sessions}
 * does.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class SecurityConfiguration {

  private static final String[] WATCHERS = {"admin", "service-desk-manager"};
  private static final String[] OVERSEERS = {
    "admin", "service-desk-manager", "director-of-operations", "team-lead", "process-owner"
  };

  private static final SecurityContextRepository FOR_THIS_REQUEST =
      new RequestAttributeSecurityContextRepository();

  /** Monitoring programs send the token of their source instead. */
  static final FullPathRequestMatcher ALERTS =
      FullPathRequestMatcher.posting(
          "/api/v1/monitoring/{source:(?!silences$|sources$)[a-z0-9-]+}",
          "/api/v1/monitoring/{source}/alertmanager");

  private static final RequestMatcher[] FOR_EVERYBODY = {
    FullPathRequestMatcher.reading(
        "/",
        "/favicon.ico",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/signin/**",
        "/desk-logo",
        "/webjars/bootstrap/**"),
    FullPathRequestMatcher.any("/sign-in", "/sign-in/**", "/invitation/*"),
    FullPathRequestMatcher.posting("/sign-out"),
    ALERTS
  };

  /** The web applications: sessions only. */
  @Bean
  @Order(1)
  SecurityFilterChain webApplications(
      HttpSecurity http,
      AccessDeniedResponses guards,
      Sessions sessions,
      CsrfTokens csrf,
      SignOut leaving,
      ProblemResponses answers)
      throws Exception {
    return http.securityMatcher(FullPathRequestMatcher.any("/camunda", "/camunda/**"))
        .authorizeHttpRequests(
            paths ->
                paths
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(FullPathRequestMatcher.reading("/camunda/favicon.ico"))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterAfter(
            new SessionAuthenticationFilter(sessions, csrf), SecurityContextHolderFilter.class)
        .addFilterBefore(new WebAppSignOutFilter(leaving, answers), BasicAuthenticationFilter.class)
        .exceptionHandling(
            problems ->
                problems
                    .authenticationEntryPoint(guards.signInFirst())
                    .accessDeniedHandler(guards.youMayNot()))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(person -> person.securityContextRepository(FOR_THIS_REQUEST))
        // The web applications set their own headers and have their own CSRF protection.
        .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(hsts -> {}))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Everything else: a session, or credentials with each request. */
  @Bean
  @Order(2)
  SecurityFilterChain everythingElse(
      HttpSecurity http,
      EngineAuthenticationProvider users,
      AccessDeniedResponses guards,
      Sessions sessions,
      CsrfTokens csrf,
      CsrfCookies csrfCookies,
      ApiTokens tokens,
      TokenOwners owners,
      OidcSignIn oidc,
      ProblemResponses answers,
      Clock clock)
      throws Exception {
    // No parent manager, which would check every wrong password a second time.
    http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    if (oidc.isOn()) {
      http.oauth2Login(oidc::configure);
    }
    return http.authenticationProvider(users)
        .authorizeHttpRequests(
            paths ->
                paths
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(FOR_EVERYBODY)
                    .permitAll()
                    .requestMatchers(FullPathRequestMatcher.any("/actuator", "/actuator/**"))
                    .hasAnyRole(WATCHERS)
                    .requestMatchers(FullPathRequestMatcher.any("/api/v1/health/**"))
                    .hasAnyRole(OVERSEERS)
                    .anyRequest()
                    .authenticated())
        .addFilterAfter(
            new SessionAuthenticationFilter(sessions, csrf), SecurityContextHolderFilter.class)
        .addFilterBefore(
            new TokenAuthenticationFilter(tokens, owners, guards.signInFirst(), answers, clock),
            BasicAuthenticationFilter.class)
        .httpBasic(basic -> basic.authenticationEntryPoint(guards.signInFirst()))
        .addFilterAfter(new CrossSiteRequestFilter(answers), BasicAuthenticationFilter.class)
        .exceptionHandling(
            problems ->
                problems
                    .authenticationEntryPoint(guards.signInFirst())
                    .accessDeniedHandler(guards.youMayNot()))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(person -> person.securityContextRepository(FOR_THIS_REQUEST))
        .headers(SecurityConfiguration::pageHeaders)
        .csrf(
            forged ->
                forged
                    .csrfTokenRepository(csrfCookies)
                    .csrfTokenRequestHandler(csrf)
                    .requireCsrfProtectionMatcher(CsrfTokens::isAskedOf))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .addHeaderWriter(new ContentSecurityPolicyWriter());
  }

  @Bean
  RequestRejectedHandler refusedAddresses(AccessDeniedResponses guards) {
    return guards.noRequest();
  }
}
