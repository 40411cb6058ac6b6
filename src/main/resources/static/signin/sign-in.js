// The web applications keep their place behind the hash, which the server never sees: pass it on.
const wish = document.getElementById('continue');
if (wish && wish.value && location.hash.length > 1 && !wish.value.includes('#')) {
  wish.value += location.hash;
}
