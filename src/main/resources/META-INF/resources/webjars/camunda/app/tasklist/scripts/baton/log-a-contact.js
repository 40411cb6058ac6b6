// Helps with "Log a contact" while somebody types: suggests people and clients and lists their open
// incidents, so that a second call is added to the first incident. The form works without it.

const GERMAN = (navigator.language || '').startsWith('de');
const SAY_FIRST = GERMAN
  ? 'Notieren Sie zuerst unter „What was said?“, was gesagt wurde.'
  : 'First enter what was said under “What was said?”.';
const TROUBLE = GERMAN
  ? 'Das hat nicht funktioniert. Versuchen Sie es noch einmal, oder starten Sie das Formular.'
  : 'That did not work. Try again, or start the form.';

const CLIENT = 'input[id$=clientField]';
const NAME = 'input[id$=requesterNameField]';
const EMAIL = 'input[id$=requesterEmailField]';
const PHONE = 'input[id$=requesterPhoneField]';
const TEXT = 'textarea[id$=descriptionField]';
const CHANNELS = {
  Phone: 'PHONE',
  'Walk-in': 'WALK_IN',
  Email: 'EMAIL',
  Chat: 'CHAT',
  Web: 'WEB'
};

const cookie = name =>
  document.cookie
    .split('; ')
    .find(one => one.startsWith(name + '='))
    ?.slice(name.length + 1) ?? '';

/** Sets a field as if somebody had typed: the form only notices its own events. */
function put(field, value) {
  if (!field || field.value === (value ?? '')) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value ?? '');
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

function later(work, pause) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
}

class Call {
  constructor(form) {
    this.form = form;
    this.people = [];
    this.asked = '';
    this.panel = document.createElement('section');
    this.panel.className = 'baton-call';
    this.panel.setAttribute('aria-live', 'polite');
    this.names = document.createElement('datalist');
    this.names.id = 'baton-call-people';
    this.clients = document.createElement('datalist');
    this.clients.id = 'baton-call-clients';
    form.before(this.panel, this.names, this.clients);
    this.suggest = later(() => this.suggestions(), 200);
    this.look = later(() => this.open(), 300);
    form.addEventListener('input', ({target}) => this.typed(target));
    this.panel.addEventListener('click', ({target}) => this.clicked(target));
    this.keep();
    this.suggestions('');
  }

  field(selector) {
    return this.form.querySelector(selector);
  }

  /** The form redraws its fields now and then. */
  keep() {
    [
      [NAME, this.names],
      [EMAIL, this.names],
      [CLIENT, this.clients]
    ].forEach(([selector, list]) => {
      const field = this.field(selector);
      if (!field || field.getAttribute('list')) return;
      field.setAttribute('list', list.id);
      field.setAttribute('autocomplete', 'off');
    });
  }

  typed(target) {
    if (this.filling || !target.matches(`${CLIENT}, ${NAME}, ${EMAIL}`)) return;
    const chosen =
      target.matches(`${NAME}, ${EMAIL}`) &&
      this.people.find(one => [one.name, one.email].includes(target.value));
    if (chosen) {
      this.filling = true;
      put(this.field(NAME), chosen.name);
      put(this.field(EMAIL), chosen.email);
      put(this.field(PHONE), chosen.phone);
      put(this.field(CLIENT), chosen.client);
      this.filling = false;
    } else {
      this.last = target;
      this.suggest();
    }
    this.look();
  }

  async suggestions() {
    const typed = this.last?.value ?? '';
    const client = this.last?.matches(CLIENT) ? '' : (this.field(CLIENT)?.value ?? '');
    const answer = await fetch(
      `/desk/calls/suggestions?q=${encodeURIComponent(typed)}&client=${encodeURIComponent(client)}`,
      {credentials: 'same-origin', headers: {Accept: 'application/json'}}
    ).catch(() => null);
    if (!answer?.ok) return;
    const {people, clients} = await answer.json();
    if (!this.last?.matches(CLIENT)) this.people = people;
    const option = (value, label) => {
      const one = document.createElement('option');
      one.value = value;
      one.label = label;
      one.textContent = label;
      return one;
    };
    const byAddress = this.last?.matches(EMAIL);
    this.names.replaceChildren(
      ...this.people
        .filter(one => (byAddress ? one.email : one.name))
        .map(one =>
          option(
            byAddress ? one.email : one.name,
            [byAddress ? one.name : one.email, one.clientName, one.vip ? 'VIP' : null]
              .filter(Boolean)
              .join(', ')
          )
        )
    );
    this.clients.replaceChildren(...clients.map(({code, name}) => option(code, name)));
    this.keep();
  }

  async open() {
    const query = new URLSearchParams({
      client: this.field(CLIENT)?.value ?? '',
      email: this.field(EMAIL)?.value ?? '',
      name: this.field(NAME)?.value ?? ''
    }).toString();
    if (query === this.asked) return;
    this.asked = query;
    const answer = await fetch('/desk/calls/open?' + query, {
      credentials: 'same-origin',
      headers: {Accept: '*/*'}
    }).catch(() => null);
    if (query !== this.asked) return;
    // The server has escaped everything that people wrote.
    const known = this.field(CLIENT)?.value || this.field(EMAIL)?.value;
    this.panel.innerHTML = answer?.ok && known ? await answer.text() : '';
  }

  async clicked(button) {
    if (button.dataset?.close) {
      const close = [...this.panel.closest('.modal').querySelectorAll('button, a')].find(
        one =>
          !one.closest('.baton-call') &&
          /^(close|cancel|schließen|abbrechen)$/i.test(one.textContent.trim())
      );
      close?.click();
      return;
    }
    const number = button.dataset?.add;
    if (!number) return;
    const text = this.field(TEXT);
    if (!text?.value.trim()) {
      this.say(SAY_FIRST);
      text?.focus();
      return;
    }
    button.disabled = true;
    const shown = this.form.querySelector('[id$=channelField-display]')?.textContent.trim();
    const answer = await fetch(`/desk/incidents/${encodeURIComponent(number)}/calls`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        Accept: '*/*',
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-BATON-CSRF': decodeURIComponent(cookie('BATON-CSRF'))
      },
      body: new URLSearchParams({
        channel: CHANNELS[shown] ?? 'PHONE',
        from: this.field(EMAIL)?.value || this.field(NAME)?.value || this.field(PHONE)?.value || '',
        text: text.value,
        once: this.panel.querySelector('[data-once]')?.dataset.once ?? ''
      })
    }).catch(() => null);
    if (!answer?.ok) {
      button.disabled = false;
      this.say(TROUBLE);
      return;
    }
    this.panel.innerHTML = await answer.text();
    this.form.hidden = true;
    this.panel.querySelector('[tabindex]')?.focus();
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

const calls = new WeakMap();

function find() {
  document.querySelectorAll('.modal-dialog .fjs-form').forEach(form => {
    if (!form.querySelector(CLIENT) || !form.querySelector(NAME)) return;
    if (calls.has(form)) calls.get(form).keep();
    else calls.set(form, new Call(form));
  });
}

new MutationObserver(later(find, 100)).observe(document.body, {childList: true, subtree: true});

// Draws nothing itself: it only works on the start form.
export default [];
