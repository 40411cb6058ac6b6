package dev.baton.engine.guard;

import dev.baton.engine.TrustedEngineAccess;
import dev.baton.engine.VisitorTexts;
import dev.baton.web.text.LocalizableText;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Accepts only the form fields of a task from people who work on it. They can only assign it to
 * people who may work on it, and cannot withdraw it from its team: a task that no one finds is an
 * incident that no one works on.
 */
public class GuardedTaskService extends TaskServiceImpl {

  private final ProcessEngineConfigurationImpl engine;
  private final CompletionGuard completion;
  private final TaskEdits edits;

  public GuardedTaskService(
      ProcessEngineConfigurationImpl engine, CompletionGuard completion, TaskEdits edits) {
    this.engine = engine;
    this.completion = completion;
    this.edits = edits;
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    completion.check(taskId);
    super.complete(taskId, taken(taskId, variables));
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    completion.check(taskId);
    return super.completeWithVariablesInReturn(taskId, taken(taskId, variables), deserializeValues);
  }

  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    super.resolveTask(taskId, taken(taskId, variables));
  }

  @Override
  protected void setVariables(String taskId, Map<String, ?> variables, boolean local) {
    refusePeople("Setting variables of a task");
    super.setVariables(taskId, variables, local);
  }

  @Override
  public void setVariable(String taskId, String name, Object value) {
    refusePeople("Setting variables of a task");
    super.setVariable(taskId, name, value);
  }

  @Override
  public void setVariableLocal(String taskId, String name, Object value) {
    refusePeople("Setting variables of a task");
    super.setVariableLocal(taskId, name, value);
  }

  @Override
  protected void updateVariables(
      String taskId, Map<String, ?> modifications, Collection<String> deletions, boolean local) {
    refusePeople("Setting variables of a task");
    super.updateVariables(taskId, modifications, deletions, local);
  }

  @Override
  public void removeVariable(String taskId, String name) {
    refusePeople("Removing variables of a task");
    super.removeVariable(taskId, name);
  }

  @Override
  public void removeVariableLocal(String taskId, String name) {
    refusePeople("Removing variables of a task");
    super.removeVariableLocal(taskId, name);
  }

  @Override
  public void handleBpmnError(
      String taskId, String code, String message, Map<String, Object> variables) {
    refusePeople("Throwing errors");
    super.handleBpmnError(taskId, code, message, variables);
  }

  @Override
  public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
    refusePeople("Throwing escalations");
    super.handleEscalation(taskId, code, variables);
  }

  @Override
  public void claim(String taskId, String login) {
    checkMayWorkOn(taskId, login);
    super.claim(taskId, login);
  }

  @Override
  public void setAssignee(String taskId, String login) {
    checkMayWorkOn(taskId, login);
    super.setAssignee(taskId, login);
  }

  @Override
  public void setOwner(String taskId, String login) {
    checkMayWorkOn(taskId, login);
    super.setOwner(taskId, login);
  }

  @Override
  public void delegateTask(String taskId, String login) {
    checkMayWorkOn(taskId, login);
    super.delegateTask(taskId, login);
  }

  @Override
  public void addCandidateUser(String taskId, String login) {
    checkMayWorkOn(taskId, login);
    super.addCandidateUser(taskId, login);
  }

  @Override
  public void addUserIdentityLink(String taskId, String login, String type) {
    checkMayWorkOn(taskId, login);
    super.addUserIdentityLink(taskId, login, type);
  }

  @Override
  public void saveTask(Task task) {
    edits.check(task);
    checkMayWorkOn(task.getId(), task.getAssignee());
    checkMayWorkOn(task.getId(), task.getOwner());
    super.saveTask(task);
  }

  @Override
  public Comment createComment(String taskId, String instanceId, String text) {
    return edits.isFromPerson()
        ? edits.comment(taskId, text)
        : super.createComment(taskId, instanceId, text);
  }

  @Override
  public void deleteCandidateGroup(String taskId, String group) {
    refusePeople("Taking a task away from a team");
    super.deleteCandidateGroup(taskId, group);
  }

  @Override
  public void deleteGroupIdentityLink(String taskId, String group, String type) {
    refusePeople("Taking a task away from a team");
    super.deleteGroupIdentityLink(taskId, group, type);
  }

  private void checkMayWorkOn(String taskId, String login) {
    IdentityService identities = engine.getIdentityService();
    Authentication asking = identities.getCurrentAuthentication();
    if (login == null
        || !UserInputRules.isFrom(asking)
        || TrustedEngineAccess.withoutPerson(identities, () -> mayWorkOn(taskId, login))) {
      return;
    }
    if (login.equals(asking.getUserId())) {
      throw new AuthorizationException(
          VisitorTexts.of(LocalizableText.of("refused.task.notYours")));
    }
    throw new InvalidRequestException(
        Status.BAD_REQUEST, VisitorTexts.of(LocalizableText.of("refused.task.notTheirs", login)));
  }

  /** Follows the engine's authorisations; the database ignores trailing spaces in a name. */
  private boolean mayWorkOn(String taskId, String login) {
    Task task = createTaskQuery().taskId(taskId).singleResult();
    if (task == null || task.getProcessDefinitionId() == null) {
      return true; // the engine says what is wrong with it
    }
    IdentityService identities = engine.getIdentityService();
    User user = identities.createUserQuery().userId(login).singleResult();
    List<String> groups =
        identities.createGroupQuery().groupMember(login).list().stream().map(Group::getId).toList();
    String flow =
        engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId()).getKey();
    return user != null
        && user.getId().equals(login)
        && engine
            .getAuthorizationService()
            .isUserAuthorized(
                login,
                groups,
                ProcessDefinitionPermissions.TASK_WORK,
                Resources.PROCESS_DEFINITION,
                flow);
  }

  private void refusePeople(String what) {
    if (UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication())) {
      throw UserInputRules.refused(what);
    }
  }

  private Map<String, Object> taken(String taskId, Map<String, Object> sent) {
    if (sent == null
        || sent.isEmpty()
        || !UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication())) {
      return sent;
    }
    FormService forms = engine.getFormService();
    Set<String> fields =
        UserInputRules.fields(
            forms.getTaskFormData(taskId), () -> forms.getDeployedTaskForm(taskId));
    return UserInputRules.ofForm(fields, sent);
  }
}
