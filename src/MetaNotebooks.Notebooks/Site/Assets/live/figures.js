// How numbers are written in the page.
function figure(number) {
  if (!Number.isFinite(number)) return 'beyond all numbers';
  const size = Math.abs(number);
  const text = size >= 1e5 ? size.toExponential(1).replace('e+', ' · 10^')
    : size.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  return (number < 0 && Number(text) !== 0 ? '−' : '') + text;
}

const coordinate = number => (number < -0.05 ? '−' : '') + Math.abs(number).toFixed(1);
