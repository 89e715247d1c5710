// What is wider than the page can be moved by the arrow keys too: it takes the focus, and has a name.
function reach() {
  for (const part of all('pre, .wide, .output, .katex-display')) {
    const moves = part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1;
    if (!moves || !/auto|scroll/.test(getComputedStyle(part).overflowX)) {
      if (part.dataset.reached) for (const name of ['tabindex', 'role', 'aria-label']) part.removeAttribute(name);
      delete part.dataset.reached;
      continue;
    }
    const cell = part.closest('.cell')?.id.replace('cell-', '');
    const kind = part.matches('.output') ? 'Output' : part.matches('pre') ? 'Code' : part.matches('.wide') ? 'Table' : 'Formula';
    part.dataset.reached = 'yes';
    part.tabIndex = 0;
    part.setAttribute('role', 'group');
    part.setAttribute('aria-label', cell ? `${kind} of cell ${cell}` : kind);
  }
}
reach();
window.addEventListener('resize', reach);
document.fonts.ready.then(reach);
