namespace MetaNotebooks.Acceleration;

/// <summary>The meta-gradient of one task after another, in the same buffers.</summary>
internal unsafe interface IConvolutionAdaptation : IDisposable
{
    /// <summary>The query loss of a task and its gradients.</summary>
    /// <param name="task">Which of the batch's tasks.</param>
    /// <param name="byTheta">By θ, <c>[P]</c>; it is λ on the way.</param>
    /// <param name="byRho">By ρ, a rate for each parameter.</param>
    float Run(int task, Floats* byTheta, Floats* byRho);
}
