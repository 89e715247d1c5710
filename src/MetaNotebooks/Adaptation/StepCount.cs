using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>How many inner steps have been taken, for rules that do not do the same in each: "taken", a number <c>[]</c>.</summary>
internal static class StepCount
{
    // Of the parameters' type, though it counts: what a rule remembers may be differentiated.
    public static Parameters Begin(ScalarType dtype) => Parameters.Of(("taken", zeros([], dtype)));

    public static Parameters Next(Parameters state) => Parameters.Of(("taken", state["taken"] + 1));

    /// <summary>What belongs to the step to be taken, of one thing for each step; the last where there are no more.</summary>
    /// <param name="state">A state that has the count.</param>
    /// <param name="each"><c>[steps, …]</c>.</param>
    public static Tensor Of(Parameters state, Tensor each) =>
        each.index_select(
                0,
                state["taken"].detach().clamp_max(each.shape[0] - 1).to(ScalarType.Int64).unsqueeze(0)
            )
            .squeeze(0);
}
