// Draws what Markdown cells and stored charts hold, with the libraries the page loaded, fits it to the width of
// the page, and opens the contents on a wide screen.
(function () {
  'use strict';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const phone = window.matchMedia('(max-width: 760px)');

  // A text broken into lines of at most so many characters, where words end.
  function broken(text, most) {
    const lines = [''];
    for (const word of text.replace(/<br>/g, ' ').split(' ')) {
      const line = lines.pop();
      if (line && line.length + 1 + word.length > most) lines.push(line, word);
      else lines.push(line ? line + ' ' + word : word);
    }
    return lines;
  }

  // Charts are made for any page; here the width is known. Titles are broken only where they must be, and on a
  // phone a chart grows by what its titles and its legend would take from the plot.
  async function fit(place) {
    await relaid(place);
    place.dataset.fitted = 'yes';
  }

  async function relaid(place) {
    const Plotly = window.Plotly;
    const { layout } = place;
    const made = (place.made ??= structuredClone({
      height: layout.height, margin: layout.margin, title: layout.title?.text,
      axes: Object.keys(layout).filter(key => /^[xy]axis/.test(key) && layout[key].title?.text)
        .map(key => ({ key, text: layout[key].title.text, size: layout[key].title.font?.size ?? null })),
    }));
    if (!made.height || !made.margin) return;
    const narrow = phone.matches;
    const change = { height: made.height, 'margin.t': made.margin.t };
    if (made.title) {
      const lines = broken(made.title, Math.floor(place.clientWidth / 9));
      change['title.text'] = lines.join('<br>');
      change['margin.t'] += 24 * (lines.length - made.title.split('<br>').length);
    }
    for (const { key, text, size } of made.axes) {
      const axis = place._fullLayout[key];
      const length = narrow ? (key[0] === 'x' ? axis._length : Math.max(axis._length, 220)) : Infinity;
      change[key + '.title.text'] = broken(text, Math.max(12, Math.floor(length / 7.5))).join('<br>');
      change[key + '.title.font.size'] = narrow ? 14 : size;
    }
    // Names of groups along an axis are broken too; they would take the room of the plot.
    if (narrow)
      for (const [key, axis] of Object.entries(place._fullLayout)) {
        if (!/^[xy]axis/.test(key) || axis.type !== 'category' || !axis._categories.some(name => `${name}`.length > 20)) continue;
        change[key + '.tickvals'] = axis._categories.map((_, i) => i);
        change[key + '.ticktext'] = axis._categories.map(name => broken(`${name}`, 14).join('<br>'));
      }
    if (layout.sliders) {
      change['sliders[0].pad.t'] = 70;
      change.height += 24;
    }
    await Plotly.relayout(place, change);
    const { legend, _size } = place._fullLayout;
    const isAbove = legend?.y > 1 && legend.yref === 'paper';
    const titles = (change['title.text'] ?? '').split('<br>').length;
    const top = isAbove ? Math.max(change['margin.t'], 22 + 24 * titles + legend._height) : change['margin.t'];
    const missing = top - change['margin.t'] + (narrow ? Math.max(0, 240 - _size.h) : 0);
    if (missing > 0) await Plotly.relayout(place, { height: change.height + missing, 'margin.t': top });
  }

  if (window.katex) {
    for (const element of all('.math')) {
      window.katex.render(element.textContent, element, {
        displayMode: element.classList.contains('display'),
        throwOnError: false,
        trust: false,
      });
    }
  }

  if (window.Plotly) {
    for (const place of all('.figure')) {
      const { data, layout, config } = JSON.parse(place.querySelector('script').textContent);
      place.textContent = '';
      window.Plotly.newPlot(place, data, layout, config);
    }
    const fitAll = () => all('.js-plotly-plot').forEach(fit);
    fitAll();
    phone.addEventListener('change', fitAll);
  }

  // A phone shows the cells of a wordy table below each other. Short cells do not break; in a table of many columns
  // only on a phone, where it must be moved anyway.
  for (const table of all('.text table, .output.html table')) {
    const cells = all('tbody td, tbody th', table);
    const columns = table.rows[0]?.cells.length ?? 0;
    if (columns > 1 && cells.some(cell => cell.textContent.length > 60)) {
      table.classList.add('wordy');
      for (const cell of cells) cell.dataset.column = table.rows[0].cells[cell.cellIndex]?.textContent ?? '';
    } else for (const cell of cells)
      if (cell.textContent.length < 20) cell.classList.add(columns < 6 ? 'short' : 'short-on-phone');
  }

  if (window.mermaid) {
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    window.mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: dark ? 'dark' : 'neutral',
      fontFamily: getComputedStyle(document.body).fontFamily,
    });
    // A diagram from left to right would be too small on a phone; there it goes down.
    if (phone.matches)
      for (const diagram of all('.mermaid'))
        diagram.textContent = diagram.textContent.replace(/^(\s*(?:flowchart|graph)\s+)LR\b/, '$1TB');
    window.mermaid.run({ querySelector: '.mermaid' }).then(() => {
      for (const drawing of all('.mermaid svg')) {
        const least = 0.65 * drawing.viewBox.baseVal.width;
        drawing.style.minWidth = least + 'px';
      }
    });
  }

  const contents = document.querySelector('.toc details');
  if (contents) {
    const wide = window.matchMedia('(min-width: 1180px)');
    const follow = () => (contents.open = wide.matches);
    follow();
    wide.addEventListener('change', follow);
  }
})();
