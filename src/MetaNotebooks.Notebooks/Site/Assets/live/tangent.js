// The tangent kernel at θ: K(x, x′) = ∇f(x) · ∇f(x′), by how much an error at x′ moves the prediction at x.
function tangentKernel(net, theta, xs, other) {
  net.value(theta, other);
  net.back(theta);
  const theirs = net.parts();
  return xs.map(x => {
    net.value(theta, x);
    net.back(theta);
    return net.timesGradient(theirs);
  });
}
