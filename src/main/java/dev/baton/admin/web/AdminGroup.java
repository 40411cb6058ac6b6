package dev.baton.admin.web;

/** What the administration is divided into, in this order. */
public enum AdminGroup {
  SET_UP,
  CLIENTS,
  STAFF,
  AGREEMENTS,
  CHANNELS,
  TEXTS,
  RECORDS
}
