namespace MetaNotebooks.Notebooks.Tests;

/// <summary>Cells that use TorchSharp as the kit's notebooks do.</summary>
internal static class KitCells
{
    private static string References => KitRoot.At("artifacts", "references.fsx");

    /// <summary>The first cell: the kit's libraries.</summary>
    public static string Load => $"#load \"{References.Replace('\\', '/')}\"\nopen TorchSharp";

    /// <summary>Whether there is something to load.</summary>
    public static bool IsBuilt => File.Exists(References);

    /// <summary>Skips a test where there is nothing to load.</summary>
    public static void SkipUnlessBuilt() => Assert.SkipUnless(IsBuilt, "The kit is not built here.");
}
