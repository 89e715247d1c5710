// The starts that stand in the page: those that full runs learned, in single precision as they were kept, and the
// random one of a seed that their trainings began from. Their gradients over the grid are computed once: no point moves
// them.
function readStarts(text) {
  return new Map(JSON.parse(text).map(({ key, name, sizes, activation, numbers, seed }) => {
    if (activation !== 'relu') throw new Error(`${name}: a network of ${activation}; this page has rectifiers only`);
    const net = perceptron(sizes);
    const theta = Float64Array.from(numbers ?? randomStart(sizes, seed), Math.fround);
    return [key, { name, net, theta, still: gradients(net, theta, grid) }];
  }));
}

// Uniform in ±1/√(what goes in), layer by layer: the kit's own, of the same seed.
function randomStart(sizes, seed) {
  const uniform = generator(split(seedOf(seed), 'parameters'));
  const numbers = [];
  for (let at = 1; at < sizes.length; at++) {
    const [ins, outs] = [sizes[at - 1], sizes[at]];
    for (let i = 0; i < (ins + 1) * outs; i++) numbers.push(uniform(-1 / Math.sqrt(ins), 1 / Math.sqrt(ins)));
  }
  return numbers;
}
