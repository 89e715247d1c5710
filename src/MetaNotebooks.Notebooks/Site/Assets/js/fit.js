// Charts are made for any page; here the width is known. Titles are broken only where they must be, and on a
// phone a chart grows by what its titles and its legend would take from the plot.
async function fit(place) {
  await relaid(place);
  const { width, height } = place._fullLayout;
  place.style.setProperty('--wide', width);
  place.style.setProperty('--high', height);
  // So that print can scale it.
  for (const sheet of all('.main-svg', place)) sheet.setAttribute('viewBox', `0 0 ${width} ${height}`);
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
  // It was drawn while the page was read, when its place may have been narrower.
  if (place._fullLayout.width !== place.clientWidth) await Plotly.Plots.resize(place);
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
