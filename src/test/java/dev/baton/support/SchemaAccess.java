package dev.baton.support;

/** How a schema is reached: its JDBC address, and who may do everything in it. */
public interface SchemaAccess {

  String url();

  String user();

  String password();
}
