// What follows from the reader's choices: the curves, the kernel, the errors.
const grid = Array.from({ length: 201 }, (_, at) => -5 + at / 20);

function sceneOf(starts, { start, alpha, steps, task, points, selected }) {
  const { net, theta } = starts.get(start);
  const truth = grid.map(task.at);
  const path = adapted(net, theta, points, alpha, steps);
  const curves = path.map(one => grid.map(x => net.value(one, x)));
  const error = curve => curve.reduce((sum, y, at) => sum + (y - truth[at]) ** 2, 0) / curve.length;
  const at = points[selected].x;
  return {
    truth,
    curves,
    losses: path.map(one => meanSquaredError(net, one, points)),
    errors: curves.map(error),
    kernel: tangentKernel(net, theta, grid, at),
    kernelAfter: tangentKernel(net, path.at(-1), grid, at),
    // The way the selected point pulls at the start's own curve.
    pull: { x: at, from: net.value(theta, at), to: points[selected].y },
    errorFrom(other) {
      if (other === start) return error(curves.at(-1));
      const { net, theta } = starts.get(other);
      const last = adapted(net, theta, points, alpha, steps).at(-1);
      return error(grid.map(x => net.value(last, x)));
    },
  };
}
