package dev.baton.engine.web;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the engine's web applications accept the desk's sign-in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    prefix = "camunda.bpm.webapp",
    name = "enabled",
    havingValue = "true",
    matchIfMissing = true)
class WebAppSignIn {

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppPersons() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
        new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    filter.addInitParameter(
        ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
        WebAppPerson.class.getName());
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(EngineRequestFilter.AFTER_SIGN_IN + 1);
    return filter;
  }
}
