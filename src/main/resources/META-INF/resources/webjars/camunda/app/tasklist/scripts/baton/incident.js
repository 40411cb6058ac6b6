// The tab "Incident" on every task shows the same parts as the incident's page. They come as HTML from
// this server, which has already escaped everything that people wrote.

import {GERMAN} from './german.js';
import {hasActed} from './outcome.js';

const NUMBER = /^INC-\d{4}-\d{6,9}$/;
const TABS = '.task-card .nav-tabs li';

const WORDS = GERMAN
  ? {
      reading: 'Störung wird geladen …',
      none: 'Diese Aufgabe gehört zu keiner Störung.',
      gone: 'Diese Aufgabe ist bereits erledigt.',
      refused: 'Sie haben keinen Zugriff auf diese Störung.',
      trouble: 'Die Störung kann derzeit nicht geladen werden.',
      again: 'Erneut versuchen',
      label: 'Störung'
    }
  : {
      reading: 'Loading incident …',
      none: 'This task does not belong to an incident.',
      gone: 'This task has already been completed.',
      refused: 'You do not have access to this incident.',
      trouble: 'The incident cannot be loaded right now.',
      again: 'Try again',
      label: 'Incident'
    };

function style(address) {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}

/** Does not accept pages, so that a missing session leads to an error instead of the sign-in page. */
async function read(address, signal, asText) {
  const answer = await fetch(address, {
    headers: {Accept: asText ? '*/*' : 'application/json'},
    credentials: 'same-origin',
    signal
  });
  if (!answer.ok) throw Object.assign(new Error('status ' + answer.status), {status: answer.status});
  return asText ? answer.text() : answer.json();
}

/** The number of the task's incident, or null. */
async function numberOf(api, taskId, signal) {
  const task = await read(`${api.engineApi}/task/${encodeURIComponent(taskId)}`, signal);
  if (!task.processInstanceId) return null;
  const flow = await read(`${api.engineApi}/process-instance/${task.processInstanceId}`, signal);
  if (NUMBER.test(flow.businessKey ?? '')) return flow.businessKey;
  const variables = await read(
    `${api.engineApi}/process-instance/${task.processInstanceId}/variables?deserializeValues=false`,
    signal
  );
  const known = [variables.incidentNumber?.value, variables.incident?.value];
  return known.find(value => NUMBER.test(value ?? '')) ?? null;
}

/** One opened tab. */
class Tab {
  constructor(node, api, taskId, scope) {
    this.api = api;
    this.taskId = taskId;
    this.scope = scope;
    this.node = document.createElement('section');
    this.node.className = 'baton-tab';
    this.node.tabIndex = -1;
    this.node.setAttribute('aria-label', WORDS.label);
    this.ended = new AbortController();
    node.replaceChildren(this.node);
    style('/desk/desk.css');
    this.node.addEventListener('htmx:afterRequest', ({detail}) => {
      if (detail.successful && detail.requestConfig?.verb !== 'get') this.follow();
    });
    addEventListener('hashchange', () => this.turn(), {signal: this.ended.signal});
    this.show();
  }

  /** Tasklist draws no new tab when it leaves a task that has been completed for another. */
  turn() {
    const task = new URLSearchParams(location.hash.split('?')[1]).get('task');
    if (!task || task === this.taskId) return;
    this.taskId = task;
    this.show();
  }

  async show() {
    const {signal} = this.ended;
    const {taskId} = this;
    this.note(WORDS.reading);
    try {
      const number = await numberOf(this.api, taskId, signal);
      if (!number) {
        this.note(WORDS.none);
        showForm();
        return;
      }
      const [panel, desk] = await Promise.all([
        read(`/desk/incidents/${encodeURIComponent(number)}/panel`, signal, true),
        import('/desk/desk.js')
      ]);
      if (signal.aborted || taskId !== this.taskId) return;
      this.node.innerHTML = panel;
      desk.process(this.node);
    } catch ({status}) {
      if (signal.aborted || taskId !== this.taskId) return;
      if (status === 403) this.note(WORDS.refused);
      else if (status === 404) this.note(WORDS.gone);
      else this.note(WORDS.trouble, true);
    }
  }

  /** What was done here shows at once in the list, in the task's header and in its form. */
  async follow() {
    hasActed(this.taskId);
    const {scope} = this;
    const isOpen = await read(`${this.api.engineApi}/task/${encodeURIComponent(this.taskId)}`)
      .then(() => true)
      .catch(({status}) => status !== 404);
    scope?.$applyAsync(() => {
      if (isOpen) scope.taskData?.changed('task');
      scope.taskData?.changed('taskList');
      // Tasklist finds out here that the task is done.
      scope.$root.$broadcast('refresh');
    });
  }

  note(text, again) {
    const note = document.createElement('p');
    note.className = 'baton-tab-note';
    note.setAttribute('role', 'status');
    note.textContent = text;
    this.node.replaceChildren(note);
    if (!again) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-default';
    button.textContent = WORDS.again;
    button.addEventListener('click', () => this.show());
    this.node.append(button);
  }

  end() {
    this.ended.abort();
    this.node.remove();
  }
}

let open = null;
let wasPassedOver = false;

const tabs = () => [...document.querySelectorAll(TABS)];
const isForm = tab => tab.textContent.trim() === (GERMAN ? 'Formular' : 'Form');

/** A task without an incident begins with its form. */
function showForm() {
  if (document.querySelector(`${TABS}.active`)?.textContent.trim() !== WORDS.label) return;
  wasPassedOver = true;
  tabs().find(isForm)?.querySelector('a').click();
}

/** The next task begins with its incident again, unless somebody has chosen otherwise. */
addEventListener('click', ({target, isTrusted}) => {
  if (isTrusted && target.closest?.(TABS)) wasPassedOver = false;
  if (!wasPassedOver || !target.closest?.('li.task')) return;
  wasPassedOver = false;
  tabs()[0]?.querySelector('a').click();
}, true);

export default {
  id: 'baton.incident',
  pluginPoint: 'tasklist.task.detail',
  // Before the form, which has 1000.
  priority: 1100,
  properties: {label: WORDS.label},
  render(node, {api, taskId}, scope) {
    open?.end();
    open = new Tab(node, api, taskId, scope);
  },
  unmount() {
    open?.end();
    open = null;
  }
};
