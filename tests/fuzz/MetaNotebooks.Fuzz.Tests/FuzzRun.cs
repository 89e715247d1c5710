using System.Diagnostics;

namespace MetaNotebooks.Fuzz;

/// <summary>Reads many broken files: each must be read, or refused by the reader's own error that names the file.</summary>
/// <param name="reader">What reads.</param>
/// <param name="files">How many broken files, after the whole one.</param>
internal sealed class FuzzRun(FileReader reader, int files)
{
    private const int ShownFaults = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private const long MostAllocated = 500_000_000;

    private readonly List<string> _faults = [];
    private int _refused;
    private long _largest;
    private TimeSpan _longest;

    /// <summary>What went wrong, a line each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Reads all files; the same ones each time.</summary>
    public string Run()
    {
        var folder = Directory.CreateTempSubdirectory("fuzz-").FullName;
        var path = Path.Combine(folder, $"file{reader.Ending}");
        var clock = Stopwatch.StartNew();
        try
        {
            File.WriteAllBytes(path, reader.Whole);
            reader.Read(path);
            for (var i = 0; i < files && _faults.Count < ShownFaults; i++)
            {
                File.WriteAllBytes(path, reader.Break(new Random(i)));
                Try(path, i);
                if (Directory.GetFileSystemEntries(folder).Length != 1)
                    _faults.Add($"{reader.Name}, file {i}: something was written beside it");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return $"{reader.Name, -20} {files, 6} files, {_refused, 6} refused, {clock.Elapsed.TotalSeconds, 6:0.0} s; "
            + $"one at most {_longest.TotalMilliseconds, 5:0} ms and {_largest / 1e6, 6:0.0} MB allocated";
    }

    private void Try(string path, int file)
    {
        // A busy machine can hold up one reading; a slow reader is slow twice.
        var time = Timed(path, file);
        if (time > Limit)
            time = Timed(path, file);
        _longest = time > _longest ? time : _longest;
        if (time > Limit)
            _faults.Add($"{reader.Name}, file {file}: took {time.TotalSeconds:0.0} s");
    }

    private TimeSpan Timed(string path, int file)
    {
        var clock = Stopwatch.StartNew();
        // What the reader allocates in all, most of which is never alive at once.
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var scope = NewDisposeScope();
            reader.Read(path);
        }
        catch (Exception error)
        {
            _refused++;
            if (reader.Error(error) is not { } message)
                _faults.Add($"{reader.Name}, file {file}: {error}");
            else if (reader.NamesFile && !message.Contains(path))
                _faults.Add($"{reader.Name}, file {file}: the error names no file: {message}");
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        _largest = Math.Max(_largest, allocated);
        if (allocated > MostAllocated)
            _faults.Add($"{reader.Name}, file {file}: allocated {allocated / 1e6:0} MB");
        return clock.Elapsed;
    }
}
