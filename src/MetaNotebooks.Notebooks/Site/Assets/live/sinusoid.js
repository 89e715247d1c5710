// The task of a seed, y = A sin(x − φ), and five of its points: what the kit's Sinusoids draws.
function sinusoid(number) {
  const uniform = generator(seedOf(number));
  const amplitude = uniform(0.1, 5);
  const phase = uniform(0, Math.PI);
  const at = x => amplitude * Math.sin(x - phase);
  const points = Array.from({ length: 5 }, () => uniform(-5, 5)).map(x => ({ x, y: at(x) }));
  return { number, amplitude, phase, at, points };
}
