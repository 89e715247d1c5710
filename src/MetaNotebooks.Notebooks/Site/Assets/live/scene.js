// What follows from the reader's choices: the curves, the kernel, the errors.
const grid = Array.from({ length: 201 }, (_, at) => -5 + at / 20);
const every = by => grid.filter((_, at) => at % by === 0);
const [judged, coarse] = [every(2), every(4)];

function sceneOf(starts, { start, alpha, steps, task, points, selected }) {
  const { net, theta, still } = starts.get(start);
  const path = adapted(net, theta, points, alpha, steps);
  const last = path.at(-1);
  const curve = still.map(({ y }) => y);
  const curveAfter = grid.map(x => net.value(last, x));
  const { x } = points[selected];
  return {
    truth: grid.map(task.at),
    before: curve,
    between: path.slice(1, -1).map(one => coarse.map(x => net.value(one, x))),
    after: curveAfter,
    losses: [theta, last].map(one => meanSquaredError(net, one, points)),
    errors: [curve, curveAfter].map(one => errorOf(task, at => one[2 * at])),
    kernel: tangentKernel(net, still, net.gradient(theta, x)),
    kernelAfter: tangentKernel(net, gradients(net, last, judged), net.gradient(last, x)),
    // The way the selected point pulls at the start's own curve.
    pull: { x, from: net.value(theta, x), to: points[selected].y },
    // What the same steps on the same points make of another start.
    errorFrom(other) {
      if (other === start) return this.errors[1];
      const { net, theta } = starts.get(other);
      const last = adapted(net, theta, points, alpha, steps).at(-1);
      return errorOf(task, at => net.value(last, judged[at]));
    },
  };
}

// The mean squared error against the true sinusoid, of what a curve is at each of the places judged.
const errorOf = (task, y) => judged.reduce((sum, x, at) => sum + (y(at) - task.at(x)) ** 2, 0) / judged.length;
