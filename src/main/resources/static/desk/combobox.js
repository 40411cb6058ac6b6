// Suggestions below a field while somebody types: by mouse, or by the arrow keys, Enter and Escape.
// The field says where they come from (data-suggest) and what the list is called (data-list).

const WAIT = 200;

let lists = 0;

class Combobox {
  constructor(field) {
    Object.assign(this, {field, options: [], at: -1, asked: 0});
    this.list = document.createElement('ul');
    this.list.id = `baton-suggestions-${++lists}`;
    this.list.className = 'baton-suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', field.dataset.list ?? '');
    this.list.hidden = true;
    this.status = document.createElement('span');
    this.status.className = 'visually-hidden';
    this.status.setAttribute('role', 'status');
    field.after(this.list, this.status);
    field.setAttribute('aria-controls', this.list.id);
    field.addEventListener('input', () => this.soon());
    field.addEventListener('keydown', event => this.key(event));
    field.addEventListener('blur', () => this.close());
    // Before the field would lose the focus.
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', ({target}) => {
      const option = target.closest('[role=option]');
      if (option) this.take([...this.list.children].indexOf(option));
    });
  }

  soon() {
    clearTimeout(this.timer);
    if (this.taking) return;
    this.timer = setTimeout(() => this.open(), WAIT);
  }

  async open() {
    const asked = ++this.asked;
    const address = new URL(this.field.dataset.suggest, location.href);
    address.searchParams.set('q', this.field.value);
    const options = await fetch(address, {headers: {Accept: 'application/json'}})
      .then(answer => (answer.ok ? answer.json() : []))
      .catch(() => []);
    if (asked !== this.asked || document.activeElement !== this.field) return;
    this.options = options;
    this.at = -1;
    this.list.replaceChildren(...options.map((option, i) => this.drawn(option, i)));
    if (!options.length) {
      this.close();
      return;
    }
    this.list.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
    this.field.removeAttribute('aria-activedescendant');
    this.status.textContent = (this.field.dataset.found ?? '').replace('{0}', options.length);
  }

  close() {
    clearTimeout(this.timer);
    this.asked++;
    this.list.hidden = true;
    this.status.textContent = '';
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }

  drawn({title, hint, mark}, i) {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${i}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    Object.entries({title, mark, hint}).forEach(([name, text]) => {
      if (!text) return;
      const part = document.createElement('span');
      part.className = `baton-suggestion-${name}`;
      part.textContent = text;
      option.append(part, ' ');
    });
    return option;
  }

  key(event) {
    const {key} = event;
    if (key === 'ArrowDown' && this.list.hidden) {
      event.preventDefault();
      this.open();
    } else if (this.list.hidden) {
      return;
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : this.at < 0 ? 0 : -1;
      this.mark((this.at + step + this.options.length) % this.options.length);
    } else if (key === 'Enter' && this.at >= 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.take(this.at);
    } else if (key === 'Escape') {
      // Closes the list alone, and not what is around it.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const option = this.list.children[at];
    this.field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({block: 'nearest'});
  }

  take(at) {
    const {field} = this;
    const {value} = this.options[at];
    this.close();
    this.taking = true;
    field.value = value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    this.taking = false;
    field.focus();
    if (field.dataset.submits) field.form.requestSubmit();
  }
}

const known = new WeakSet();

document.addEventListener('focusin', ({target}) => {
  if (!target.matches?.('[data-suggest]') || known.has(target)) return;
  known.add(target);
  new Combobox(target);
});
