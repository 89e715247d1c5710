// A plane that is drawn on: an SVG with a frame, grid lines and numbers along its edges, and curves that are cut off
// where the frame ends.
function svg(tag, given = {}, ...inside) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

function plane(sheet, name) {
  const edge = { left: 44, right: 14, top: 10, bottom: 26 };
  const size = { width: 0, height: 0 };
  const range = { low: -1, high: 1 };
  const opening = svg('rect');
  const clip = svg('clipPath', { id: `${name}-frame` }, opening);
  const lines = svg('g', { class: 'lines' });
  const drawn = svg('g', { 'clip-path': `url(#${name}-frame)` });
  sheet.append(svg('defs', {}, clip), lines, drawn);

  const toX = x => edge.left + ((x + 5) / 10) * (size.width - edge.left - edge.right);
  const toY = y => edge.top + ((range.high - y) / (range.high - range.low)) * (size.height - edge.top - edge.bottom);

  // Takes the size that the page gives it, and draws lines where the numbers are.
  function frame(low, high, marks, label) {
    Object.assign(size, { width: sheet.clientWidth, height: sheet.clientHeight });
    Object.assign(range, { low, high });
    sheet.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    const [left, right, top, bottom] = [toX(-5), toX(5), toY(high), toY(low)];
    for (const [key, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top }))
      opening.setAttribute(key, Math.max(0, value));
    lines.replaceChildren(
      ...[-4, -2, 0, 2, 4].flatMap(x => [
        svg('line', { x1: toX(x), x2: toX(x), y1: top, y2: bottom }),
        svg('text', { x: toX(x), y: bottom + 17, 'text-anchor': 'middle' }, coordinate(x).replace('.0', '')),
      ]),
      ...marks.flatMap(y => [
        svg('line', { x1: left, x2: right, y1: toY(y), y2: toY(y), class: y === 0 ? 'zero' : '' }),
        svg('text', { x: left - 7, y: toY(y) + 4, 'text-anchor': 'end' }, `${y < 0 ? '−' : ''}${Math.abs(y)}`),
      ]),
      svg('text', { x: right, y: bottom + 17, 'text-anchor': 'end', class: 'axis' }, 'x'),
      svg('text', { x: left + 6, y: top + 13, class: 'axis' }, label),
    );
  }

  // A curve from end to end; it is interrupted where there is no number, and may leave the frame by far.
  const tenth = number => Math.round(10 * number) / 10;
  function path(curve) {
    let text = '';
    let isDown = false;
    curve.forEach((y, at) => {
      if (Number.isNaN(y)) return (isDown = false);
      const x = -5 + (10 * at) / (curve.length - 1);
      text += `${isDown ? 'L' : 'M'}${tenth(toX(x))} ${tenth(Math.max(-1e4, Math.min(1e4, toY(y))))}`;
      isDown = true;
    });
    return text;
  }

  // The same, closed along the line of zero.
  const area = curve => `${path(curve)}L${toX(5)} ${toY(0)}L${toX(-5)} ${toY(0)}Z`;

  // From where the pointer is to what that is in the plane.
  function under({ clientX, clientY }) {
    const box = sheet.getBoundingClientRect();
    const [x, y] = [clientX - box.left - edge.left, clientY - box.top - edge.top];
    return {
      x: -5 + (10 * x) / (size.width - edge.left - edge.right),
      y: range.high - ((range.high - range.low) * y) / (size.height - edge.top - edge.bottom),
    };
  }

  // A line straight up at x, from one y to another.
  function upright(line, x, y1, y2) {
    for (const [name, value] of Object.entries({ x1: toX(x), x2: toX(x), y1: toY(y1), y2: toY(y2) })) line.setAttribute(name, value);
  }

  return { drawn, frame, path, area, upright, under, toX, toY };
}
