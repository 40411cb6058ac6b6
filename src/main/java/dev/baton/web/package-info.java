/**
 * What all web packages share: problem answers, lists by page, parameters of lists, downloads and
 * the limits on requests. Begin with {@link ExceptionProblems}; validation is in {@code
 * web.validation}.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.web;

import org.springframework.modulith.ApplicationModule;
