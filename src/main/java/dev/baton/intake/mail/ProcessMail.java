package dev.baton.intake.mail;

import dev.baton.engine.FlowConflict;
import dev.baton.mail.Mail;
import jakarta.persistence.EntityManager;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in a stored mail, in the transaction of the calling job. A failure is counted and rolls
 * everything else back; after three failures the mail goes to quarantine.
 */
@Service
public class ProcessMail {

  static final int TRIES = 3;

  private final IncomingMails mails;
  private final MailFailures failures;
  private final ClassifyMail sorting;
  private final MailSenders senders;
  private final EntityManager entities;
  private final ParseMail parsing;

  ProcessMail(
      IncomingMails mails,
      MailFailures failures,
      ClassifyMail sorting,
      MailSenders senders,
      EntityManager entities,
      ParseMail parsing) {
    this.senders = senders;
    this.mails = mails;
    this.failures = failures;
    this.sorting = sorting;
    this.entities = entities;
    this.parsing = parsing;
  }

  /**
   * @param assessment of an incident that it becomes
   * @return whether it was taken in; if not, a person must look at it
   */
  @Transactional
  public boolean takeIn(long id, MailAssessment assessment) {
    IncomingMails.Stored stored = mails.get(id);
    if (!stored.state().equals(IncomingMails.RECEIVED)) {
      return true;
    }
    MailFailures.Failure failed = failures.of(id);
    boolean isTooLarge = stored.isCut() && failed.error() == null;
    if (isTooLarge) {
      failures.refuse(
          id,
          "It is too large to be fetched or stored; its head alone is kept. The mail is in its"
              + " mailbox. Try again to take in what is stored.");
    }
    if (isTooLarge || failed.tries() >= TRIES) {
      mails.state(id, IncomingMails.RECEIVED, IncomingMails.QUARANTINED);
      return false;
    }
    return tryOnce(stored, assessment);
  }

  /** Whether it could be parsed in time; otherwise a person looks at it and it is not retried. */
  private boolean tryOnce(IncomingMails.Stored stored, MailAssessment assessment) {
    try {
      byte[] raw = mails.raw(stored.id());
      Mail mail = parsing.parse(raw);
      AuthenticatedMail received = new AuthenticatedMail(mail, senders.of(stored.box(), raw, mail));
      sorting.sort(stored, received, raw, assessment);
      entities.flush();
      return true;
    } catch (ParseMail.TooLate late) {
      failures.refuse(stored.id(), late.getMessage());
      mails.state(stored.id(), IncomingMails.RECEIVED, IncomingMails.QUARANTINED);
      return false;
    } catch (ClassifyMail.OutOfTurn
        | ParseMail.Busy
        | ConcurrencyFailureException
        | FlowConflict
        | DataAccessResourceFailureException later) {
      throw later; // no fault of the mail
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failures.count(stored.id(), e);
      throw e;
    }
  }
}
