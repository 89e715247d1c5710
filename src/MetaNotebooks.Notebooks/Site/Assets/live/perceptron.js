// A multi-layer perceptron with rectifiers between its layers, one number in and one out: f(x; θ). Its parameters θ are
// one list: for each layer the weights, a row for each number that goes in, then the biases.
function perceptron(sizes) {
  const layers = [];
  let count = 0;
  for (let at = 1; at < sizes.length; at++) {
    const [ins, outs] = [sizes[at - 1], sizes[at]];
    layers.push({ ins, outs, weights: count, biases: count + ins * outs });
    count += (ins + 1) * outs;
  }
  // Of the last x: what goes into each layer, and the slope of f by what each layer gives before its rectifier.
  const values = sizes.map(size => new Float64Array(size));
  const slopes = sizes.map(size => new Float64Array(size));

  // f(x; θ).
  function value(theta, x) {
    values[0][0] = x;
    layers.forEach(({ ins, outs, weights, biases }, at) => {
      const [from, to] = [values[at], values[at + 1]];
      for (let j = 0; j < outs; j++) to[j] = theta[biases + j];
      for (let i = 0; i < ins; i++) {
        const given = from[i];
        if (given === 0) continue; // half of what rectifiers give
        const row = weights + i * outs;
        for (let j = 0; j < outs; j++) to[j] += given * theta[row + j];
      }
      if (at < layers.length - 1) for (let j = 0; j < outs; j++) if (to[j] < 0) to[j] = 0;
    });
    return values[layers.length][0];
  }

  // Walks back from f to every layer: the chain rule.
  function back(theta) {
    slopes[layers.length][0] = 1;
    for (let at = layers.length - 1; at > 0; at--) {
      const { ins, outs, weights } = layers[at];
      for (let i = 0; i < ins; i++) {
        let sum = 0;
        if (values[at][i] > 0)
          for (let j = 0; j < outs; j++) sum += theta[weights + i * outs + j] * slopes[at + 1][j];
        slopes[at][i] = sum;
      }
    }
  }

  // Adds factor · ∇f to a list of numbers: a weight's slope is what goes in times the slope by what comes out.
  function addGradient(factor, into) {
    layers.forEach(({ ins, outs, weights, biases }, at) => {
      const [from, by] = [values[at], slopes[at + 1]];
      for (let j = 0; j < outs; j++) into[biases + j] += factor * by[j];
      for (let i = 0; i < ins; i++) {
        const part = factor * from[i];
        if (part === 0) continue;
        const row = weights + i * outs;
        for (let j = 0; j < outs; j++) into[row + j] += part * by[j];
      }
    });
  }

  // What ∇f at the last x is made of.
  const parts = () => ({ values: values.map(one => one.slice()), slopes: slopes.map(one => one.slice()) });

  // ∇f at the last x times another. Since a weight's slope is a product of two numbers, a layer's share is one too: of
  // how alike what goes in is, with 1 for the biases, and how alike the slopes by what comes out are.
  function timesGradient(other) {
    const dot = (one, two) => {
      let sum = 0;
      for (let at = 0; at < one.length; at++) sum += one[at] * two[at];
      return sum;
    };
    let sum = 0;
    for (let at = 0; at < layers.length; at++)
      sum += (1 + dot(values[at], other.values[at])) * dot(slopes[at + 1], other.slopes[at + 1]);
    return sum;
  }

  return { count, value, back, addGradient, parts, timesGradient };
}
