// The five points, each moved by a mouse, a finger or the arrow keys.
function pointHandles(picture, choice, changed) {
  const keep = (value, most) => Math.max(-most, Math.min(most, value));
  const handles = choice.points.map((_, at) =>
    svg('g', { class: 'point', tabindex: 0, role: 'slider', 'aria-label': `Point ${at + 1}` },
      svg('circle', { class: 'reach', r: 22 }), svg('circle', { r: 10 }), svg('text', { y: 4, 'text-anchor': 'middle' }, at + 1)));
  picture.points.append(...handles);

  function select(at) {
    choice.selected = at;
    changed();
  }

  function move(at, x, y) {
    choice.points[at] = { x: keep(x, 5), y: keep(y, tallest) };
    select(at);
  }

  handles.forEach((handle, at) => {
    // Between a pointer that holds the point and the point's middle.
    let held = null;
    handle.addEventListener('pointerdown', event => {
      if (event.button > 0) return;
      const [pointer, point] = [picture.under(event), choice.points[at]];
      held = { x: point.x - pointer.x, y: point.y - pointer.y };
      handle.setPointerCapture(event.pointerId);
      handle.focus({ preventScroll: true });
      select(at);
    });
    handle.addEventListener('pointermove', event => {
      if (!held) return;
      const pointer = picture.under(event);
      move(at, pointer.x + held.x, pointer.y + held.y);
    });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
      handle.addEventListener(end, () => (held = null));
    // A finger on a point moves it, and not the page.
    handle.addEventListener('touchstart', event => event.preventDefault(), { passive: false });
    handle.addEventListener('focus', () => choice.selected === at || select(at));
    handle.addEventListener('keydown', event => {
      const by = event.shiftKey ? 0.5 : 0.1;
      const [right, up] = { ArrowRight: [by, 0], ArrowLeft: [-by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] }[event.key] ?? [];
      if (right === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      move(at, choice.points[at].x + right, choice.points[at].y + up);
    });
  });

  // What they are, for those who hear the page, and which one is looked at.
  return () => handles.forEach((handle, at) => {
    const { x, y } = choice.points[at];
    handle.classList.toggle('selected', at === choice.selected);
    for (const [name, value] of Object.entries({
      valuemin: -tallest, valuemax: tallest, valuenow: y.toFixed(1), valuetext: `x ${coordinate(x)}, y ${coordinate(y)}`,
    })) handle.setAttribute(`aria-${name}`, value);
  });
}
