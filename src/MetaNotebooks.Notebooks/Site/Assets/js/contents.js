// Marks the page's own link in the bar, and opens the contents on a wide screen.
for (const link of all('.bar nav a'))
  if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');

const contents = document.querySelector('.toc details');
if (contents) {
  const wide = window.matchMedia('(min-width: 1180px)');
  const unfold = () => (contents.open = wide.matches);
  unfold();
  wide.addEventListener('change', unfold);
}
