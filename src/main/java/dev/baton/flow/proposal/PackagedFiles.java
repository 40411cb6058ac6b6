package dev.baton.flow.proposal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files that came with the program at the last start, as far as the desk knows of them. */
@Repository
@Transactional
class PackagedFiles {

  private final JdbcClient database;

  PackagedFiles(JdbcClient database) {
    this.database = database;
  }

  /** Content by name; empty if none were noted yet. Who asks goes first. */
  Map<String, byte[]> noted() {
    Map<String, byte[]> files = new TreeMap<>();
    database
        .sql("select name, content from flow_packaged_file for update")
        .query(
            row -> {
              files.put(row.getString(1), row.getBytes(2));
            });
    return files;
  }

  void note(Map<String, byte[]> files) {
    database.sql("delete from flow_packaged_file").update();
    files.forEach(
        (name, content) ->
            database
                .sql("insert into flow_packaged_file (name, content) values (?, ?)")
                .params(name, content)
                .update());
  }
}
