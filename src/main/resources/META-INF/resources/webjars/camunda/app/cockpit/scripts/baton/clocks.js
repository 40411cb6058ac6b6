// The tab "Clocks": the state of an incident's obligations. The engine says which clocks are running,
// paused or past due; Baton's API says what was agreed and how much time is left.

const EVERY_MS = 5000;
const NUMBER = /^INC-\d{4}-\d+$/;

const WORDS = {
  runs: 'On track',
  risk: 'At risk',
  late: 'Past due',
  paused: 'Paused',
  waiting: 'Not started',
  met: 'Met',
  breached: 'Breached',
  stopped: 'Stopped'
};

const KINDS = {RESPONSE: 'Response', RESOLUTION: 'Resolution', UPDATE: 'Update'};

/** An element with attributes; texts become text nodes, never markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children.filter(child => child !== null && child !== ''));
  return made;
}

/** The milliseconds of an ISO 8601 duration as the API writes it, such as PT-1H-30M. */
function milliseconds(duration) {
  const units = {D: 86400000, H: 3600000, M: 60000, S: 1000};
  return [...duration.matchAll(/(-?[\d.]+)([DHMS])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * units[unit],
    0
  );
}

/** Such as 54 h 10 min; without days, because a working day has fewer hours. */
function amount(ms) {
  const minutes = Math.floor(Math.abs(ms) / 60000);
  if (minutes < 1) return 'less than 1 min';
  const parts = [
    [Math.floor(minutes / 60), 'h'],
    [minutes % 60, 'min']
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(part => part.join(' '))
    .join(' ');
}

/** How far away an instant is by the calendar: in 2 d 3 h, 36 min ago. */
function distance(at) {
  const away = at - Date.now();
  const hours = Math.floor(Math.abs(away) / 3600000);
  const days = Math.floor(hours / 24);
  const far = days === 0 ? amount(away) : `${days} d` + (hours % 24 ? ` ${hours % 24} h` : '');
  return away < 0 ? `${far} ago` : `in ${far}`;
}

/** In the browser's language and zone. */
function instant(text) {
  const at = new Date(text);
  const shown = at.toLocaleString(undefined, {
    weekday: 'short',
    year: at.getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short'
  });
  return element('time', {datetime: at.toISOString()}, shown);
}

function instantAndDistance(text) {
  return [instant(text), element('small', {}, distance(new Date(text)))];
}

async function read(address, signal) {
  const answer = await fetch(address, {
    headers: {Accept: 'application/json'},
    credentials: 'same-origin',
    signal
  });
  if (!answer.ok) {
    throw Object.assign(new Error('status ' + answer.status), {status: answer.status});
  }
  return answer.json();
}

/** The clocks that the engine runs for an incident, in the order of its obligations. */
async function runningClocks(api, number, signal) {
  const instances = await read(
    `${api.engineApi}/process-instance?processDefinitionKey=sla-clock&businessKey=${encodeURIComponent(number)}`,
    signal
  );
  if (instances.length === 0) return [];
  const ids = instances.map(one => one.id).join(',');
  const variables = await read(
    `${api.engineApi}/variable-instance?deserializeValues=false&processInstanceIdIn=${ids}`,
    signal
  );
  return instances
    .map(({id}) => {
      const value = name =>
        variables.find(one => one.processInstanceId === id && one.name === name)?.value ?? null;
      return {
        id,
        obligation: Number(value('obligationId')),
        kind: value('obligation'),
        state: value('clockState'),
        milestone: value('milestone'),
        milestoneAt: value('dueAt')
      };
    })
    .sort((one, other) => one.obligation - other.obligation);
}

/** The state of a clock according to the engine alone. */
function stateOfRunning(clock) {
  switch (clock.state) {
    case 'RUNNING':
      return {kind: 'runs'};
    case 'PAST_DUE':
    case 'ALL_TOLD':
      return {kind: 'late'};
    case 'PAUSED':
      return {kind: 'paused', words: 'Paused or not started'};
    default:
      return {kind: 'waiting', words: 'About to start'};
  }
}

/** The state of a clock according to the API. */
function stateOfPromised(clock) {
  const last = clock.entries[clock.entries.length - 1];
  switch (clock.state) {
    case 'RUNNING': {
      const risky = clock.milestones.some(one => one.name.startsWith('AT_RISK') && !one.expected);
      return {kind: clock.pastDue ? 'late' : risky ? 'risk' : 'runs'};
    }
    case 'PAUSED': {
      const held = last?.state === 'ON_HOLD';
      const words = held ? 'paused: on hold' : 'paused';
      return {
        kind: clock.pastDue ? 'late' : 'paused',
        words: clock.pastDue ? 'Past due, ' + words : 'P' + words.slice(1),
        why: held ? last.words : ''
      };
    }
    default:
      return {kind: clock.state.toLowerCase()};
  }
}

const isOver = clock => Boolean(clock.endedAt);

/** Met, but perhaps not over: the incident may be reopened. */
const isDone = clock => isOver(clock) || Boolean(clock.metAt);

/** Both are in the order of the obligations; if the two lists do not match, no link is shown. */
function joined(promised, running) {
  const open = promised.filter(clock => !isOver(clock));
  const fit = open.length === running.length;
  return promised.map(clock => ({
    promise: [KINDS[clock.kind] ?? clock.kind, element('small', {}, target(clock.target))],
    state: stateOfPromised(clock),
    due: due(clock),
    left: timeLeft(clock),
    id: fit && !isOver(clock) ? running[open.indexOf(clock)].id : null
  }));
}

/** A target as people say it: agreements write the end of a working day as a sum. */
function target(written) {
  const end = /^end of working day(?: \+ (\d+))?$/.exec(written);
  if (!end) return written;
  const days = Number(end[1] ?? 0);
  if (days < 2) return `by close of business${days ? ' on the next working day' : ''}`;
  return `by close of business in ${days} working days`;
}

function due(clock) {
  if (!clock.dueAt) return ['–'];
  return isDone(clock) ? [instant(clock.dueAt)] : instantAndDistance(clock.dueAt);
}

function timeLeft(clock) {
  if (isDone(clock) || clock.remaining === null) return '–';
  const left = milliseconds(clock.remaining);
  return amount(left) + (left < 0 ? ' past due' : '');
}

function engineRows(running) {
  return running.map(clock => ({
    promise: [capital(clock.kind ?? 'clock')],
    state: stateOfRunning(clock),
    due: clock.milestoneAt
      ? [...instantAndDistance(clock.milestoneAt), element('small', {}, milestone(clock.milestone))]
      : ['–'],
    left: null,
    id: clock.id
  }));
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function milestone(name) {
  if (name === 'BREACH') return 'deadline';
  const risk = /^AT_RISK_(\d+)$/.exec(name ?? '');
  return risk ? `${risk[1]}% of the time used` : 'next milestone';
}

function row(data, number, instance) {
  const badge = element(
    'span',
    {class: `baton-badge baton-${data.state.kind}`},
    data.state.words ?? WORDS[data.state.kind] ?? data.state.kind
  );
  const links = element('td', {class: 'baton-links'});
  if (data.id && data.id !== instance) {
    links.append(element('a', {href: `#/process-instance/${data.id}/runtime?tab=baton.clocks`}, 'Open clock'));
  } else if (data.id) {
    links.append(element('span', {}, 'This clock'));
  }
  links.append(
    ' ',
    element(
      'a',
      {
        href: `/api/v1/incidents/${encodeURIComponent(number)}/clocks`,
        target: '_blank',
        rel: 'noopener',
        title: 'Explains the clock minute by minute, in a new tab'
      },
      'Why?'
    )
  );
  return element(
    'tr',
    {},
    element('th', {scope: 'row'}, ...data.promise),
    element('td', {}, badge, data.state.why ? element('small', {}, data.state.why) : ''),
    element('td', {}, ...data.due),
    data.left === null ? null : element('td', {}, data.left),
    links
  );
}

function table(rows, number, instance, full) {
  const heads = full ? ['Obligation', 'State', 'Due', 'Time left'] : ['Clock', 'State', 'Next'];
  return element(
    'table',
    {},
    element('caption', {}, `Clocks of ${number}`),
    element(
      'thead',
      {},
      element('tr', {}, ...heads.concat('More').map(head => element('th', {scope: 'col'}, head)))
    ),
    element('tbody', {}, ...rows.map(data => row(data, number, instance)))
  );
}

const note = (text, trouble) =>
  element('p', {class: trouble ? 'baton-note baton-trouble' : 'baton-note', role: 'status'}, text);

/** One opened tab. It ends once its node has left the page. */
class Tab {
  constructor(node, api, instance) {
    this.api = api;
    this.instance = instance;
    this.node = element('section', {class: 'baton-clocks', 'aria-label': 'Clocks'});
    this.node.append(note('Loading clocks …'));
    node.append(this.node);
    this.ended = new AbortController();
    this.turn();
  }

  async turn() {
    if (!document.hidden) {
      try {
        const content = await this.content();
        if (!this.ended.signal.aborted) this.show(content);
      } catch (problem) {
        if (!this.ended.signal.aborted) this.show([this.trouble(problem)]);
      }
    }
    if (this.ended.signal.aborted) return;
    this.timer = setTimeout(() => (this.node.isConnected ? this.turn() : this.end()), EVERY_MS);
  }

  async content() {
    const {signal} = this.ended;
    const flow = await read(`${this.api.engineApi}/process-instance/${this.instance}`, signal);
    const number = flow.businessKey;
    if (!NUMBER.test(number ?? '')) return [note('This flow has no clocks.')];
    const running = await runningClocks(this.api, number, signal);
    try {
      const address = `/api/v1/incidents/${encodeURIComponent(number)}/clocks`;
      const {clocks} = await read(address, signal);
      return clocks.length === 0
        ? [note('There are no obligations for this incident, or none have been agreed yet.')]
        : [table(joined(clocks, running), number, this.instance, true)];
    } catch (problem) {
      if (signal.aborted || running.length === 0) throw problem;
      return [table(engineRows(running), number, this.instance, false)]; // only what the engine knows
    }
  }

  trouble({status}) {
    return status === 404
      ? note('This instance and its clocks have ended.')
      : note('The clocks cannot be loaded. Trying again automatically.', true);
  }

  /** Redraws without moving the focus. */
  show(content) {
    const links = () => [...this.node.querySelectorAll('a, button')];
    const place = links().indexOf(document.activeElement);
    this.node.replaceChildren(...content);
    if (place >= 0) links()[place]?.focus();
  }

  end() {
    clearTimeout(this.timer);
    this.ended.abort();
  }
}

const tabs = new Set();

export default {
  id: 'baton.clocks',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: {label: 'Clocks'},
  render(node, {api, processInstanceId}) {
    tabs.add(new Tab(node, api, processInstanceId));
  },
  unmount() {
    tabs.forEach(tab => tab.end());
    tabs.clear();
  }
};
