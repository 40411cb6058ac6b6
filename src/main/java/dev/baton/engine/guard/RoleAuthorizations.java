package dev.baton.engine.guard;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Gives nobody a right on themselves, or on a single task that is offered or assigned to them:
 * people have theirs by their role, on every task of a flow. That spares a look-up and a row for
 * each task and person.
 */
public class RoleAuthorizations extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  /** By default everybody may change and delete their own user, past all that the desk checks. */
  @Override
  public AuthorizationEntity[] newUser(User user) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String login, String type) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String login, String type) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
    return NONE;
  }
}
