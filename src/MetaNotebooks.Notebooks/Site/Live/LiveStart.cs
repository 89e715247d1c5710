namespace MetaNotebooks.Notebooks.Site.Live;

/// <summary>A start that the page "MAML live" offers.</summary>
/// <param name="Key">What the page's script calls it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Training">How it came about, in a few words.</param>
/// <param name="File">The file in data/results that it is kept in; null for the random start of the seed.</param>
internal sealed record LiveStart(string Key, string Name, string Training, string? File)
{
    /// <summary>The seed of all of them: their trainings began from one random start.</summary>
    public const int Seed = 1;

    /// <summary>Between the layers of their networks, which the files do not say: the default of the kit.</summary>
    public const string Activation = "relu";

    /// <summary>Those offered, in the order in which they stand.</summary>
    public static IReadOnlyList<LiveStart> All { get; } =
    [
        new("maml", "MAML", "learned for one step of α = 0.01", "05-maml-starts.csv"),
        new("reptile", "Reptile", "learned for five steps of α = 0.01", "06-reptile-starts.csv"),
        new("joint", "joint training", "learned on all tasks at once, for no step", "05-joint-starts.csv"),
        new("untrained", "untrained", "the random start of the other three", null),
    ];
}
