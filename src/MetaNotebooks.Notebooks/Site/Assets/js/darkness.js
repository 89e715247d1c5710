// Charts are made for white paper. Here is what one looks like on the page's dark one: paper, letters and lines are
// the page's, and a colour that would drown in the dark is lightened until it does not, its hue kept.
const canvas = made('canvas').getContext('2d');

// A colour as red, green, blue (0 to 1) and opacity, or null for what is none.
function parsed(text) {
  canvas.fillStyle = '#010203';
  canvas.fillStyle = text;
  const plain = canvas.fillStyle;
  if (plain === '#010203') return null;
  if (plain[0] === '#') return [1, 3, 5].map(at => parseInt(plain.slice(at, at + 2), 16) / 255).concat(1);
  const [red, green, blue, opacity] = plain.match(/[\d.]+/g).map(Number);
  return [red / 255, green / 255, blue / 255, opacity];
}

const written = ([red, green, blue, opacity]) =>
  `rgba(${[red, green, blue].map(part => Math.round(part * 255)).join(', ')}, ${opacity})`;
const mixed = (one, other, part) => one.map((value, at) => value + (other[at] - value) * part);

function luminance([red, green, blue]) {
  const linear = part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const isGrey = ([red, green, blue]) => Math.max(red, green, blue) - Math.min(red, green, blue) < 0.06;

function darkened(figure) {
  const style = getComputedStyle(document.body);
  const paper = parsed(style.backgroundColor);
  const ink = parsed(style.color);

  function legible(color, least) {
    const opacity = color[3];
    // Grey is turned round: what stood out most on white is what stands out most here.
    if (isGrey(color)) color = mixed(ink, paper, Math.min(1, luminance(color) ** 0.6));
    const white = [1, 1, 1, 1];
    for (let step = 0; step < 20 && contrast(color, paper) < least; step++) color = mixed(color, white, 0.08);
    return written([...color.slice(0, 3), opacity]);
  }

  function recoloured(key, text, within) {
    const color = parsed(text);
    if (!color || color[3] === 0) return text;
    if (/^(paper_|plot_)?bgcolor$/.test(key)) return written([...(luminance(color) > 0.9 ? paper : color).slice(0, 3), color[3]]);
    if (/^(grid|zeroline)color$/.test(key)) return written(mixed(paper, ink, 0.16));
    if (luminance(color) > 0.95) return written([...(/font/.test(within) ? color : paper).slice(0, 3), color[3]]);
    return legible(color, /font/.test(within) ? 4.5 : 4);
  }

  function walk(value, key, within) {
    const isColor = /color(way)?$/.test(key);
    if (typeof value === 'string') return isColor ? recoloured(key, value, within) : value;
    if (Array.isArray(value)) return isColor || typeof value[0] === 'object' ? value.map(one => walk(one, key, within)) : value;
    if (!value || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name, key)]));
  }

  const { data, layout, ...rest } = structuredClone(figure);
  const dark = walk(layout ?? {}, '', '');
  dark.paper_bgcolor = dark.plot_bgcolor = written(paper);
  dark.font = { color: written(ink), ...dark.font };
  return { ...rest, data: walk(data ?? [], '', ''), layout: dark };
}
