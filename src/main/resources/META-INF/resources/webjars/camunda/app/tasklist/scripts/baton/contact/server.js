// Requests to Baton, in the name of the person who is signed in.

const cookie = name =>
  document.cookie
    .split('; ')
    .find(one => one.startsWith(name + '='))
    ?.slice(name.length + 1) ?? '';

/** Does not accept pages, so that a missing session leads to an error instead of the sign-in page. */
export async function ask(address, parameters, accept = 'application/json') {
  const query = new URLSearchParams(parameters).toString();
  const answer = await fetch(query ? `${address}?${query}` : address, {
    credentials: 'same-origin',
    headers: {Accept: accept}
  });
  if (!answer.ok) throw new Error('status ' + answer.status);
  return accept === 'application/json' ? answer.json() : answer.text();
}

async function send(address, type, body, accept) {
  const answer = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      Accept: accept,
      'Content-Type': type,
      'X-BATON-CSRF': decodeURIComponent(cookie('BATON-CSRF'))
    },
    body
  });
  if (!answer.ok) throw new Error('status ' + answer.status);
  return answer;
}

export const sendForm = async (address, fields) =>
  (
    await send(address, 'application/x-www-form-urlencoded', new URLSearchParams(fields), '*/*')
  ).text();

export const sendJson = async (address, content) =>
  (
    await send(address, 'application/json', JSON.stringify(content), 'application/json')
  ).json();
