// The tables of the board, each from an answer of the API; an empty one says so.
import {element, time, distance, amount, clockTime, inZone} from './parts.js';
import {word} from './words.js';

export const STATES = ['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD', 'RESOLVED'];

export const priority = name =>
  name
    ? element('span', {class: `baton-board-priority baton-board-${name}`}, name)
    : element('span', {class: 'baton-board-soft'}, word('noPriority'));

/** What the board shows by code: the names of people, clients and teams. */
const names = {people: {}, clients: {}, teams: {}};

/** The names and the time zone of what is shown next. */
export function named({people, zone}, {clients, teams}) {
  const byCode = all => Object.fromEntries(all.map(({code, name}) => [code, name]));
  Object.assign(names, {people, clients: byCode(clients), teams: byCode(teams)});
  inZone(zone);
}

const person = login => names.people[login] ?? login;
const team = code => names.teams[code] ?? code;

/** What a figure of the board is called in the address of the list. */
const LISTED = {breached: 'late', atRisk: 'risk', held: 'hold', unacknowledged: 'unanswered', stuck: 'stuck'};

/** The list of incidents with these rows, within the filter of the board. */
export function listOf(filter, wanted = {}) {
  const query = new URLSearchParams();
  Object.entries({...filter, ...wanted}).forEach(([name, value]) => value && query.set(name, value));
  return '/desk/incidents' + (String(query) ? '?' + query : '');
}

export const listOfFigure = (filter, name) =>
  listOf(filter, LISTED[name] ? {state: LISTED[name]} : {});

export const pageOf = number => '/desk/incidents/' + encodeURIComponent(number);

export const instanceOf = id => `#/process-instance/${encodeURIComponent(id)}/runtime`;

const cell = (head, ...children) => element('td', {'data-head': head}, ...children);

const soft = text => (text ? element('small', {}, text) : null);

function when(text, now) {
  return text ? [time(text), soft(distance(text, now))] : ['–'];
}

function incident({number, subject, client, status}) {
  return element(
    'th',
    {scope: 'row'},
    element('a', {href: pageOf(number), 'data-place': 'page-' + number}, number),
    element('span', {class: 'baton-board-subject'}, subject),
    soft([names.clients[client] ?? client, word(status)].join(' · '))
  );
}

const cockpit = (id, number) =>
  id
    ? element(
        'a',
        {href: instanceOf(id), 'aria-label': `${word('inCockpit')}: ${number}`},
        word('inCockpit')
      )
    : null;

const holder = ({assignee, team: code}) => cell(word('who'), assignee ? person(assignee) : word('nobody'), soft(team(code)));

/** A section with a table, or with a sentence if there are no rows. */
function section(name, {count, items, rows}, heads, row, nothing) {
  return element(
    'section',
    {class: 'baton-board-list', 'data-key': name, 'aria-labelledby': 'baton-board-' + name},
    element(
      'h2',
      {id: 'baton-board-' + name, tabindex: '-1'},
      word(name),
      count === null ? null : [' ', element('span', {class: 'baton-board-number'}, count && rows ? element('a', {href: rows, 'data-place': 'rows-' + name}, String(count)) : String(count))]
    ),
    items.length === 0
      ? element('p', {class: 'baton-board-nothing'}, element('span', {'aria-hidden': 'true'}, '✓ '), nothing)
      : element(
          'table',
          {},
          element('thead', {}, element('tr', {}, heads.map(head => element('th', {scope: 'col'}, head)))),
          element('tbody', {}, items.map(row))
        ),
    count > items.length
      ? element('p', {class: 'baton-board-soft'}, word('firstOf', items.length, count))
      : null
  );
}

function reason({why, place, detail, instance}, number) {
  const known = {REQUESTER: 1, SUPPLIER: 1, PROBLEM: 1, CHANGE: 1}[place];
  const where = why === 'PAST_PROMISE' && known ? `${word('waitsFor')} ${word(place)}` : place;
  return element(
    'li',
    {},
    element(
      'span',
      {class: `baton-board-why baton-board-${why}`},
      element('span', {'aria-hidden': 'true'}, why === 'FAILED_STEP' || why === 'NOT_STARTED' ? '✖ ' : '▲ '),
      word(why)
    ),
    where ? [' ', where] : null,
    soft(detail),
    why === 'FAILED_STEP' && instance
      ? element('a', {href: instanceOf(instance), 'aria-label': `${word('seeToIt')}: ${number}, ${place}`}, word('seeToIt'))
      : null
  );
}

export const stuck = (list, now) =>
  section(
    'stuck',
    list,
    [word('incident'), word('priority'), word('why'), word('since'), word('who'), word('more')],
    ({incident: one, since, reasons}) =>
      element(
        'tr',
        {'data-key': 'stuck-' + one.number},
        incident(one),
        cell(word('priority'), priority(one.priority)),
        cell(word('why'), element('ul', {class: 'baton-board-reasons'}, reasons.map(each => reason(each, one.number)))),
        cell(word('since'), ...when(since, now)),
        holder(one),
        cell(word('more'), cockpit(one.instance, one.number))
      ),
    word('nothingStuck')
  );

export const unacknowledged = (list, now) =>
  section(
    'unacknowledged',
    list,
    [word('incident'), word('priority'), word('because'), word('asked'), word('answerBy'), word('more')],
    escalation =>
      element(
        'tr',
        {'data-key': 'escalation-' + escalation.id},
        incident(escalation.incident),
        cell(word('priority'), priority(escalation.incident.priority)),
        cell(word('because'), word(escalation.trigger), soft(distance(escalation.since, now))),
        cell(word('asked'), escalation.responder ? person(escalation.responder) : word(escalation.state), soft(escalation.role && word(escalation.role))),
        cell(word('answerBy'), ...when(escalation.dueAt, now)),
        cell(
          word('more'),
          escalation.state === 'TOLD'
            ? element(
                'button',
                {
                  type: 'button',
                  class: 'baton-board-act',
                  'data-act': 'acknowledge',
                  'data-escalation': escalation.id,
                  'data-number': escalation.incident.number,
                  'aria-label': `${word('acknowledge')}: ${escalation.incident.number}`
                },
                word('acknowledge')
              )
            : null,
          cockpit(escalation.instance, escalation.incident.number)
        )
      ),
    word('nothingUnacknowledged')
  );

const obligations = (name, nothing) => (list, now) =>
  section(
    name,
    list,
    [word('incident'), word('priority'), word('obligation'), word('due'), word('who'), word('more')],
    ({incident: one, kind, dueAt}) =>
      element(
        'tr',
        {'data-key': `${name}-${one.number}`},
        incident(one),
        cell(word('priority'), priority(one.priority)),
        cell(word('obligation'), word(kind)),
        cell(word('due'), ...when(dueAt, now)),
        holder(one),
        cell(word('more'), cockpit(one.instance, one.number))
      ),
    word(nothing)
  );

export const breached = obligations('breached', 'nothingBreached');

export const atRisk = obligations('atRisk', 'nothingAtRisk');

export const held = (list, now) =>
  section(
    'held',
    list,
    [word('incident'), word('priority'), word('waitsFor'), word('until'), word('who'), word('more')],
    ({incident: one, reason: waits, until, owner, reminders}) =>
      element(
        'tr',
        {'data-key': 'held-' + one.number},
        incident(one),
        cell(word('priority'), priority(one.priority)),
        cell(word('waitsFor'), word(waits), soft(reminders ? word('reminders', reminders) : null)),
        cell(word('until'), ...when(until, now)),
        cell(word('who'), owner ? person(owner) : '–', soft(team(one.team))),
        cell(word('more'), cockpit(one.instance, one.number))
      ),
    word('nothingHeld')
  );

export const oldest = (items, now) =>
  section(
    'oldest',
    {count: null, items},
    [word('incident'), word('priority'), word('opened'), word('who'), word('more')],
    one =>
      element(
        'tr',
        {'data-key': 'oldest-' + one.number},
        incident(one),
        cell(word('priority'), priority(one.priority)),
        cell(word('opened'), ...when(one.openedAt, now)),
        holder(one),
        cell(word('more'), cockpit(one.instance, one.number))
      ),
    word('nothingOpen')
  );

/** Rows by priority, columns by state. */
export function matrix({total, priorities}, filter) {
  const figure = (count, wanted) =>
    count
      ? element('a', {href: listOf(filter, wanted), 'data-place': `cell-${Object.values(wanted).join('-')}`}, String(count))
      : '0';
  const of = name => (name ? {priority: name} : {state: 'unprioritised'});
  return element(
    'section',
    {class: 'baton-board-list', 'data-key': 'open', 'aria-labelledby': 'baton-board-open'},
    element(
      'h2',
      {id: 'baton-board-open', tabindex: '-1'},
      word('openBy'),
      ' ',
      element('span', {class: 'baton-board-number'}, figure(total, {}))
    ),
    element(
      'div',
      {class: 'baton-board-scroll', tabindex: '0', role: 'region', 'aria-label': word('openBy')},
      element(
        'table',
        {class: 'baton-board-matrix'},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', {scope: 'col'}, word('priority')),
            STATES.map(state => element('th', {scope: 'col'}, word(state))),
            element('th', {scope: 'col'}, word('total'))
          )
        ),
        element(
          'tbody',
          {},
          priorities.map(each =>
            element(
              'tr',
              {'data-key': 'open-' + each.priority},
              element('th', {scope: 'row'}, priority(each.priority)),
              STATES.map(state => element('td', each.states[state] ? {} : {class: 'baton-board-zero'}, figure(each.states[state], {...of(each.priority), status: state}))),
              element('td', {class: 'baton-board-sum'}, figure(each.total, of(each.priority)))
            )
          )
        )
      )
    )
  );
}

/** The tiles: name, number, text below, and how bad it is. */
export function tiles(board) {
  const bad = (count, level) => (count > 0 ? level : 'quiet');
  const lag = board.executor;
  return [
    ['open', board.open.total, null, 'plain'],
    ['stuck', board.stuck.count, null, bad(board.stuck.count, 'bad')],
    ['breached', board.breached.count, null, bad(board.breached.count, 'bad')],
    ['atRisk', board.atRisk.count, null, bad(board.atRisk.count, 'warn')],
    ['held', board.held.count, null, bad(board.held.count, 'warn')],
    ['unacknowledged', board.unacknowledged.count, null, bad(board.unacknowledged.count, 'warn')],
    [
      'lag',
      lag.lagSeconds < 1 ? '0 s' : amount(lag.lagSeconds),
      (lag.isBehind ? word('behind') : word('inTime')) +
        (lag.failedSteps ? ', ' + word('failedSteps', lag.failedSteps) : ''),
      lag.isBehind ? 'bad' : lag.failedSteps ? 'warn' : 'quiet'
    ]
  ];
}

const SIGNS = {bad: '✖', warn: '▲', quiet: '✓', plain: ''};

/** One tile; it leads to its list on the board, and to the board from elsewhere. */
export function tile([name, number, below, level], attributes, tag) {
  return element(
    'li',
    {'data-key': 'tile-' + name},
    element(
      tag,
      {class: `baton-board-tile baton-board-${level}`, ...attributes(name)},
      element('span', {class: 'baton-board-tile-number'}, String(number)),
      element(
        'span',
        {class: 'baton-board-tile-name'},
        SIGNS[level] ? element('span', {'aria-hidden': 'true'}, SIGNS[level] + ' ') : null,
        word(name)
      ),
      below ? element('small', {}, below) : null
    )
  );
}

export const stuckCheckedAt = board =>
  element(
    'p',
    {class: 'baton-board-soft', 'data-key': 'stuck-checked-at'},
    board.standstillsAt ? word('stuckCheckedAt', clockTime(board.standstillsAt)) : word('stuckNotChecked')
  );

/** A release that was rolled back, or nothing. */
export const rollback = past =>
  past
    ? element(
        'p',
        {class: 'baton-board-notice baton-board-trouble', 'data-key': 'rollback'},
        '▲ ',
        time(past.at),
        ': ',
        word(past.isDone ? 'rolledBack' : 'notRolledBack', past.release, past.restored, past.failedStarts),
        soft(past.reason)
      )
    : null;

/** What of changed flows waits, with the way to their page; nothing for who may not see flows. */
export const flows = waiting =>
  waiting
    ? element(
        'p',
        {
          class: waiting.openProposals ? 'baton-board-notice' : 'baton-board-soft',
          'data-key': 'flows'
        },
        waiting.upgradeProposal ? word('flowsOfUpgrade') + ' ' : null,
        waiting.openProposals ? word('flowsProposed', waiting.openProposals) + ' ' : null,
        element(
          'a',
          {
            href: waiting.upgradeProposal
              ? '/desk/flows/proposals/' + waiting.upgradeProposal
              : '/desk/flows'
          },
          word('flowsLink', waiting.release)
        )
      )
    : null;
