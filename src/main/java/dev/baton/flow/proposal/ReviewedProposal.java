package dev.baton.flow.proposal;

import dev.baton.engine.release.ReleaseReview;
import java.util.List;
import java.util.Map;

/**
 * A proposal with what the checks say about it now.
 *
 * @param review what the checks say; of a decided proposal null
 * @param mayDecide whether the person who looks may publish or decline it
 * @param isOwn whether the person who looks has proposed it
 * @param sent content by name of its files
 * @param live content by name of what they are laid over; of a decided proposal empty
 */
public record ReviewedProposal(
    Proposal proposal,
    List<ReviewedFile> files,
    ReleaseReview review,
    boolean mayDecide,
    boolean isOwn,
    Map<String, byte[]> sent,
    Map<String, byte[]> live) {

  /** How a file differs from what is live. */
  public enum Change {
    /** Nothing live has its definitions. */
    NEW,
    /** It replaces something else. */
    CHANGED,
    /** It is what is live. */
    UNCHANGED
  }

  /**
   * A file of the proposal.
   *
   * @param change null once the proposal is decided
   * @param isOutdated whether what it replaces has changed since it was sent
   */
  public record ReviewedFile(String name, Change change, boolean isOutdated) {}

  /** Whether nothing stands against its publication. */
  public boolean isPublishable() {
    return review != null
        && review.errors() == 0
        && files.stream().noneMatch(ReviewedFile::isOutdated);
  }
}
