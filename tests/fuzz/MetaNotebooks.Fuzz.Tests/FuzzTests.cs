using System.Globalization;

namespace MetaNotebooks.Fuzz;

/// <summary>
/// Every reader of files against broken ones: read, or refused by its own error that names the file; no other exception,
/// no hang, no memory that the file does not deserve. tests/fuzz/run does the same with more files.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static int Files =>
        int.TryParse(
            Environment.GetEnvironmentVariable("FUZZ_FILES"),
            CultureInfo.InvariantCulture,
            out var files
        )
            ? files
            : 200;

    private static readonly Dictionary<string, FileReader> Members = DataReaders
        .All.Concat([OtherReaders.NotebookFile, OtherReaders.Arguments])
        .ToDictionary(reader => reader.Name);

    public static TheoryData<string> Readers => [.. Members.Keys];

    [Theory]
    [MemberData(nameof(Readers))]
    public void BrokenFilesAreReadOrRefused(string name)
    {
        using var scope = NewDisposeScope();
        var run = new FuzzRun(Members[name], Files);
        output.WriteLine(run.Run());
        Assert.True(run.Faults.Count == 0, string.Join("\n\n", run.Faults));
    }
}
