package dev.baton.intake.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts failed attempts in separate transactions, since the attempt itself is rolled back. */
@Repository
class MailFailures {

  private static final int LONGEST = 2_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;

  MailFailures(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The latest error, and the number of failures. */
  record Failure(int tries, String error) {

    static final Failure NONE = new Failure(0, null);
  }

  Failure of(long mail) {
    return jdbc.sql("select tries, error from incoming_mail_failure where mail_id = ?")
        .param(mail)
        .query(Failure.class)
        .optional()
        .orElse(Failure.NONE);
  }

  void count(long mail, Throwable failure) {
    write(mail, 1, words(failure));
  }

  /** Records why the mail was not even attempted. */
  void refuse(long mail, String why) {
    write(mail, 0, why);
  }

  private void write(long mail, int more, String error) {
    apart.executeWithoutResult(
        begun ->
            jdbc.sql(
                    "insert into incoming_mail_failure (mail_id, tries, error) values (?, ?, ?)"
                        + " on duplicate key update tries = tries + values(tries),"
                        + " error = values(error)")
                .params(mail, more, error)
                .update());
  }

  /** Resets the count so that the mail is tried again. */
  void forgive(long mail) {
    jdbc.sql("update incoming_mail_failure set tries = 0 where mail_id = ?").param(mail).update();
  }

  private static String words(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String words =
        root.getMessage() == null
            ? root.getClass().getSimpleName()
            : root.getClass().getSimpleName() + ": " + root.getMessage();
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }
}
