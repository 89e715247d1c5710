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
  // Where they stand in a list of all of them.
  const begins = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
  const units = sizes.reduce((sum, size) => sum + size, 0);

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

  // Walks back from f to every layer: the chain rule. Gives f, and what ∇f is made of: all values, all slopes.
  function gradient(theta, x) {
    const y = value(theta, x);
    slopes[layers.length][0] = 1;
    for (let at = layers.length - 1; at > 0; at--) {
      const { ins, outs, weights } = layers[at];
      const [passed, from, to] = [values[at], slopes[at + 1], slopes[at]];
      for (let i = 0; i < ins; i++) {
        const row = weights + i * outs;
        let sum = 0;
        if (passed[i] > 0) for (let j = 0; j < outs; j++) sum += theta[row + j] * from[j];
        to[i] = sum;
      }
    }
    const parts = new Float64Array(2 * units);
    sizes.forEach((_, at) => { parts.set(values[at], begins[at]); parts.set(slopes[at], units + begins[at]); });
    return { y, parts };
  }

  // Adds factor · ∇f to a list of numbers: a weight's slope is what goes in times the slope by what comes out.
  function add(factor, { parts }, into) {
    layers.forEach(({ ins, outs, weights, biases }, at) => {
      const [from, by] = [begins[at], units + begins[at + 1]];
      for (let j = 0; j < outs; j++) into[biases + j] += factor * parts[by + j];
      for (let i = 0; i < ins; i++) {
        const part = factor * parts[from + i];
        if (part === 0) continue;
        const row = weights + i * outs;
        for (let j = 0; j < outs; j++) into[row + j] += part * parts[by + j];
      }
    });
  }

  // ∇f · ∇f of two places. Since a weight's slope is a product of two numbers, a layer's share is one too: of how alike
  // what goes in is, with 1 for the biases, and how alike the slopes by what comes out are.
  function product({ parts: one }, { parts: other }) {
    const dot = (from, count) => {
      let sum = 0;
      for (let at = from; at < from + count; at++) sum += one[at] * other[at];
      return sum;
    };
    let sum = 0;
    for (let at = 0; at < layers.length; at++)
      sum += (1 + dot(begins[at], sizes[at])) * dot(units + begins[at + 1], sizes[at + 1]);
    return sum;
  }

  return { count, value, gradient, add, product };
}
