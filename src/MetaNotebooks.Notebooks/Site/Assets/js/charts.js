// Draws stored charts, and gives them and those that drew themselves the page's colours and width.
if (window.Plotly) {
  const figures = new Map();
  // Without the movements that a reader has asked to be spared.
  const still = layout => (calm.matches ? { ...layout, transition: { duration: 0 } } : layout);

  const paint = (place, draw) => {
    const { data, layout, config } = isDark() ? darkened(figures.get(place)) : structuredClone(figures.get(place));
    place.dataset.dark = isDark();
    return draw(place, data, still(layout), config);
  };

  for (const place of all('.figure')) {
    figures.set(place, JSON.parse(place.querySelector('script').textContent));
    place.textContent = '';
    paint(place, window.Plotly.newPlot);
  }
  for (const place of all('.js-plotly-plot'))
    if (!figures.has(place)) {
      figures.set(place, structuredClone({ data: place.data, layout: place.layout }));
      if (isDark()) paint(place, window.Plotly.react);
    }

  for (const [place, { layout }] of figures) {
    const title = layout?.title?.text ?? layout?.title;
    if (!place.hasAttribute('role')) place.setAttribute('role', 'figure');
    place.setAttribute('aria-label', typeof title === 'string' ? title.replace(/<[^>]*>/g, ' ') : 'Chart');
    slides(place);
  }

  const fitAll = () => [...figures.keys()].forEach(fit);
  fitAll();
  phone.addEventListener('change', fitAll);
  followers.push(() => {
    for (const place of figures.keys())
      if (place.dataset.dark !== String(isDark())) {
        paint(place, window.Plotly.react);
        fit(place);
      }
  });
}

// The arrow keys move a chart's slider, which otherwise only a mouse can.
function slides(place) {
  if (!place.layout?.sliders?.length) return;
  place.tabIndex = 0;
  place.addEventListener('keydown', async event => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const { steps, active = 0 } = place.layout.sliders[0];
    const next = Math.max(0, Math.min(steps.length - 1, active + by));
    await window.Plotly[steps[next].method](place, ...structuredClone(steps[next].args));
    await window.Plotly.relayout(place, { 'sliders[0].active': next });
    say(`${steps[next].label ?? next + 1}`);
  });
}
