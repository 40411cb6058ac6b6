// Checks "Log a contact" before Tasklist submits it, and shows what came of it: problems at their
// fields, or the number of the incident.

import {watch} from '../requests.js';
import {fieldOf, goTo, KEYS, kindOf, showProblem, takeOver, valueOf} from './fields.js';
import {showLogged} from './logged.js';
import {sendJson} from './server.js';

const START = /\/process-definition\/[^/?]+\/submit-form$/;
const NUMBER = /INC-\d{4}-\d{6,9}/;

let submitting = null;

// The token goes with the request that Tasklist sends, and its answer is read.
watch('POST', START, {
  before: body => (submitting ? submitting.withToken(body) : body),
  after: (status, text) => submitting?.answered(status, text)
});

export class Submission {
  constructor(form) {
    this.form = form;
    this.modal = form.closest('.modal-content');
    this.token = crypto.randomUUID();
    this.confirmed = new Set();
    this.modal.addEventListener('click', event => this.clicked(event), true);
    form.addEventListener('submit', event => this.submitted(event), true);
  }

  get startButton() {
    return this.modal.querySelector('.modal-footer button[type=submit]');
  }

  clicked(event) {
    const button = event.target.closest('.modal-footer button[type=submit]');
    if (button) this.hold(event);
  }

  submitted(event) {
    this.hold(event);
  }

  /** Nothing is submitted before the check; nothing is submitted twice. */
  hold(event) {
    // Tasklist's dialog outlives a form when somebody goes back to the list of flows.
    if (this.isChecked || !this.form.isConnected) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!this.isChecking) this.check();
  }

  async check() {
    this.isChecking = true;
    this.startButton.setAttribute('aria-busy', 'true');
    Object.keys(KEYS).forEach(key => {
      const field = fieldOf(this.form, key);
      if (field) takeOver(field);
    });
    try {
      const {problems} = await sendJson('/desk/calls/check', this.content());
      const open = problems.filter(({field, message}) => !this.confirmed.has(field + message));
      problems
        .filter(({mayStay}) => mayStay)
        .forEach(({field, message}) => this.confirmed.add(field + message));
      if (open.length) this.show(open);
      else this.submit();
    } catch {
      // The flow checks everything again.
      this.submit();
    } finally {
      this.isChecking = false;
      this.startButton?.removeAttribute('aria-busy');
    }
  }

  content() {
    const content = {kind: kindOf(this.form)};
    Object.keys(KEYS).forEach(key => {
      content[key] = valueOf(this.form, key) || null;
    });
    return content;
  }

  submit() {
    this.isChecked = true;
    submitting = this;
    this.startButton.click();
    this.isChecked = false;
    // Fields that the form itself refuses.
    setTimeout(() => {
      const refused = this.form.querySelector('.fjs-has-errors [aria-invalid=true], .fjs-has-errors input');
      if (refused) {
        this.dismissNotices();
        goTo(refused);
      }
    }, 300);
  }

  show(problems) {
    const fields = problems
      .map(({field, message}) => {
        const at = fieldOf(this.form, field);
        if (at) showProblem(at, message);
        return at;
      })
      .filter(Boolean);
    if (fields.length) {
      fields.sort((one, other) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
      );
      goTo(fields[0]);
    }
    return fields.length > 0;
  }

  withToken(body) {
    try {
      const content = JSON.parse(body);
      content.variables = {...content.variables, formToken: {value: this.token}};
      return JSON.stringify(content);
    } catch {
      return body;
    }
  }

  answered(status, text) {
    let answer = {};
    try {
      answer = JSON.parse(text);
    } catch {
      // Not from the engine.
    }
    const flow = new URLSearchParams(location.hash.split('?')[1]).get('processStart');
    if (status >= 200 && status < 300) {
      submitting = null;
      afterwards(() => showLogged(answer.businessKey, answer.definitionKey ?? flow));
    } else if (answer.field === 'formToken') {
      submitting = null;
      this.close();
      const number = NUMBER.exec(answer.message)?.[0];
      afterwards(() => showLogged(number, flow ?? 'incident-lifecycle'));
    } else if (this.show([{field: answer.field, message: answer.message}])) {
      setTimeout(() => this.dismissNotices(), 50);
    }
  }

  /** The call belongs to another incident: nothing is left to submit. */
  isOver() {
    this.form.hidden = true;
    this.startButton.hidden = true;
  }

  close() {
    this.modal.querySelector('.modal-footer button[ng-click*=dismiss]')?.click();
  }

  /** Tasklist's own notice says less than the field does. */
  dismissNotices() {
    this.modal.querySelectorAll('[notifications-panel] button.close').forEach(one => one.click());
  }
}

/** Once Tasklist has closed its dialog and moved the focus. */
function afterwards(work) {
  const end = Date.now() + 3000;
  const look = () =>
    document.querySelector('.modal-dialog') && Date.now() < end
      ? setTimeout(look, 50)
      : setTimeout(work, 50);
  look();
}
