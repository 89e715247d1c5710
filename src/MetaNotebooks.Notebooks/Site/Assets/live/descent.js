// Gradient descent on the mean squared error of a few points.
function meanSquaredError(net, theta, points) {
  let sum = 0;
  for (const { x, y } of points) sum += (net.value(theta, x) - y) ** 2;
  return sum / points.length;
}

// One inner step: θ − α ∇L(θ), where ∇L = 2/n Σ (f(x) − y) ∇f(x).
function innerStep(net, theta, points, alpha) {
  const moved = theta.slice();
  for (const { x, y } of points) {
    const at = net.gradient(theta, x);
    net.add(((-2 * alpha) / points.length) * (at.y - y), at, moved);
  }
  return moved;
}

// θ before the first step and after each.
function adapted(net, start, points, alpha, steps) {
  const path = [start];
  while (path.length <= steps) path.push(innerStep(net, path.at(-1), points, alpha));
  return path;
}
