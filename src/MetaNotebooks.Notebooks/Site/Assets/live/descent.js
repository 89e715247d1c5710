// Gradient descent on the mean squared error of a few points.
function meanSquaredError(net, theta, points) {
  let sum = 0;
  for (const { x, y } of points) sum += (net.value(theta, x) - y) ** 2;
  return sum / points.length;
}

// One inner step: θ − α ∇L(θ), where ∇L = 2/n Σ (f(x) − y) ∇f(x).
function innerStep(net, theta, points, alpha) {
  const gradient = new Float64Array(net.count);
  for (const { x, y } of points) {
    const error = net.value(theta, x) - y;
    net.back(theta);
    net.addGradient((2 / points.length) * error, gradient);
  }
  return theta.map((number, at) => number - alpha * gradient[at]);
}

// θ before the first step and after each.
function adapted(net, start, points, alpha, steps) {
  const path = [start];
  while (path.length <= steps) path.push(innerStep(net, path.at(-1), points, alpha));
  return path;
}
