// A button that copies, on every piece of code.
for (const code of all('pre:not(.signature):has(> code)')) {
  const words = made('span', {}, 'Copy');
  const cell = code.closest('.cell.code')?.id.replace('cell-', '');
  const button = made('button', { type: 'button' }, words);
  button.setAttribute('aria-label', cell ? `Copy the code of cell ${cell}` : 'Copy this code');
  const box = made('div', { className: 'copied' });
  code.replaceWith(box);
  box.append(code, button);
  button.addEventListener('click', async () => {
    const done = await copy(code.textContent);
    words.textContent = done ? 'Copied' : 'Ctrl+C copies';
    button.classList.add('said');
    say(done ? 'Copied' : 'The code is selected; Ctrl+C copies it');
    if (!done) window.getSelection().selectAllChildren(code);
    setTimeout(() => { words.textContent = 'Copy'; button.classList.remove('said'); }, 2500);
  });
}

// A page that is a file may have no clipboard; the old way is there everywhere.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = made('textarea', { value: text, className: 'spoken' });
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    } finally {
      field.remove();
      before?.focus();
    }
  }
}
