namespace MetaNotebooks;

/// <summary>Training met numbers that are not finite: a loss, a gradient, or parameters.</summary>
/// <param name="learner">The learner's name.</param>
/// <param name="iteration">The iteration, from 1.</param>
/// <param name="what">What was met, such as "the outer loss" or "the gradient of meta['head.weight'], shape [40, 1],".</param>
/// <param name="value">Its value: NaN or an infinity.</param>
/// <param name="kept">What is kept of the run, a sentence; empty where nothing is.</param>
public sealed class DivergenceException(
    string learner,
    int iteration,
    string what,
    double value,
    string kept = ""
)
    : ArithmeticException(
        $"{learner}: {what} of iteration {iteration} is {value}; expected finite numbers. "
            + "Lower the inner or the outer learning rate, or clip the gradient (Clipped)."
            + (kept == "" ? "" : " " + kept)
    )
{
    /// <summary>The iteration, from 1.</summary>
    public int Iteration { get; } = iteration;

    /// <summary>What was not finite.</summary>
    public string What { get; } = what;
}
