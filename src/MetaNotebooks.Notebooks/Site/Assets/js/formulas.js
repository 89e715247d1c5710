// Draws the formulas of Markdown cells.
if (window.katex)
  for (const element of all('.math'))
    window.katex.render(element.textContent, element, {
      displayMode: element.classList.contains('display'),
      throwOnError: false,
      trust: false,
    });
