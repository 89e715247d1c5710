// In the head of every page, before anything is painted: the colours that the reader chose here, if any.
(function () {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const chosen = localStorage.getItem('metanotebooks-theme');
    if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
  } catch {
    // A browser may refuse to remember anything for a page that is a file.
  }
})();
