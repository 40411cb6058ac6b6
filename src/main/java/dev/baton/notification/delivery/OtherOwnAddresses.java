package dev.baton.notification.delivery;

import java.util.stream.Stream;

/** Addresses of ours beside the one that we send from, such as those of mailboxes. */
public interface OtherOwnAddresses {

  Stream<String> addresses();
}
