package dev.baton.signin;

import dev.baton.engine.WebAppSession;
import dev.baton.problem.ProblemAnswers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * Who gets in. The web applications have their own sign-in and session; everything else takes HTTP
 * Basic. Without either, only the sign-in, its assets and the health answer.
 */
@Configuration(proxyBeanMethods = false)
class SignIn {

  private static final String[] WATCHERS = {"admin", "service-desk-manager"};
  private static final String[] OVERSEERS = {
    "admin", "service-desk-manager", "director-of-operations", "team-lead", "process-owner"
  };

  private static final String APP = "/camunda/app/{app:tasklist|cockpit|admin|welcome}";

  private static final RequestMatcher[] SIGN_IN = {
    PathMatch.reading(
        "/",
        "/favicon.ico",
        "/camunda",
        "/camunda/",
        "/camunda/favicon.ico",
        "/camunda/app/",
        APP,
        APP + "/",
        APP + "/default/**",
        APP + "/{asset:.+\\.(?:js|css|txt)}",
        APP + "/{folder:scripts|styles|locales|assets}/**",
        "/camunda/lib/**",
        "/camunda/assets/**",
        // The pages load their plug-ins before anybody has signed in.
        "/camunda/api/{app:tasklist|cockpit|admin|welcome}/plugin/*/static/**",
        // Says who is signed in, or that nobody is.
        "/camunda/api/admin/auth/user/default"),
    PathMatch.posting("/camunda/api/admin/auth/user/default/login/*"),
    new AndRequestMatcher(
        PathMatch.reading("/camunda/api/engine/engine/"), SignIn::isSentByTheSignInPage)
  };

  /**
   * The page asks for the engines' names before it sends a password, to have its token renewed; it
   * carries the token's cookie even when its session is over.
   */
  private static boolean isSentByTheSignInPage(HttpServletRequest request) {
    return WebUtils.getCookie(request, "XSRF-TOKEN") != null;
  }

  /** The web applications: their pages are the sign-in, their data needs their session. */
  @Bean
  @Order(1)
  SecurityFilterChain webApplications(HttpSecurity http, Guards guards) throws Exception {
    return http.securityMatcher(PathMatch.any("/", "/favicon.ico", "/camunda", "/camunda/**"))
        .authorizeHttpRequests(
            paths ->
                paths
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(SIGN_IN)
                    .permitAll()
                    .anyRequest()
                    .access(signedInToWebApplications()))
        .exceptionHandling(
            problems ->
                problems
                    .authenticationEntryPoint(guards.signInFirst("Session"))
                    .accessDeniedHandler(guards.youMayNot()))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        // The web applications bring their own headers, and their own guard against forgery.
        .headers(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  private static AuthorizationManager<RequestAuthorizationContext> signedInToWebApplications() {
    return (person, context) ->
        new AuthorizationDecision(WebAppSession.isSignedIn(context.getRequest().getSession(false)));
  }

  /** Everything else: HTTP Basic on every request, no session. */
  @Bean
  @Order(2)
  SecurityFilterChain everythingElse(
      HttpSecurity http, EngineUsers users, Guards guards, ProblemAnswers answers)
      throws Exception {
    AuthenticationManager engine = new ProviderManager(users);
    return http.authenticationManager(engine)
        .authorizeHttpRequests(
            paths ->
                paths
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        PathMatch.reading(
                            "/actuator/health",
                            "/actuator/health/liveness",
                            "/actuator/health/readiness"))
                    .permitAll()
                    // Programs bring the token of their source instead.
                    .requestMatchers(
                        PathMatch.posting(
                            "/api/v1/monitoring/{source:(?!silences$|sources$)[a-z0-9-]+}",
                            "/api/v1/monitoring/{source}/alertmanager"))
                    .permitAll()
                    .requestMatchers(PathMatch.any("/actuator", "/actuator/**"))
                    .hasAnyRole(WATCHERS)
                    .requestMatchers(PathMatch.any("/api/v1/health/**"))
                    .hasAnyRole(OVERSEERS)
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(guards.signInFirst("Basic")))
        .addFilterAfter(new ForeignRequests(answers), BasicAuthenticationFilter.class)
        .exceptionHandling(
            problems ->
                problems
                    .authenticationEntryPoint(guards.signInFirst("Basic"))
                    .accessDeniedHandler(guards.youMayNot()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives(
                                "default-src 'self'; style-src 'self' 'unsafe-inline';"
                                    + " img-src 'self' data:; frame-ancestors 'none'"))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  RequestRejectedHandler refusedAddresses(Guards guards) {
    return guards.noRequest();
  }
}
