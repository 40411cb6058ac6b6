package dev.baton.engine.release;

import java.util.List;

/**
 * What the checks say about files laid over a release.
 *
 * @param remarks what is new with these files; an error among them refuses the deployment
 * @param known what was the case before, and refuses nothing
 * @param consequences what would come out differently
 * @param notChecked what of the desk's data was out of reach, in an owner's words
 */
public record ReleaseReview(
    List<ReleaseComplaint> remarks,
    List<ReleaseComplaint> known,
    List<ReleaseConsequence> consequences,
    List<String> notChecked) {

  /** The number of remarks that refuse a deployment. */
  public long errors() {
    return remarks.stream().filter(ReleaseComplaint::refuses).count();
  }

  /** The number of remarks that do not. */
  public long warnings() {
    return remarks.size() - errors();
  }
}
