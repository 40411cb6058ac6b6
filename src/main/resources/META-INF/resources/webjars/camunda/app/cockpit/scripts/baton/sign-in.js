// Baton has one sign-in page for all applications. Where this application would show its own, after a
// sign-out or an expired session, this script opens Baton's page, which leads back afterwards.
const SIGN_IN = /^#!?\/login/;

function leave(before) {
  if (SIGN_IN.test(location.hash)) {
    const place = SIGN_IN.test(before) ? '' : before;
    location.replace('/sign-in?continue=' + encodeURIComponent(location.pathname + place));
  }
}

addEventListener('hashchange', event => leave(new URL(event.oldURL).hash));
leave('');

export default [];
