using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// A meta-gradient in parts: the tasks of a batch in the same few shards whoever computes them, whose gradients are summed
/// in their order. So the number of workers changes no bit.
/// </summary>
internal sealed class Shards(WorkerGroup group, int count)
{
    /// <summary>Whether a worker is to stop after this iteration; then all do.</summary>
    public bool Stopping { get; private set; }

    /// <summary>The meta-gradient of a batch, of which this worker computes its shards.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="meta">Its meta-parameters.</param>
    /// <param name="tasks">The batch, the same for every worker.</param>
    /// <param name="iteration">The iteration, which is to be the same for every worker too.</param>
    /// <param name="stop">Whether this worker is to stop.</param>
    public MetaGradient MetaGradient(
        ILearner learner,
        Parameters meta,
        TaskBatch tasks,
        int iteration,
        bool stop
    )
    {
        var shards = Math.Min(count, tasks.Tasks);
        int Start(int shard) => (int)((long)tasks.Tasks * shard / shards);
        int Owner(int shard) => (int)((long)group.Count * shard / shards);
        var own = new List<Shard>();
        var (by, notBy) = (default(Computation), (IReadOnlyList<string>)[]);
        for (var shard = 0; shard < shards; shard++)
            if (Owner(shard) == group.Rank)
            {
                var part = tasks.Part(Start(shard), Start(shard + 1) - Start(shard));
                var computed = learner.MetaGradient(meta, part);
                Require.Shapes(computed.Gradients, meta.Shapes, $"the gradient of {learner.Name}");
                own.Add(new(computed.Losses.detach(), FlatParameters.Join(computed.Gradients).detach()));
                (by, notBy) = (computed.By, computed.NotBy);
            }
        var all = group
            .Exchange(Message.Write(new(iteration, stop, own)))
            .Select(bytes => Message.Read(bytes))
            .ToArray();
        if (all.FirstOrDefault(message => message.Iteration != iteration) is { } other)
            throw new InvalidOperationException(
                $"A worker is at iteration {other.Iteration}, another at {iteration}; expected all to go on from the "
                    + "same checkpoint."
            );
        Stopping = all.Any(message => message.Stop);
        var parts = all.SelectMany(message => message.Shards).ToArray();
        var sum = zeros_like(parts[0].Gradient);
        foreach (var part in parts)
            sum = sum.add(part.Gradient, alpha: (double)part.Losses.shape[0] / tasks.Tasks);
        return new(Held.Cat([.. parts.Select(part => part.Losses)]), FlatParameters.Parts(sum, meta.Shapes))
        {
            By = by,
            NotBy = notBy,
        };
    }

    /// <summary>The losses and the gradient, a vector, of some of the tasks.</summary>
    private sealed record Shard(Tensor Losses, Tensor Gradient);

    /// <summary>What a worker says in an iteration.</summary>
    private sealed record Message(int Iteration, bool Stop, IReadOnlyList<Shard> Shards)
    {
        public static byte[] Write(Message message)
        {
            var bytes = new MemoryStream();
            using var writer = new BinaryWriter(bytes);
            writer.Write(message.Iteration);
            writer.Write(message.Stop);
            writer.Write(message.Shards.Count);
            foreach (
                var tensor in message.Shards.SelectMany(shard => (Tensor[])[shard.Losses, shard.Gradient])
            )
            {
                writer.Write((byte)tensor.dtype);
                writer.Write(tensor.shape[0]);
                TensorBytes.Give(tensor, writer, static (bytes, to) => to.Write(bytes));
            }
            return bytes.ToArray();
        }

        public static Message Read(byte[] bytes)
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var (iteration, stop, count) = (reader.ReadInt32(), reader.ReadBoolean(), reader.ReadInt32());
            var shards = new List<Shard>();
            for (var shard = 0; shard < count; shard++)
                shards.Add(new(ReadTensor(reader), ReadTensor(reader)));
            return new(iteration, stop, shards);
        }

        private static Tensor ReadTensor(BinaryReader reader)
        {
            var (type, length) = ((ScalarType)reader.ReadByte(), reader.ReadInt64());
            var read = empty(length, dtype: type);
            TensorBytes.Fill(read, reader.BaseStream);
            return read;
        }
    }
}
