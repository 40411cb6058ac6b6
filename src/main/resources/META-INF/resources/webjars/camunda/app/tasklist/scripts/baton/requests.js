// The requests that Tasklist itself sends to the engine: others may add to them and read the answers.

const watchers = [];

/**
 * @param method such as POST
 * @param pattern of the address
 * @param before answers the body to send
 * @param after is told the status, the text of the answer and the match of the address
 */
export function watch(method, pattern, {before, after}) {
  watchers.push({method, pattern, before, after});
}

const {open, send} = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (method, address, ...others) {
  this.batonWatchers = watchers
    .filter(watcher => watcher.method === method.toUpperCase())
    .map(watcher => ({...watcher, match: watcher.pattern.exec(String(address))}))
    .filter(({match}) => match);
  return open.call(this, method, address, ...others);
};

XMLHttpRequest.prototype.send = function (body) {
  const those = this.batonWatchers ?? [];
  those.forEach(({after, match}) => {
    if (after) this.addEventListener('loadend', () => after(this.status, this.responseText, match));
  });
  const sent = those.reduce((content, {before}) => (before ? before(content) : content), body);
  return send.call(this, sent);
};
