package dev.baton.admin.web;

/** What the administration is divided into, in this order. */
public enum AdminGroup {
  CLIENTS,
  STAFF,
  AGREEMENTS,
  CHANNELS,
  TEXTS,
  RECORDS
}
