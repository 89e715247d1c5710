namespace MetaNotebooks.Notebooks.Workers;

/// <summary>The rounds of a group of workers: each gives a part, and then each has all parts.</summary>
/// <param name="workers">How many there are.</param>
internal sealed class Rounds(int workers)
{
    private readonly Lock _lock = new();
    private byte[]?[] _parts = new byte[workers][];
    private TaskCompletionSource<byte[][]> _round = New();
    private string? _loss;

    /// <summary>Gives a worker's part of this round; all parts, in the order of the workers, once they are there.</summary>
    /// <exception cref="LostWorkersException">A worker has gone.</exception>
    public Task<byte[][]> Give(int rank, byte[] part)
    {
        lock (_lock)
        {
            if (_loss is not null)
                throw new LostWorkersException(_loss);
            _parts[rank] = part;
            var round = _round;
            if (_parts.All(one => one is not null))
            {
                var whole = _parts;
                (_parts, _round) = (new byte[workers][], New());
                round.SetResult(whole!);
            }
            return round.Task;
        }
    }

    /// <summary>Says that a worker has gone, with a sentence; whoever waits for it, or will, is told.</summary>
    public void Lose(string loss)
    {
        lock (_lock)
        {
            _loss ??= loss;
            _round.TrySetException(new LostWorkersException(_loss));
        }
    }

    private static TaskCompletionSource<byte[][]> New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A worker has gone.</summary>
internal sealed class LostWorkersException(string message) : Exception(message);
