// The web applications keep their place behind the hash, which the server never sees: pass it on.
const wish = document.getElementById('continue');
if (wish && wish.value && location.hash.length > 1 && !wish.value.includes('#')) {
  wish.value += location.hash;
}

// Whoever has signed out leaves no drafts behind: see /desk/drafts.js.
if (document.getElementById('signed-out')) {
  Object.keys(localStorage)
    .filter(key => key.startsWith('baton.draft:'))
    .forEach(key => localStorage.removeItem(key));
}
