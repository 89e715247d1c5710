using System.Globalization;

namespace MetaNotebooks;

/// <summary>
/// The processes that share the tasks of each meta-batch, all running the same program (<c>metanotebooks workers 4
/// PROGRAM</c>, on one machine or in a Slurm job). Give the group to <see cref="TrainingOptions.Workers"/> in each: the
/// results are the same bits in all of them, however many they are, and also where the program is run alone.
/// </summary>
public sealed class WorkerGroup
{
    /// <summary>The environment variable that holds how many workers there are.</summary>
    public const string CountVariable = "METANOTEBOOKS_WORKERS";

    /// <summary>The environment variable that holds this worker's number; Slurm's own is taken where it is missing.</summary>
    public const string RankVariable = "METANOTEBOOKS_RANK";

    /// <summary>The environment variable that holds the address at which workers exchange what they computed.</summary>
    public const string HubVariable = "METANOTEBOOKS_HUB";

    /// <summary>The environment variable that holds what only workers of this group know.</summary>
    public const string TokenVariable = "METANOTEBOOKS_TOKEN";

    private static readonly Lazy<WorkerGroup> Own = new(FromEnvironment);

    private readonly Func<byte[], IReadOnlyList<byte[]>> _exchange;

    internal WorkerGroup(int rank, int count, Func<byte[], IReadOnlyList<byte[]>> exchange) =>
        (Rank, Count, _exchange) = (rank, count, exchange);

    /// <summary>This worker's number, from 0. Number 0 writes checkpoints and reports progress.</summary>
    public int Rank { get; }

    /// <summary>How many workers there are; 1 where the program is run alone.</summary>
    public int Count { get; }

    /// <summary>The group that this process was started in; a group of one where it was started alone.</summary>
    /// <exception cref="InvalidOperationException">The environment says that it is in a group, but not which.</exception>
    public static WorkerGroup Join() => Own.Value;

    private static WorkerGroup FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(HubVariable) is not { Length: > 0 } hub)
            return new(0, 1, own => [own]);
        var count = Number(CountVariable);
        var rank = Number(
            Environment.GetEnvironmentVariable(RankVariable) is null ? "SLURM_PROCID" : RankVariable
        );
        if (count < 1 || rank < 0 || rank >= count)
            throw new InvalidOperationException(
                $"Worker {rank} of {count}; expected a number from 0 up, below {CountVariable}."
            );
        var token = Environment.GetEnvironmentVariable(TokenVariable) ?? "";
        var connection = new HubConnection(hub, token, rank);
        return new(rank, count, own => connection.Exchange(own, count));
    }

    /// <summary>Gives every worker what each has, in the order of their numbers; waits for all.</summary>
    /// <exception cref="LostWorkerException">One of them has gone.</exception>
    internal IReadOnlyList<byte[]> Exchange(byte[] own) => _exchange(own);

    private static int Number(string variable) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw new InvalidOperationException(
                $"{variable} is '{Environment.GetEnvironmentVariable(variable)}'; expected a number, as "
                    + "'metanotebooks workers' sets it."
            );
}
