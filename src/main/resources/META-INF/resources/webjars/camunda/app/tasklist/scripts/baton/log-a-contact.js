// Helps with "Log a contact" while somebody types: suggests callers, clients, services, teams and
// categories, and lists the caller's open incidents, so that a second call is added to the first
// incident. The form works without it.

import {Combobox} from '/desk/combobox.js';
import {clearProblem, fieldOf, keyOf, put, takeOver, valueOf} from './contact/fields.js';
import {ask, sendForm} from './contact/server.js';
import {Submission} from './contact/submission.js';
import {WORDS} from './contact/words.js';

const CALLER = ['requesterName', 'requesterEmail', 'requesterPhone'];
const LISTED = ['client', 'service', 'toTeam', 'category'];
const CHANNELS = ['PHONE', 'WALK_IN', 'EMAIL', 'CHAT', 'WEB'];

function later(work, pause) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), pause);
  };
}

class Call {
  constructor(form) {
    this.form = form;
    this.asked = '';
    this.lists = new Map();
    this.panel = document.createElement('section');
    this.panel.className = 'baton-call';
    this.panel.setAttribute('aria-live', 'polite');
    form.before(this.panel);
    this.submission = new Submission(form);
    this.look = later(() => this.open(), 300);
    form.addEventListener('input', ({target}) => this.typed(target));
    this.panel.addEventListener('click', ({target}) => this.clicked(target));
    this.keep();
  }

  /** The form draws a field anew when it was hidden. */
  keep() {
    [...this.lists.keys()]
      .filter(field => !field.isConnected)
      .forEach(field => {
        this.lists.get(field).remove();
        this.lists.delete(field);
      });
    [...CALLER, ...LISTED].forEach(key => {
      const field = fieldOf(this.form, key);
      if (field && !this.lists.has(field)) this.lists.set(field, this.listOf(key, field));
    });
  }

  end() {
    this.lists.forEach(list => list.remove());
  }

  listOf(key, field) {
    return CALLER.includes(key)
      ? new Combobox(
          field,
          WORDS.people,
          text => this.people(text),
          caller => this.chooseCaller(caller),
          WORDS.found
        )
      : new Combobox(
          field,
          WORDS.choices,
          text => this.values(key, text),
          ({title}) => {
            put(field, title);
            clearProblem(field);
            this.look();
          },
          WORDS.found
        );
  }

  typed(target) {
    if (this.isFilling) return;
    clearProblem(target);
    this.lists.get(target)?.openSoon();
    if (keyOf(target) === 'client' || CALLER.includes(keyOf(target))) this.look();
  }

  async people(text) {
    if (text.trim().length < 2) return [];
    const {people} = await ask('/desk/calls/suggestions', {
      q: text,
      client: valueOf(this.form, 'client')
    });
    return people.map(person => ({
      title: person.name ?? person.email ?? person.phone,
      mark: person.vip ? WORDS.vip : null,
      hint: [person.clientName, person.email, person.phone].filter(Boolean).join(' · '),
      person
    }));
  }

  async values(field, text) {
    const values = await ask('/desk/calls/choices', {
      field,
      q: text,
      client: valueOf(this.form, 'client')
    });
    return values.map(({value, hint}) => ({title: value, hint}));
  }

  chooseCaller({person}) {
    this.isFilling = true;
    const values = {
      requesterName: person.name,
      requesterEmail: person.email,
      requesterPhone: person.phone,
      client: person.clientName
    };
    Object.entries(values).forEach(([key, value]) => {
      const field = fieldOf(this.form, key);
      if (!field) return;
      put(field, value);
      // A text that is the same may not have been taken over yet.
      takeOver(field);
      clearProblem(field);
    });
    this.isFilling = false;
    this.look();
  }

  async open() {
    const caller = {
      client: valueOf(this.form, 'client'),
      email: valueOf(this.form, 'requesterEmail'),
      name: valueOf(this.form, 'requesterName')
    };
    const asked = JSON.stringify(caller);
    if (asked === this.asked) return;
    this.asked = asked;
    const found =
      caller.client || caller.email
        ? await ask('/desk/calls/open', caller, '*/*').catch(() => '')
        : '';
    // The server has escaped everything that people wrote.
    if (asked === this.asked) this.panel.innerHTML = found;
  }

  async clicked(button) {
    if (button.dataset?.close) {
      this.submission.close();
      return;
    }
    const number = button.dataset?.add;
    if (!number) return;
    const text = fieldOf(this.form, 'description');
    if (!text?.value.trim()) {
      this.say(WORDS.sayFirst);
      text?.focus();
      return;
    }
    button.disabled = true;
    try {
      this.panel.innerHTML = await sendForm(`/desk/incidents/${encodeURIComponent(number)}/calls`, {
        channel: this.channel(),
        from: CALLER.map(key => valueOf(this.form, key)).find(Boolean) ?? '',
        text: text.value,
        once: this.panel.querySelector('[data-once]')?.dataset.once ?? ''
      });
      this.submission.isOver();
      this.panel.querySelector('[tabindex]')?.focus();
    } catch {
      button.disabled = false;
      this.say(WORDS.trouble);
    }
  }

  channel() {
    const shown = this.form.querySelector('[id$=channelField-display]')?.textContent.trim();
    return CHANNELS[WORDS.channels.indexOf(shown)] ?? 'PHONE';
  }

  say(words) {
    let note = this.panel.querySelector('.baton-call-note');
    if (!note) {
      note = document.createElement('p');
      note.className = 'baton-call-note';
      note.setAttribute('role', 'alert');
      this.panel.append(note);
    }
    note.textContent = words;
  }
}

const calls = new Map();

function find() {
  calls.forEach((call, form) => {
    if (form.isConnected) return;
    call.end();
    calls.delete(form);
  });
  document.querySelectorAll('.modal-dialog .fjs-form').forEach(form => {
    if (!fieldOf(form, 'client') || !fieldOf(form, 'requesterName')) return;
    if (calls.has(form)) calls.get(form).keep();
    else calls.set(form, new Call(form));
  });
}

new MutationObserver(later(find, 100)).observe(document.body, {childList: true, subtree: true});

// Draws nothing itself: it only works on the start form.
export default [];
