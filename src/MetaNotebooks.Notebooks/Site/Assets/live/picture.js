// The upper picture: the true sinusoid, the start's curve, the curve after each step, the five points.
const tallest = 6;

function fitPicture(sheet, mostSteps) {
  const { drawn, frame, path, under, toX, toY } = plane(sheet, 'fit');
  const truth = svg('path', { class: 'truth' });
  const before = svg('path', { class: 'before' });
  const trail = Array.from({ length: mostSteps - 1 }, () => svg('path', { class: 'between' }));
  const after = svg('path', { class: 'after' });
  const guide = svg('line', { class: 'guide' });
  const pull = svg('line', { class: 'pull' });
  const points = svg('g');
  drawn.append(guide, ...trail, truth, before, pull, after);
  sheet.append(points);

  function paint({ curves, truth: true_, pull: { x, from, to } }, choice) {
    truth.setAttribute('d', path(true_));
    before.setAttribute('d', path(curves[0]));
    after.setAttribute('d', path(curves.at(-1)));
    trail.forEach((one, at) => {
      const isThere = at + 1 < curves.length - 1;
      one.setAttribute('d', isThere ? path(curves[at + 1]) : '');
      one.style.opacity = isThere ? 0.15 + (0.35 * (at + 1)) / curves.length : 0;
    });
    for (const [line, y1, y2] of [[guide, toY(-tallest), toY(tallest)], [pull, toY(from), toY(to)]])
      for (const [name, value] of Object.entries({ x1: toX(x), x2: toX(x), y1, y2 })) line.setAttribute(name, value);
    choice.points.forEach(({ x, y }, at) =>
      points.children[at].setAttribute('transform', `translate(${toX(x).toFixed(1)} ${toY(y).toFixed(1)})`));
  }

  return { points, paint, under, frame: () => frame(-tallest, tallest, [-5, 0, 5], 'y') };
}

// The lower picture: the kernel of the selected point, at the start and where the steps have led. Its scale is one of a
// few, so that it stays while a point is moved a little; its line of zero stays always.
function kernelPicture(sheet) {
  const { drawn, frame, path, area, toX, toY } = plane(sheet, 'kernel');
  const guide = svg('line', { class: 'guide' });
  const fill = svg('path', { class: 'fill' });
  const before = svg('path', { class: 'kernel' });
  const after = svg('path', { class: 'kernel-after' });
  drawn.append(guide, fill, after, before);
  let scale = 0;

  function rescale(wanted) {
    scale = wanted;
    frame(-0.7 * scale, 1.1 * scale, [-scale / 2, 0, scale / 2, scale], 'K');
  }

  function paint({ kernel, kernelAfter, pull: { x } }, { steps }) {
    const most = Math.max(...kernel, ...kernel.map(one => -one / 0.65));
    const wanted = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find(one => one >= most) ?? 10000;
    if (wanted !== scale) rescale(wanted);
    fill.setAttribute('d', area(kernel));
    before.setAttribute('d', path(kernel));
    after.setAttribute('d', steps > 0 ? path(kernelAfter) : '');
    for (const [name, value] of Object.entries({ x1: toX(x), x2: toX(x), y1: 0, y2: sheet.clientHeight }))
      guide.setAttribute(name, value);
  }

  return { paint, frame: () => rescale(scale || 100) };
}
