// Draws the diagrams of Markdown cells; the page's style gives them its colours.
if (window.mermaid) {
  window.mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'neutral',
    fontFamily: getComputedStyle(document.body).fontFamily,
  });
  // A diagram from left to right would be too small on a phone; there it goes down.
  if (phone.matches)
    for (const diagram of all('.mermaid'))
      diagram.textContent = diagram.textContent.replace(/^(\s*(?:flowchart|graph)\s+)LR\b/, '$1TB');
  window.mermaid.run({ querySelector: '.mermaid' }).then(() => {
    for (const drawing of all('.mermaid svg')) {
      drawing.style.minWidth = 0.65 * drawing.viewBox.baseVal.width + 'px';
      drawing.setAttribute('aria-label', 'Diagram');
    }
    reach();
  });
}
