namespace MetaNotebooks;

/// <summary>Training met a loss that is not a finite number.</summary>
/// <param name="learner">The learner's name.</param>
/// <param name="iteration">The iteration, from 1.</param>
/// <param name="loss">The loss met.</param>
public sealed class DivergenceException(string learner, int iteration, double loss)
    : ArithmeticException(
        $"{learner}: the outer loss of iteration {iteration} is {loss}; expected a finite number. "
            + "Lower the inner or the outer learning rate."
    )
{
    /// <summary>The iteration, from 1.</summary>
    public int Iteration { get; } = iteration;
}
