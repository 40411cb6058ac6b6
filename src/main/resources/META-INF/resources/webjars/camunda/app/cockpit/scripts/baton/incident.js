// A tab on every process instance in Cockpit: the failed steps of the incident, explained, with a retry;
// below them the incident as its own page shows it.
import {distance, element, ending, Live, morph, read, time, trouble, write} from './parts.js';
import {priority, pageOf, instanceOf} from './lists.js';
import {word} from './words.js';

const EVERY_MS = 10000;
const NUMBER = /^INC-\d{4}-\d+$/;
const TASK = '/camunda/app/tasklist/default/#/?task=';

function styled(address) {
  if (document.querySelector(`link[href="${address}"]`)) return;
  document.head.append(element('link', {rel: 'stylesheet', href: address}));
}

const soft = text => (text ? element('small', {}, text) : null);

function attempts({triesLeft, nextTryAt, since}) {
  if (triesLeft === 0 && nextTryAt) return word('startsItself', distance(nextTryAt)); // for as long as it takes
  return triesLeft > 0
    ? word('triesItself', nextTryAt ? distance(nextTryAt) : '', triesLeft)
    : word('gaveUp', since ? distance(since) : '');
}

function failure(each, here, mayRetry) {
  return element(
    'li',
    {'data-key': 'failure-' + each.id, class: 'baton-board-failure'},
    element(
      'h3',
      {},
      element('span', {'aria-hidden': 'true'}, '✖ '),
      each.name ?? each.step ?? '–',
      soft(word('ofFlow', each.flow))
    ),
    element('p', {class: 'baton-board-cause'}, element('strong', {}, each.title + '. '), each.meaning),
    element('p', {}, element('strong', {}, word('whatToDo') + ': '), each.todo),
    element('p', {class: 'baton-board-soft'}, word('mendedBy') + ': ' + word(each.who) + '. ' + attempts(each)),
    each.message
      ? element('details', {}, element('summary', {}, word('said')), element('pre', {}, each.message))
      : null,
    element(
      'p',
      {class: 'baton-board-acts'},
      mayRetry
        ? element(
            'button',
            {
              type: 'button',
              class: 'baton-board-act',
              'data-act': 'retry',
              'data-job': each.id,
              'data-name': each.name ?? each.step ?? '',
              'aria-label': `${word('retry')}: ${each.name ?? each.step}`
            },
            word('retry')
          )
        : null,
      each.instance === here || !each.instance
        ? null
        : element('a', {href: instanceOf(each.instance)}, word('inCockpit'))
    )
  );
}

function problems({failures, tasks, mayRetry}, here) {
  return element(
    'section',
    {'data-key': 'problems', class: 'baton-board-list', 'aria-label': word('problems')},
    element('h2', {id: 'baton-board-problems', tabindex: '-1'}, word('problems')),
    failures.length + tasks.length === 0
      ? element(
          'p',
          {class: 'baton-board-nothing'},
          element('span', {'aria-hidden': 'true'}, '✓ '),
          word('noProblems')
        )
      : element(
          'ul',
          {class: 'baton-board-failures'},
          failures.map(each => failure(each, here, mayRetry)),
          tasks.map(({id, name}) =>
            element(
              'li',
              {'data-key': 'task-' + id, class: 'baton-board-failure'},
              element('h3', {}, element('span', {'aria-hidden': 'true'}, '▲ '), word('mendTask')),
              element('p', {}, element('a', {href: TASK + encodeURIComponent(id)}, `${word('openTask')}: ${name}`))
            )
          )
        )
  );
}

function header(incident) {
  const fact = (name, ...values) =>
    element('div', {}, element('dt', {}, word(name)), element('dd', {}, ...values));
  return element(
    'section',
    {'data-key': 'header', class: 'baton-board-list', 'aria-label': word('incident')},
    element(
      'h2',
      {},
      element('a', {href: pageOf(incident.number)}, incident.number),
      ' ',
      incident.priority ? [priority(incident.priority), ' '] : null,
      incident.subject
    ),
    element(
      'dl',
      {class: 'baton-board-facts'},
      fact('status', word(incident.status)),
      fact('client', incident.client),
      fact('requester', incident.requester?.name ?? '–'),
      fact('who', incident.assignee ?? word('nobody'), soft(incident.team)),
      fact('opened', time(incident.openedAt)),
      incident.hold ? fact('waitsFor', word(incident.hold.reason)) : null
    )
  );
}

/** One opened tab. */
class Tab {
  constructor(node, api, instance) {
    Object.assign(this, {api, instance});
    this.notice = element('p', {class: 'baton-board-notice', role: 'status'}, word('readingIncident'));
    this.content = element('div', {});
    this.panel = element('div', {class: 'baton-board-panel baton-tab'});
    this.node = element('section', {class: 'baton-board baton-board-tab', 'aria-label': word('incident')});
    this.node.append(this.notice, this.content, this.panel);
    node.append(this.node);
    this.node.addEventListener('click', ({target}) => {
      const place = target.closest('[data-act=retry]');
      if (place) this.retry(place);
    });
    this.live = new Live(this.node, EVERY_MS, (signal, isLatest) => this.turn(signal, isLatest));
  }

  async turn(signal, isLatest) {
    try {
      this.number ??= await this.numberOf(signal);
      if (!isLatest()) return;
      if (!this.number) return this.tell(word('notAnIncident'));
      const address = '/api/v1/incidents/' + encodeURIComponent(this.number);
      const [incident, found] = await Promise.all([
        this.framed ? null : read(address, signal),
        read(address + '/troubles', signal)
      ]);
      if (!isLatest()) return;
      morph(
        this.content,
        element('div', {}, problems(found, this.instance), this.framed ? null : header(incident))
      );
      if (!this.told) this.tell('');
      this.told = false;
      await this.frame(signal);
    } catch (problem) {
      if (!isLatest()) return;
      this.tell(problem.status === 404 ? word('ended') : trouble(problem), problem.status !== 404);
    }
  }

  async numberOf(signal) {
    const {businessKey} = await read(
      `${this.api.engineApi}/process-instance/${encodeURIComponent(this.instance)}`,
      signal
    );
    return NUMBER.test(businessKey ?? '') ? businessKey : null;
  }

  /** The parts of the incident's page, which keep themselves up to date. */
  async frame(signal) {
    if (this.framed) return;
    const answer = await fetch(`/desk/incidents/${encodeURIComponent(this.number)}/panel`, {
      headers: {Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest'},
      credentials: 'same-origin',
      signal
    });
    if (!answer.ok || signal.aborted) return;
    styled('/desk/desk.css');
    const {process} = await import('/desk/desk.js');
    const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
    this.panel.replaceChildren(...parsed.body.childNodes);
    process(this.panel);
    this.framed = true;
    this.content.querySelector('[data-key=header]')?.remove();
  }

  async retry(place) {
    const {job, name} = place.dataset;
    place.disabled = true;
    try {
      await write(
        `/api/v1/incidents/${encodeURIComponent(this.number)}/troubles/${encodeURIComponent(job)}/retry`
      );
      this.tell(word('retried', name));
      this.node.querySelector('#baton-board-problems')?.focus({preventScroll: true});
    } catch (problem) {
      this.tell(trouble(problem), true);
      place.disabled = false;
    }
    this.told = true;
    setTimeout(() => this.live.now(), 1500); // the executor needs a moment to pick it up
  }

  tell(text, isTrouble) {
    const words = (isTrouble ? '▲ ' : '') + text;
    if (this.notice.textContent !== words) this.notice.textContent = words;
    this.notice.className = 'baton-board-notice' + (isTrouble ? ' baton-board-trouble' : '');
  }

  end() {
    this.live.end();
  }
}

const tabs = new Set();

export default {
  id: 'baton.incident',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 200,
  properties: {label: word('incident')},
  render(node, {api, processInstanceId}) {
    tabs.add(new Tab(node, api, processInstanceId));
  },
  unmount: () => ending(tabs)
};
