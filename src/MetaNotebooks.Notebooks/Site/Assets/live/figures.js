// How numbers are written in the page: three digits, and a power of ten for what has run away.
function figure(number) {
  if (!Number.isFinite(number)) return '∞';
  const size = Math.abs(number);
  if (size >= 1e5) return `10${`${Math.round(Math.log10(size))}`.replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit])}`;
  const text = size.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  return (number < 0 && Number(text) !== 0 ? '−' : '') + text;
}

const coordinate = number => (number < -0.05 ? '−' : '') + Math.abs(number).toFixed(1);
