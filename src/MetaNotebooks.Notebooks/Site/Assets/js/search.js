// Search over all pages, in an index that is a script: a page that is a file may load nothing else.
for (const place of all('.search')) {
  const input = place.querySelector('input');
  const panel = place.querySelector('.found');
  const most = 12;

  const load = once(() => new Promise(resolve => {
    const script = made('script', { src: 'assets/search-index.js' });
    script.onload = script.onerror = () => resolve(prepared(window.metaNotebooksIndex ?? []));
    document.head.append(script);
  }));

  async function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return close();
    const found = matching(await load(), words);
    const list = made('ol', {}, ...found.slice(0, most).map(one => made('li', {}, result(one, words))));
    const count = found.length === 0 ? 'Nothing found' : found.length === 1 ? '1 result' : `${found.length} results`;
    panel.replaceChildren(...(found.length === 0 ? [made('p', {}, count)] : [list]));
    panel.hidden = false;
    say(count);
  }

  const links = () => all('a', panel);
  const close = () => { panel.hidden = true; panel.replaceChildren(); };

  input.addEventListener('focus', load);
  input.addEventListener('input', search);
  place.addEventListener('keydown', event => {
    const at = links().indexOf(document.activeElement);
    if (event.key === 'Escape') {
      if (at < 0) input.value = '';
      close();
      input.focus();
    } else if (event.key === 'ArrowDown') (links()[at + 1] ?? input).focus();
    else if (event.key === 'ArrowUp') (at < 0 ? links().at(-1) : links()[at - 1] ?? input)?.focus();
    else if (event.key === 'Enter' && at < 0) links()[0]?.click();
    else return;
    event.preventDefault();
    if (event.key === 'Enter') close();
  });
  panel.addEventListener('click', event => event.target.closest('a') && setTimeout(close));
  document.addEventListener('click', event => place.contains(event.target) || close());
  place.addEventListener('focusout', event => event.relatedTarget && !place.contains(event.relatedTarget) && close());
  document.addEventListener('keydown', event => {
    const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

function once(make) {
  let kept;
  return () => (kept ??= make());
}

// Everything in small letters once, and not at every key.
function prepared(pages) {
  return pages.flatMap(([file, title, sections]) =>
    sections.map(([anchor, heading, text]) => ({
      file, title, anchor, heading, text, small: [title, heading, text].map(one => one.toLowerCase()),
    })));
}

// All words must stand in a section; those whose headings hold them come first. A reader who does not ask for a type
// by its whole name more likely looks for what the notebooks say.
function matching(sections, words) {
  const worth = ({ file, small: [title, heading, text] }) => {
    let sum = 0;
    for (const word of words) {
      const part = heading === word ? 100 : heading.startsWith(word) ? 40 : heading.includes(word) ? 25
        : title.includes(word) ? 6 : 0;
      const times = part > 0 ? 1 : Math.min(4, text.split(word).length - 1);
      if (part === 0 && times === 0) return 0;
      sum += part + times;
    }
    return file.startsWith('api.') ? 0.6 * sum : sum;
  };
  return sections.map(section => ({ ...section, worth: worth(section) }))
    .filter(section => section.worth > 0).sort((a, b) => b.worth - a.worth);
}

function result({ file, title, anchor, heading, text }, words) {
  const href = file + (anchor ? '#' + encodeURIComponent(anchor) : '');
  const small = text.toLowerCase();
  const first = Math.max(0, Math.min(...words.map(word => small.indexOf(word)).filter(at => at >= 0), text.length));
  const from = first < 60 || first === text.length ? 0 : text.indexOf(' ', first - 50) + 1;
  const excerpt = (from > 0 ? '… ' : '') + text.slice(from, from + 150).replace(text.length > from + 150 ? /\s\S*$/ : '', '') + (text.length > from + 150 ? ' …' : '');
  return made('a', { href },
    made('strong', {}, ...marked(heading || title, words)),
    made('small', {}, heading && heading !== title ? title : ''),
    made('span', { className: 'excerpt' }, ...marked(excerpt, words)));
}

// The words found, marked; all of it stays text.
function marked(text, words) {
  const pattern = new RegExp(`(${words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return text.split(pattern).map((part, at) => (at % 2 ? made('mark', {}, part) : part));
}
