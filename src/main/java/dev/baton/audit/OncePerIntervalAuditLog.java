package dev.baton.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is noted once in a stretch of time. The first such act is stored before it goes on, and
 * fails when it cannot be: nobody sees what is not on record. Those that follow cost no statement:
 * this node remembers what it knows to be stored.
 */
@Component
class OncePerIntervalAuditLog {

  private final StoredAuditSource stored;
  private final TransactionTemplate ofItsOwn;
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();

  OncePerIntervalAuditLog(StoredAuditSource stored, PlatformTransactionManager transactions) {
    this.stored = stored;
    this.ofItsOwn = new TransactionTemplate(transactions);
    this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  void add(AuditRecord record, Duration once) {
    String key = key(record, once);
    if (known.getIfPresent(key) == null) {
      ofItsOwn.executeWithoutResult(status -> stored.addOnce(record, key));
      known.put(key, Boolean.TRUE);
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
