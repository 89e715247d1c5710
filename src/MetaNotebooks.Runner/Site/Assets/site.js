// Draws what Markdown cells and stored charts hold, with the libraries the page loaded, and opens the contents on a wide screen.
(function () {
  'use strict';

  if (window.katex) {
    for (const element of document.querySelectorAll('.math')) {
      window.katex.render(element.textContent, element, {
        displayMode: element.classList.contains('display'),
        throwOnError: false,
        trust: false,
      });
    }
  }

  if (window.Plotly) {
    for (const place of document.querySelectorAll('.figure')) {
      const { data, layout, config } = JSON.parse(place.querySelector('script').textContent);
      place.textContent = '';
      window.Plotly.newPlot(place, data, layout, config);
    }
  }

  if (window.mermaid) {
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    window.mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: dark ? 'dark' : 'neutral',
      fontFamily: getComputedStyle(document.body).fontFamily,
    });
    window.mermaid.run({ querySelector: '.mermaid' });
  }

  const contents = document.querySelector('.toc details');
  if (contents) {
    const wide = window.matchMedia('(min-width: 1180px)');
    const follow = () => (contents.open = wide.matches);
    follow();
    wide.addEventListener('change', follow);
  }
})();
