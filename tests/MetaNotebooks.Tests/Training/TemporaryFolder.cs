namespace MetaNotebooks.Tests;

/// <summary>A folder of a test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("metanotebooks-").FullName;

    public string this[string name] => Path.Combine(folder, name);

    public IEnumerable<string> Names => Directory.GetFiles(folder).Select(path => Path.GetFileName(path));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
