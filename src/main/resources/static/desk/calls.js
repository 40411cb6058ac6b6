// The page "Log a call": one field finds the caller, their open incidents appear beside the form, and
// what came of the call takes the form's place.

import {Combobox} from './combobox.js';
import {clear as clearDraft} from './drafts.js';

const PERSON = ['client', 'requesterName', 'requesterEmail', 'requesterPhone'];
const NOBODY = Object.fromEntries(PERSON.map(key => [key, '']));
const SENT = [...PERSON, 'subject', 'description', 'category', 'service', 'channel', 'impact', 'urgency', 'newCategory', 'formToken'];
const ATTEMPTS = 20;
const PAUSE = 500;

const later = (work, pause) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), pause);
  };
};

const cookie = name =>
  document.cookie
    .split('; ')
    .find(one => one.startsWith(name + '='))
    ?.slice(name.length + 1) ?? '';

/** Does not accept pages, so that a missing session is an error instead of the sign-in page. */
async function get(address, parameters, accept = 'application/json') {
  const answer = await fetch(`${address}?${new URLSearchParams(parameters)}`, {
    credentials: 'same-origin',
    headers: {Accept: accept}
  });
  if (!answer.ok) throw new Error('status ' + answer.status);
  return accept === 'application/json' ? answer.json() : answer.status === 204 ? '' : answer.text();
}

const post = (address, type, body) =>
  fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      Accept: type === 'application/json' ? type : '*/*',
      'Content-Type': type,
      'X-BATON-CSRF': decodeURIComponent(cookie('BATON-CSRF')) || 'none'
    },
    body
  });

/** What somebody typed who is not known: an address, a number or a name. */
const guess = text =>
  text.includes('@')
    ? {requesterEmail: text}
    : /^[+\d()/.\-\s]+$/.test(text)
      ? {requesterPhone: text}
      : {requesterName: text};

class CallForm {
  constructor(form) {
    this.form = form;
    this.panel = form.closest('.baton-calls');
    this.notice = this.panel.querySelector('.baton-notice');
    this.words = this.panel.dataset;
    this.asked = '';
    this.cardsAsked = 0;
    const [find, who, fresh, change, open] = ['find', 'who', 'new', 'change', 'open'].map(id =>
      document.querySelector(`#call-${id}`)
    );
    Object.assign(this, {find, who, fresh, change, openIncidents: open});
    this.lists = new Map(
      [
        ['caller', text => this.callers(text), option => this.chosen(option), true],
        ['requesterName', text => this.peopleOfClient(text), option => this.chosen(option)],
        ...['client', 'service', 'category'].map(key => [
          key,
          text => this.values(key, text),
          ({title}) => this.fill({[key]: title})
        ])
      ].map(([key, find, chosen, first]) => [key, this.list(key, find, chosen, first)])
    );
    this.look = later(() => this.showOpen(), 300);
    form.addEventListener('input', event => this.typed(event.target));
    form.addEventListener('keydown', event => this.key(event), true);
    form.addEventListener('submit', event => this.submitted(event));
    form.addEventListener('reset', () => setTimeout(() => this.forget()));
    change.addEventListener('click', () => this.forget());
    open.addEventListener('click', ({target}) => target.dataset.add && this.add(target));
    this.begin();
  }

  field(key) {
    return this.form.elements[key];
  }

  value(key) {
    return this.field(key)?.value ?? '';
  }

  list(key, find, chosen, first) {
    const label = ['caller', 'requesterName'].includes(key) ? this.words.people : this.words.choices;
    const found = count =>
      count === 1 ? this.words.foundOne : this.words.foundMany.replace('{0}', count);
    return new Combobox(this.field(key), label, find, chosen, found, first);
  }

  /** A draft may have brought the caller back; a telephone system may have brought the number. */
  begin() {
    const caller = this.field('caller');
    if (PERSON.some(key => this.value(key))) this.show();
    else if (caller.value) {
      caller.focus();
      this.lists.get('caller').open();
    }
  }

  typed(target) {
    if (this.isFilling) return;
    this.clearProblem(target);
    this.lists.get(target.name)?.openSoon();
    if (PERSON.includes(target.name)) this.look();
  }

  key(event) {
    const {key, target} = event;
    if (key !== 'Enter' || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.form.requestSubmit(this.form.querySelector('button[type=submit]'));
    } else if (target === this.field('caller') && !this.showsCallers()) {
      // Faster than the suggestions.
      event.preventDefault();
      event.stopPropagation();
      this.takeTheOnlyOne();
    }
  }

  /** Whether the list is open for what has been typed. */
  showsCallers() {
    const isOpen = this.field('caller').getAttribute('aria-expanded') === 'true';
    return isOpen && this.lists.get('caller').isCurrent();
  }

  async takeTheOnlyOne() {
    const list = this.lists.get('caller');
    if (!(await list.open())) return;
    if (list.options.filter(({person}) => person).length === 1) list.take(0);
  }

  async callers(text) {
    const typed = text.trim();
    if (typed.length < 2) return [];
    const {people, clients} = await get('/desk/calls/suggestions', {q: typed});
    return [
      ...people.map(person => this.option(person)),
      ...clients.map(client => ({
        title: client.clientName,
        hint: this.words.anyOfClient,
        person: null,
        client
      })),
      {title: this.words.newCaller.replace('{0}', typed), fresh: typed}
    ];
  }

  async peopleOfClient(text) {
    const client = this.value('client');
    if (!client) return [];
    const {people} = await get('/desk/calls/suggestions', {q: text.trim(), client});
    return people.map(person => this.option(person));
  }

  option(person) {
    return {
      title: person.name ?? person.email ?? person.phone,
      mark: person.vip ? 'VIP' : null,
      hint: [!this.value('client') && person.clientName, person.email, person.phone]
        .filter(Boolean)
        .join(' · '),
      person
    };
  }

  async values(field, text) {
    const values = await get('/desk/calls/choices', {field, q: text, client: this.value('client')});
    return values.map(({value, hint}) => ({title: value, hint}));
  }

  chosen({person, client, fresh}) {
    if (person) {
      this.fill({
        client: person.client,
        requesterName: person.name,
        requesterEmail: person.email,
        requesterPhone: person.phone
      });
      this.field('subject').focus();
      this.show();
    } else {
      this.fill({...NOBODY, ...(client ? {client: client.clientName} : guess(fresh))});
      this.enterNew();
    }
    return false;
  }

  /** Sets fields as if somebody had typed. */
  fill(values) {
    this.isFilling = true;
    Object.entries(values).forEach(([key, value]) => {
      const field = this.field(key);
      field.value = value ?? '';
      field.dataset.typed = 'yes';
      field.dispatchEvent(new Event('input', {bubbles: true}));
      this.clearProblem(field);
    });
    this.isFilling = false;
    this.look();
  }

  /** Shows who the caller is; somebody who is not known is entered. */
  async show() {
    const asked = ++this.cardsAsked;
    const card = await get(
      '/desk/calls/caller',
      {
        client: this.value('client'),
        email: this.value('requesterEmail'),
        name: this.value('requesterName'),
        phone: this.value('requesterPhone')
      },
      '*/*'
    ).catch(() => '');
    if (asked !== this.cardsAsked) return;
    // The server has escaped everything that people wrote.
    this.who.innerHTML = card;
    this.who.hidden = !card;
    this.fresh.hidden = Boolean(card);
    this.find.hidden = true;
    this.change.hidden = false;
    this.clearProblem(this.field('caller'));
    this.look();
  }

  /** Goes to the first field that is empty. */
  enterNew() {
    this.cardsAsked++;
    this.find.hidden = true;
    this.who.hidden = true;
    this.fresh.hidden = false;
    this.change.hidden = false;
    const empty = PERSON.map(key => this.field(key)).find(field => !field.value);
    (empty ?? this.field('subject')).focus();
    this.lists.get(empty?.name)?.open();
  }

  /** Begins with another caller. */
  forget() {
    this.fill({...NOBODY, caller: ''});
    this.showFind();
    this.field('caller').focus();
  }

  /** The field that finds the caller, in the place of the one who was there. */
  showFind() {
    this.cardsAsked++;
    this.who.hidden = true;
    this.fresh.hidden = true;
    this.change.hidden = true;
    this.find.hidden = false;
  }

  async showOpen() {
    const caller = {
      client: this.value('client'),
      email: this.value('requesterEmail'),
      name: this.value('requesterName')
    };
    const asked = JSON.stringify(caller);
    if (asked === this.asked) return;
    this.asked = asked;
    const found =
      caller.client || caller.email
        ? await get('/desk/calls/open', caller, '*/*').catch(() => '')
        : '';
    if (asked !== this.asked) return;
    // The server has escaped everything that people wrote.
    this.openIncidents.innerHTML = found;
    // On a telephone the list has pushed the form down.
    if (this.form.contains(document.activeElement)) {
      document.activeElement.scrollIntoView({block: 'nearest'});
    }
  }

  submitted(event) {
    event.preventDefault();
    this.send(event.submitter?.value ?? 'INCIDENT');
  }

  /** Only one attempt at a time; the token makes a second one the same call. */
  async attempt(work) {
    if (this.isSending) return;
    this.isSending = true;
    this.form.setAttribute('aria-busy', 'true');
    this.say('');
    this.keepToken();
    try {
      const answer = await work();
      if (answer?.status === 401) this.expired();
    } catch {
      this.say(this.words.unreachable);
    } finally {
      this.isSending = false;
      this.form.removeAttribute('aria-busy');
    }
  }

  /** From now on the draft knows what has been sent, whatever becomes of the answer. */
  keepToken() {
    const token = this.field('formToken');
    token.dataset.typed = 'yes';
    token.dispatchEvent(new Event('change', {bubbles: true}));
  }

  send(kind) {
    return this.attempt(async () => {
      const content = {kind, caller: this.value('caller'), person: this.words.person};
      SENT.forEach(key => (content[key] = this.value(key) || null));
      const answer = await post('/desk/calls', 'application/json', JSON.stringify(content));
      if (answer.status === 401) return answer;
      const {number, problems} = await answer.json().catch(() => ({}));
      if (answer.ok) await this.finish(number, false);
      else if (problems?.length) this.showProblems(problems);
      else this.say(this.words.trouble);
      return answer;
    });
  }

  /** Adds the call to an incident that is open already. */
  add(button) {
    const number = button.dataset.add;
    const said = ['subject', 'description'].map(key => this.value(key).trim()).filter(Boolean);
    if (!said.length) {
      this.showProblems([{field: 'description', message: this.words.sayFirst}]);
      return;
    }
    this.attempt(async () => {
      const answer = await post(
        `/desk/incidents/${encodeURIComponent(number)}/calls`,
        'application/x-www-form-urlencoded',
        new URLSearchParams({
          channel: this.value('channel'),
          from: PERSON.slice(1).map(key => this.value(key)).find(Boolean) ?? '',
          text: said.join('\n\n'),
          once: `${this.value('formToken')}-${number}`
        })
      );
      if (answer.ok) await this.finish(number, true);
      else if (answer.status !== 401) this.say(this.words.trouble);
      return answer;
    });
  }

  /** Shows what came of it in the place of the form, which stays until then. */
  async finish(number, added) {
    const words = () =>
      get('/desk/calls/logged', {number: number ?? '', added, page: true}, '*/*');
    const outcome = document.querySelector('#call-outcome');
    // The server has escaped everything that people wrote.
    outcome.innerHTML = await words();
    clearDraft(this.form);
    this.form.hidden = true;
    outcome.hidden = false;
    outcome.querySelector('#baton-logged-title').focus();
    this.complete(outcome, words);
  }

  /** Until the flow has agreed what is promised, which takes it a moment. */
  async complete(outcome, words) {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const pending = outcome.querySelector('[data-pending]');
      if (!pending) return;
      await new Promise(done => setTimeout(done, PAUSE));
      const next = document.createElement('div');
      next.innerHTML = await words().catch(() => '');
      const tell = next.querySelector('.baton-logged-tell');
      if (!tell) continue;
      outcome.querySelector('.baton-logged-tell').replaceChildren(...tell.childNodes);
      pending.toggleAttribute('data-pending', !!next.querySelector('[data-pending]'));
    }
  }

  showProblems(problems) {
    const first = problems
      .map(problem => this.showProblem(problem))
      .filter(Boolean)
      .sort((one, other) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
      )[0];
    if (!first) return;
    first.scrollIntoView({block: 'center'});
    first.focus();
  }

  /** The field, or nothing for a problem that belongs to none. */
  showProblem({field: key, message, mayStay}) {
    const named = this.field(key);
    const field = named instanceof RadioNodeList ? named[0] : named;
    if (!field || field.hidden) {
      this.say(message);
      return null;
    }
    if (mayStay && key === 'category') this.fill({newCategory: field.value});
    if (key === 'caller') this.showFind();
    if (PERSON.includes(key)) this.fresh.hidden = false;
    const more = field.closest('details');
    if (more) more.open = true;
    this.clearProblem(field);
    const note = document.createElement('p');
    note.id = `${field.id}-problem`;
    note.className = 'baton-field-problem';
    note.textContent = message;
    field.closest('.baton-field, fieldset').append(note);
    field.setAttribute('aria-invalid', 'true');
    field.classList.add('is-invalid');
    const described = field.getAttribute('aria-describedby') ?? '';
    field.setAttribute('aria-describedby', `${described} ${note.id}`.trim());
    return field;
  }

  clearProblem(field) {
    const note = document.querySelector(`#${field.id}-problem`);
    if (!note) return;
    note.remove();
    field.removeAttribute('aria-invalid');
    field.classList.remove('is-invalid');
    const others = field.getAttribute('aria-describedby').split(' ').filter(id => id !== note.id);
    if (others.length) field.setAttribute('aria-describedby', others.join(' '));
    else field.removeAttribute('aria-describedby');
  }

  say(words) {
    this.notice.className = words ? 'baton-notice baton-notice-trouble' : 'baton-notice';
    this.notice.textContent = words && '▲ ' + words;
    if (words) this.notice.scrollIntoView({block: 'nearest'});
  }

  expired() {
    this.say(this.words.sessionExpired);
    const link = document.createElement('a');
    link.href = '/sign-in?continue=' + encodeURIComponent(location.pathname);
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = this.words.sessionSignIn;
    this.notice.append(' ', link);
  }
}

const form = document.querySelector('#call-form');
if (form) new CallForm(form);
