// Buttons beside what there is to try, each of which sets the page up for it.
function tries(set) {
  for (const button of document.querySelectorAll('[data-try]'))
    button.addEventListener('click', () => {
      set(JSON.parse(button.dataset.try));
      document.getElementById('live').scrollIntoView();
    });
}
