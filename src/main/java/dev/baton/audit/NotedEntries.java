package dev.baton.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is noted in passing: gathered in memory and stored about once a second in one batch. A node
 * that is killed loses what it gathered since. Where the database is away for long, the newest wait
 * and the rest is counted in the log.
 */
@Component
class NotedEntries {

  private static final int MOST_WAITING = 20_000;
  private static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(NotedEntries.class);

  private final StoredAudit stored;
  private final TransactionOperations transactions;
  private final BlockingQueue<Noted> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();

  NotedEntries(StoredAudit stored, TransactionOperations transactions) {
    this.stored = stored;
    this.transactions = transactions;
  }

  /** An entry with what makes it the same as another. */
  record Noted(AuditRecord record, String key) {}

  void add(AuditRecord record, Duration once) {
    String key = key(record, once);
    if (known.asMap().putIfAbsent(key, Boolean.TRUE) == null
        && !waiting.offer(new Noted(record, key))) {
      log.error("An audit entry is lost, too many wait for the database: {}", record);
    }
  }

  /** Stores what waits. */
  @Scheduled(fixedDelayString = "PT1S")
  @PreDestroy
  synchronized void store() {
    List<Noted> batch = new ArrayList<>();
    try {
      while (waiting.drainTo(batch, BATCH) > 0) {
        transactions.executeWithoutResult(status -> stored.addOnce(batch));
        batch.clear();
      }
    } catch (RuntimeException e) {
      log.warn("Audit entries cannot be stored, and will be tried again: {}", e.getMessage());
      batch.forEach(waiting::offer);
    }
  }

  private static String key(AuditRecord record, Duration once) {
    long stretch = record.at().toEpochMilli() / once.toMillis();
    String whole =
        String.join(
            "\n",
            record.kind().name(),
            record.actor(),
            record.subject(),
            record.words(),
            once.toString(),
            String.valueOf(stretch));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
