package dev.baton.web;

import org.springframework.http.HttpStatusCode;

/** Shows an error to a person whose browser asked for a page; programs get problem+json. */
public interface ErrorPage {

  /**
   * @param reason what somebody needs to know; null for an address without a page
   * @return HTML
   */
  String of(HttpStatusCode status, String reason);
}
