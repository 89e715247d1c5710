// What is seen, in two sentences.
function fitWords({ losses, errors }, { alpha, steps }, name) {
  const [loss, lossAfter, error, errorAfter] = [losses[0], losses.at(-1), errors[0], errors.at(-1)].map(figure);
  if (steps === 0 || alpha === 0)
    return `Before any step, ${name}’s curve is off the five points by ${loss} (mean squared error) and off the true sinusoid by ${error}.`;
  const count = steps === 1 ? 'One step' : `${steps} steps`;
  const how = !(losses.at(-1) < losses[0]) ? ': too long a step, it runs away' : '';
  return `${count} of α = ${alpha.toFixed(4)} ${steps === 1 ? 'takes' : 'take'} the error on the five points from ${loss} to ${lossAfter}${how}. `
    + `The true sinusoid, of which the network sees only these points, is missed by ${error} before and by ${errorAfter} after.`;
}

// By the kernel, a step moves the prediction at x by 2α/n · K(x, x′) for each 1 of error at x′. Half a period away a
// sinusoid goes the other way.
function kernelWords({ kernel, pull: { x } }, { alpha, selected, points }) {
  const away = x > 0 ? x - Math.PI : x + Math.PI;
  const moved = where => ((2 * alpha) / points.length) * kernel[Math.round((where + 5) * 20)];
  const half = moved(away);
  return `If the start’s curve is too low by 1 at point ${selected + 1}, the kernel lifts it there by ${figure(moved(x))} in the first step, `
    + `and ${half < 0 ? 'lowers' : 'lifts'} it by ${figure(Math.abs(half))} half a period away, at x = ${coordinate(away)}.`;
}
