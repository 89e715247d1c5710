// Light or dark: the system's choice, until the reader makes another here. Paper is always light.
const system = window.matchMedia('(prefers-color-scheme: dark)');
let onPaper = false;
const isDark = () => !onPaper && (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
const followers = [];

function follow() {
  for (const button of all('.theme')) button.setAttribute('aria-pressed', isDark());
  for (const follower of followers) follower();
}

function remember(theme) {
  try {
    if (theme) localStorage.setItem('metanotebooks-theme', theme);
    else localStorage.removeItem('metanotebooks-theme');
  } catch {
    // Not remembered, then.
  }
}

for (const button of all('.theme'))
  button.addEventListener('click', () => {
    const wanted = isDark() ? 'light' : 'dark';
    // What the system says too needs no remembering; the page goes on following it.
    if ((wanted === 'dark') === system.matches) delete root.dataset.theme;
    else root.dataset.theme = wanted;
    remember(root.dataset.theme);
    follow();
  });
system.addEventListener('change', follow);
follow();

window.addEventListener('beforeprint', () => { onPaper = true; follow(); });
window.addEventListener('afterprint', () => { onPaper = false; follow(); });
