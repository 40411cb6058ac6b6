package dev.baton.desk.web.list;

/** What can be done with several incidents at once. */
enum BulkAction {
  CLAIM,
  ASSIGN,
  REPRIORITISE,
  DUPLICATE
}
