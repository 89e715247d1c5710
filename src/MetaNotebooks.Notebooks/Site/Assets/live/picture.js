// The upper picture: the true sinusoid, the start's curve, the curve after each step, the five points.
const tallest = 6;

function fitPicture(sheet, mostSteps) {
  const { drawn, frame, path, upright, under, toX, toY } = plane(sheet, 'fit');
  const truth = svg('path', { class: 'truth' });
  const before = svg('path', { class: 'before' });
  const trail = Array.from({ length: mostSteps - 1 }, () => svg('path', { class: 'between' }));
  const after = svg('path', { class: 'after' });
  const guide = svg('line', { class: 'guide' });
  const pull = svg('line', { class: 'pull' });
  const points = svg('g');
  drawn.append(guide, ...trail, truth, before, pull, after);
  sheet.append(points);

  function paint(scene, choice) {
    const { x, from, to } = scene.pull;
    for (const [line, curve] of [[truth, scene.truth], [before, scene.before], [after, scene.after]])
      line.setAttribute('d', path(curve));
    trail.forEach((one, at) => {
      const curve = scene.between[at];
      one.setAttribute('d', curve ? path(curve) : '');
      one.style.opacity = 0.2 + (0.4 * (at + 1)) / (scene.between.length + 1);
    });
    upright(guide, x, -tallest, tallest);
    upright(pull, x, from, to);
    choice.points.forEach(({ x, y }, at) =>
      points.children[at].setAttribute('transform', `translate(${toX(x).toFixed(1)} ${toY(y).toFixed(1)})`));
  }

  return { points, paint, under, frame: () => frame(-tallest, tallest, [-5, 0, 5], 'y') };
}

// The lower picture: the kernel of the selected point, at the start and where the steps have led. Its scale is one of a
// few, so that it stays while a point is moved a little; its line of zero stays always.
const scales = [1, 10, 100, 1000, 10000].flatMap(ten => [2, 3, 4, 5, 6, 8, 10].map(one => one * ten));

function kernelPicture(sheet) {
  const { drawn, frame, path, area, upright } = plane(sheet, 'kernel');
  const guide = svg('line', { class: 'guide' });
  const fill = svg('path', { class: 'fill' });
  const before = svg('path', { class: 'kernel' });
  const after = svg('path', { class: 'kernel-after' });
  drawn.append(guide, fill, after, before);
  let scale = 0;

  function rescale(wanted) {
    scale = wanted;
    frame(-0.75 * scale, 1.08 * scale, [-scale / 2, 0, scale / 2, scale], 'K');
  }

  function paint({ kernel, kernelAfter, pull: { x } }, { steps }) {
    const most = Math.max(...kernel, ...kernel.map(one => -one / 0.72));
    if (most > scale || most < 0.4 * scale) rescale(scales.find(one => one >= most) ?? scales.at(-1));
    fill.setAttribute('d', area(kernel));
    before.setAttribute('d', path(kernel));
    after.setAttribute('d', steps > 0 ? path(kernelAfter) : '');
    upright(guide, x, -scale, 2 * scale);
  }

  return { paint, frame: () => rescale(scale || 100) };
}
