// What the other scripts of the page share.
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const phone = window.matchMedia('(max-width: 760px)');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

function made(tag, given = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given))
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

// Says something to those who hear the page.
const voice = made('div', { className: 'spoken', role: 'status' });
document.body.append(voice);
function say(words) {
  voice.textContent = '';
  setTimeout(() => (voice.textContent = words), 50);
}

// A text broken into lines of at most so many characters, where words end.
function broken(text, most) {
  const lines = [''];
  for (const word of text.replace(/<br>/g, ' ').split(' ')) {
    const line = lines.pop();
    if (line && line.length + 1 + word.length > most) lines.push(line, word);
    else lines.push(line ? line + ' ' + word : word);
  }
  return lines;
}
