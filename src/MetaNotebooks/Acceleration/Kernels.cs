using MetaNotebooks.Acceleration;

namespace MetaNotebooks;

/// <summary>
/// Meta-gradients whose derivatives are written out, in place of automatic differentiation: several times faster, the same
/// numbers but for rounding. Which computation ran is on each <see cref="MetaGradient"/> and on the
/// <see cref="TrainingResult"/>, with the reasons why no faster one did.
/// </summary>
public static class Kernels
{
    /// <summary>The environment's switch: METANOTEBOOKS_KERNELS=off leaves all to automatic differentiation.</summary>
    public const string Variable = "METANOTEBOOKS_KERNELS";

    private static readonly bool AllowedHere = Environment.GetEnvironmentVariable(Variable) != "off";
    private static readonly AsyncLocal<bool> SwitchedOff = new();

    /// <summary>Those of learners that adapt by an inner rule; the first that can compute a meta-gradient does.</summary>
    internal static IReadOnlyList<IMetaGradientKernel> All { get; } =
    [new PerceptronKernel(), new ConvolutionKernel(), new LstmStepKernel()];

    /// <summary>Whether they are used here: they are, unless switched off.</summary>
    public static bool AreOn => AllowedHere && !SwitchedOff.Value;

    /// <summary>Leaves all to automatic differentiation, in what is called from here, until it is disposed.</summary>
    public static IDisposable Off()
    {
        var before = SwitchedOff.Value;
        SwitchedOff.Value = true;
        return new Again(before);
    }

    private sealed class Again(bool before) : IDisposable
    {
        public void Dispose() => SwitchedOff.Value = before;
    }

    /// <summary>Said in place of a kernel's own reason where they are switched off.</summary>
    internal const string AreOff = "all kernels: they are switched off";
}
