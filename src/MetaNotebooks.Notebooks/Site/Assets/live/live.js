// The page "MAML live": choices are made, the scene is computed anew, and drawn before the next picture of the screen.
const place = id => document.getElementById(id);
const starts = readStarts(place('live-starts').textContent);
const mostSteps = Number(place('live-steps').max);
const firstTask = sinusoid(Number(place('live-seed').value));
const choice = {
  start: document.querySelector('[name=live-start]:checked').value,
  alpha: Number(place('live-alpha').value),
  steps: Number(place('live-steps').value),
  task: firstTask,
  points: [...firstTask.points],
  selected: 1,
};
const fit = fitPicture(place('live-fit'), mostSteps);
const kernel = kernelPicture(place('live-kernel'));
const tell = pointHandles(fit, choice, changed);
let scene = null;
let asked = 0;
let quiet = 0;
// Milliseconds that the last picture took, and up to which there is time for more.
let cost = 0;
const spare = 8;

function changed() {
  asked ||= requestAnimationFrame(draw);
}

function draw() {
  const began = performance.now();
  asked = 0;
  scene = sceneOf(starts, choice);
  fit.paint(scene, choice);
  kernel.paint(scene, choice);
  tell();
  write();
  // On a slow machine the errors from the other starts wait for a picture with time to spare, or until all rests.
  if (cost < spare) writeOthers();
  cost = performance.now() - began;
}

function write() {
  const { name } = starts.get(choice.start);
  place('live').dataset.start = choice.start;
  const texts = {
    'live-alpha-is': choice.alpha.toFixed(4),
    'live-steps-is': choice.steps,
    'live-after': choice.steps === 1 ? 'after 1 step' : `after ${choice.steps} steps`,
    'live-loss-before': figure(scene.losses[0]),
    'live-loss-after': figure(scene.losses.at(-1)),
    'live-error-before': figure(scene.errors[0]),
    'live-error-after': figure(scene.errors.at(-1)),
    [`live-error-${choice.start}`]: figure(scene.errors.at(-1)),
    'live-point': choice.selected + 1,
    'live-fit-words': fitWords(scene, choice, name),
    'live-kernel-words': kernelWords(scene, choice),
  };
  for (const [id, text] of Object.entries(texts)) put(id, text);
  place('live-alpha').setAttribute('aria-valuetext', choice.alpha.toFixed(4));
  // Said once nothing moves any more.
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    writeOthers();
    place('live-said').textContent = texts['live-fit-words'];
  }, 900);
}

function writeOthers() {
  for (const key of starts.keys()) put(`live-error-${key}`, figure(scene.errorFrom(key)));
}

function put(id, text) {
  if (place(id).textContent !== `${text}`) place(id).textContent = text;
}

function take(task) {
  Object.assign(choice, { task, points: [...task.points] });
  place('live-seed').value = task.number;
  changed();
}

for (const radio of document.querySelectorAll('[name=live-start]'))
  radio.addEventListener('change', () => { choice.start = radio.value; changed(); });
for (const name of ['alpha', 'steps'])
  place(`live-${name}`).addEventListener('input', event => { choice[name] = Number(event.target.value); changed(); });
place('live-new').addEventListener('click', () => take(sinusoid(choice.task.number + 1)));
place('live-back').addEventListener('click', () => take(choice.task));
place('live-seed').addEventListener('change', event => {
  const number = Math.round(Number(event.target.value));
  take(sinusoid(Number.isSafeInteger(number) && number > 0 ? number : 1));
});

// The controls show what was set.
tries(({ start, alpha, steps, seed, xs }) => {
  take(sinusoid(seed));
  if (xs) choice.points = xs.map(x => ({ x, y: choice.task.at(x) }));
  document.querySelector(`[value=${start}]`).checked = true;
  Object.assign(choice, { start, alpha, steps });
  place('live-alpha').value = alpha;
  place('live-steps').value = steps;
});

function resize() {
  fit.frame();
  kernel.frame();
  changed();
}
new ResizeObserver(resize).observe(place('live'));
resize();

// For the browser's console, and for tests.
window.mamlLive = { choice, grid, scene: () => scene, cost: () => cost, starts, sceneOf };
