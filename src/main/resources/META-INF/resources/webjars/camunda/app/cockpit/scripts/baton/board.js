// The page "Service desk" in Cockpit: what is open, at risk and stuck, and why; and a row of tiles on
// the dashboard. It reads Baton's API every ten seconds while the page is visible.
import {clockTime, element, ending, Live, morph, read, trouble, write} from './parts.js';
import {heatMap} from './heat.js';
import {
  atRisk,
  breached,
  held,
  listOfFigure,
  matrix,
  named,
  oldest,
  flows,
  rollback,
  stuck,
  stuckCheckedAt,
  tile,
  tiles,
  unacknowledged
} from './lists.js';
import {word} from './words.js';

const EVERY_MS = 10000;
const PATH = '/service-desk';
const FILTERS = ['client', 'team', 'priority'];
const PRIORITIES = ['P1', 'P2', 'P3', 'P4'];

/** The query part of the address's hash. */
const asked = () => new URLSearchParams(location.hash.split('?')[1] ?? '');

/** Changing a filter redraws the page; the keyboard focus has to stay where it was. */
let placeToCome = null;

function ask(name, value) {
  const query = asked();
  if (value) query.set(name, value);
  else query.delete(name);
  placeToCome = name;
  location.hash = '#' + PATH + (query.size ? '?' + query : '');
}

function only(names, query = asked()) {
  const some = new URLSearchParams();
  names.forEach(name => query.get(name) && some.set(name, query.get(name)));
  return some.size ? '?' + some : '';
}

const option = (value, text, chosen) =>
  element('option', {value, selected: value === chosen ? '' : null}, text);

function choice(name, options) {
  const chosen = asked().get(name) ?? '';
  const known = options.some(([value]) => value === chosen);
  const select = element(
    'select',
    {id: 'baton-board-filter-' + name, name, 'data-place': name},
    option('', word('all'), chosen),
    options.map(([value, text]) => option(value, text, chosen)),
    chosen && !known ? option(chosen, chosen, chosen) : null
  );
  return element(
    'p',
    {},
    element('label', {for: 'baton-board-filter-' + name}, word(name)),
    select
  );
}

/** The last answers, so that the page is complete at once when somebody returns to it. */
const last = {};

class Page {
  constructor(node, api) {
    this.api = api;
    this.notice = element('p', {class: 'baton-board-notice', role: 'status'});
    this.filters = element('form', {class: 'baton-board-filters', 'aria-label': word('filters')});
    this.freshness = element('p', {class: 'baton-board-fresh'});
    this.content = element('div', {class: 'baton-board-content'}, element('p', {class: 'baton-board-soft'}, word('loading')));
    this.flow = element('div', {class: 'baton-board-flow'});
    this.node = element(
      'main',
      {class: 'baton-board'},
      element('div', {class: 'baton-board-top'}, element('h1', {}, word('title')), this.freshness),
      this.filters,
      this.notice,
      this.content,
      this.flow
    );
    node.append(this.node);
    this.fillFilters(last.choices ?? {clients: [], teams: []});
    this.listen();
    if (last.query === location.hash && last.board) this.show(last.board);
    this.live = new Live(this.node, EVERY_MS, (signal, isLatest) => this.turn(signal, isLatest));
    this.readChoices();
  }

  listen() {
    this.filters.addEventListener('change', ({target}) => ask(target.name, target.value));
    this.filters.addEventListener('submit', event => event.preventDefault());
    this.node.addEventListener('change', ({target}) => {
      if (target.name === 'heat' || target.name === 'days') ask(target.name, target.value);
    });
    this.node.addEventListener('click', event => {
      const place = event.target.closest('[data-act]');
      if (place) this.acts[place.dataset.act]?.(place, event);
    });
  }

  acts = {
    everything: () => {
      placeToCome = 'client';
      location.hash = '#' + PATH;
    },
    pause: () => {
      this.live.paused = !this.live.paused;
      this.showFreshness();
      if (!this.live.paused) this.live.now();
    },
    acknowledge: async place => {
      const {escalation, number} = place.dataset;
      place.disabled = true;
      try {
        await write(`/api/v1/escalations/${escalation}/acknowledge`);
        this.tell(word('acknowledged', number));
        this.node.querySelector('#baton-board-unacknowledged')?.focus({preventScroll: true});
      } catch (problem) {
        this.tell(trouble(problem), true);
        place.disabled = false;
      }
      this.told = true;
      this.live.now();
    }
  };

  async readChoices() {
    try {
      const [clients, teams] = await Promise.all([
        read('/api/v1/clients', this.live.ended.signal),
        read('/api/v1/teams', this.live.ended.signal)
      ]);
      last.choices = {clients, teams};
      this.fillFilters(last.choices);
      this.live.now();
    } catch (problem) {
      // the filters of the address remain, and the page itself shows the error
    }
  }

  fillFilters({clients, teams}) {
    const named = all => all.map(({code, name}) => [code, name]);
    const fresh = element(
      'form',
      {class: 'baton-board-filters', 'aria-label': word('filters')},
      choice('client', named(clients)),
      choice('team', named(teams)),
      choice('priority', PRIORITIES.map(each => [each, each])),
      FILTERS.some(name => asked().get(name))
        ? element('button', {type: 'button', class: 'baton-board-act', 'data-act': 'everything'}, word('clear'))
        : null
    );
    morph(this.filters, fresh);
    this.filters.querySelectorAll('select').forEach(select => {
      select.value = asked().get(select.name) ?? '';
    });
    this.comeBack();
  }

  /** Returns the focus to where it was before the page was redrawn. */
  comeBack() {
    const place = placeToCome && this.node.querySelector(`[data-place=${placeToCome}]`);
    place?.focus({preventScroll: true}); // has no effect before the page is in the document
    if (place && document.activeElement === place) placeToCome = null;
  }

  async turn(signal, isLatest) {
    try {
      const query = only(FILTERS);
      const days = asked().get('days') === '30' ? 30 : 7;
      const [board, flow] = await Promise.all([
        read('/api/v1/board' + query, signal),
        read(`/api/v1/board/flow${query}${query ? '&' : '?'}days=${days}`, signal)
      ]);
      if (!isLatest()) return;
      Object.assign(last, {query: location.hash, board});
      this.show(board);
      await this.showFlow(flow, days, signal);
      if (!this.told) this.tell('');
      this.told = false;
    } catch (problem) {
      if (!isLatest()) return;
      this.tell(trouble(problem), true);
      if (!this.at) morph(this.content, element('div', {class: 'baton-board-content'}));
    }
  }

  tell(text, isTrouble) {
    const name = 'baton-board-notice' + (isTrouble ? ' baton-board-trouble' : '');
    const words = (isTrouble ? '▲ ' : '') + text;
    if (this.notice.textContent !== words) this.notice.textContent = words;
    this.notice.className = name;
  }

  show(board) {
    const now = new Date(board.at).getTime();
    const filter = {client: board.filter.client, team: board.filter.team, priority: board.filter.priority};
    const rowsOf = (name, list) => ({...list, rows: listOfFigure(filter, name)});
    named(board, last.choices ?? {clients: [], teams: []});
    this.at = board.at;
    const isFiltered = FILTERS.some(name => asked().get(name));
    morph(
      this.content,
      element(
        'div',
        {class: 'baton-board-content'},
        element(
          'ul',
          {class: 'baton-board-tiles', 'aria-label': word('glance')},
          tiles(board).map(each =>
            tile(
              each,
              name => (name === 'lag' ? {} : {href: listOfFigure(filter, name)}),
              each[0] === 'lag' ? 'div' : 'a'
            )
          )
        ),
        board.open.total === 0
          ? element('p', {class: 'baton-board-nothing'}, word(isFiltered ? 'nothingHere' : 'nothingOpen'))
          : null,
        rollback(board.rollback),
        board.flows?.openProposals ? flows(board.flows) : null,
        stuck(rowsOf('stuck', board.stuck), now),
        unacknowledged(rowsOf('unacknowledged', board.unacknowledged), now),
        breached(rowsOf('breached', board.breached), now),
        atRisk(rowsOf('atRisk', board.atRisk), now),
        held(rowsOf('held', board.held), now),
        matrix(board.open, filter),
        oldest(board.oldest, now),
        stuckCheckedAt(board),
        board.flows?.openProposals ? null : flows(board.flows)
      )
    );
    this.showFreshness();
    this.comeBack();
  }

  showFreshness() {
    const isPaused = this.live?.paused;
    morph(
      this.freshness,
      element(
        'p',
        {class: 'baton-board-fresh'},
        this.at ? `${word('asOf')} ${clockTime(this.at)}` + (isPaused ? `, ${word('paused')}` : '') : '',
        ' ',
        element(
          'button',
          {type: 'button', class: 'baton-board-act', 'data-act': 'pause'},
          word(isPaused ? 'goOn' : 'pause')
        )
      )
    );
  }

  async showFlow(flow, days, signal) {
    const kind = asked().get('heat') === 'stay' ? 'stay' : 'now';
    const map = await heatMap(this.api, flow, kind, signal);
    if (signal.aborted) return;
    const chooser = (name, chosen, options, label) =>
      element(
        'p',
        {},
        element('label', {for: 'baton-board-' + name}, label),
        element(
          'select',
          {id: 'baton-board-' + name, name, 'data-place': name},
          options.map(([value, text]) => option(value, text, chosen))
        )
      );
    morph(
      this.flow,
      element(
        'div',
        {class: 'baton-board-flow'},
        element(
          'section',
          {class: 'baton-board-list', 'aria-labelledby': 'baton-board-flow'},
          element('h2', {id: 'baton-board-flow', tabindex: '-1'}, word('flow')),
          element(
            'div',
            {class: 'baton-board-filters'},
            chooser('heat', kind, [['now', word('heatNow')], ['stay', word('heatStay')]], word('heat')),
            chooser('days', String(days), [['7', word('days7')], ['30', word('days30')]], word('days'))
          ),
          map
        )
      )
    );
    this.comeBack();
  }

  end() {
    this.live.end();
  }
}

/** The same numbers on the dashboard, each linking to the board. */
class Tiles {
  constructor(node) {
    this.node = element('section', {class: 'baton-board baton-board-row', 'aria-label': word('title')});
    node.append(this.node);
    this.live = new Live(this.node, EVERY_MS, (signal, isLatest) => this.turn(signal, isLatest));
  }

  async turn(signal, isLatest) {
    const content = await read('/api/v1/board', signal)
      .then(board =>
        element(
          'ul',
          {class: 'baton-board-tiles'},
          tiles(board).map(each => tile(each, () => ({href: '#' + PATH}), 'a'))
        )
      )
      .catch(problem => element('p', {class: 'baton-board-nothing'}, trouble(problem)));
    if (!isLatest()) return;
    morph(
      this.node,
      element(
        'section',
        {class: 'baton-board baton-board-row', 'aria-label': word('title')},
        element('h2', {}, element('a', {href: '#' + PATH}, word('title'))),
        content
      )
    );
  }

  end() {
    this.live.end();
  }
}

const pages = new Set();
const rows = new Set();

export default [
  {
    id: 'service-desk',
    pluginPoint: 'cockpit.navigation',
    priority: 200,
    properties: {path: PATH},
    render(node) {
      node.append(element('a', {href: '#' + PATH}, word('title')));
    }
  },
  {
    id: 'baton.board',
    pluginPoint: 'cockpit.route',
    priority: 200,
    properties: {path: PATH},
    render(node, {api}) {
      document.title = 'Baton · ' + word('title');
      pages.add(new Page(node, api));
    },
    unmount: () => ending(pages)
  },
  {
    id: 'baton.board.tiles',
    pluginPoint: 'cockpit.dashboard',
    priority: 200,
    properties: {label: word('title')},
    render(node) {
      rows.add(new Tiles(node));
    },
    unmount: () => ending(rows)
  }
];
