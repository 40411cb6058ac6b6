// Within a web application the place is behind the hash, which no server sees: it goes on with the sign-in.
const wish = document.getElementById('continue');
if (wish && wish.value && location.hash.length > 1 && !wish.value.includes('#')) {
  wish.value += location.hash;
}
