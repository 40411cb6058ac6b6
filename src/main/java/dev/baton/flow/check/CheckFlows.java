package dev.baton.flow.check;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.release.DeploymentLimits;
import dev.baton.engine.release.LiveFiles;
import dev.baton.engine.release.ReleaseInspection;
import dev.baton.engine.release.ReleaseOverlay;
import dev.baton.engine.release.ReleaseReview;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what the checks would say to a deployment, and deploys nothing. */
@Service
public class CheckFlows {

  private final ReleaseInspection inspection;
  private final LiveFiles live;

  CheckFlows(ReleaseInspection inspection, LiveFiles live) {
    this.inspection = inspection;
    this.live = live;
  }

  /**
   * Checks files laid over what is live.
   *
   * @param files content by name
   * @throws InvalidInput if there are none, or too many, or too large ones
   */
  @RequiresPermission(Permission.CHECK_FLOWS)
  @Transactional(readOnly = true)
  public ReleaseReview check(Map<String, byte[]> files) {
    if (files.isEmpty()) {
      throw new InvalidInput("file", LocalizableText.of("refused.flow.files"));
    }
    DeploymentLimits.exceeded(files.values())
        .ifPresent(
            reason -> {
              throw new InvalidInput("file", reason);
            });
    return inspection.inspect(files, live.now());
  }

  /** What a deployment of these files would replace, and by what. */
  @RequiresPermission(Permission.CHECK_FLOWS)
  @Transactional(readOnly = true)
  public ReleaseOverlay overlay(Map<String, byte[]> files) {
    return ReleaseOverlay.of(files, live.now());
  }

  /** What the checks say about what is live. */
  @RequiresPermission(Permission.CHECK_FLOWS)
  @Transactional(readOnly = true)
  public ReleaseReview live() {
    return inspection.inspect(live.now());
  }
}
