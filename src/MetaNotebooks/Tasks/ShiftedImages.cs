using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Another family's episodes of square images with each image moved by a random number of pixels, support and query
/// alike: for training where writers are few. What is moved in from outside is paper (0).
/// </summary>
/// <param name="Inner">The family; its inputs are <c>[T, n, side, side]</c>.</param>
/// <param name="Most">Largest move in each direction in pixels, at least 0. Default 2.</param>
public sealed record ShiftedImages(ITaskSampler Inner, int Most = 2) : ITaskSampler
{
    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(Most, 0, nameof(Most));
        var batch = Inner.Sample(seed, tasks);
        var random = seed.Split("shifts").Generator();
        return batch.With(
            Shifted(batch.SupportX, random),
            batch.SupportY,
            Shifted(batch.QueryX, random),
            batch.QueryY
        );
    }

    // Cuts each image out of itself in a wider frame: rows first, then columns, all images at once.
    private Tensor Shifted(Tensor x, Random random)
    {
        var shape = x.shape;
        if (shape.Length != 4 || shape[2] != shape[3])
            throw new ArgumentException(
                $"Inner gives inputs [{string.Join(", ", shape)}]; expected [T, n, side, side].",
                nameof(Inner)
            );
        var (images, side) = (shape[0] * shape[1], shape[2]);
        var wide = nn.functional.pad(x.flatten(0, 1), [Most, Most, Most, Most]);
        Tensor Places() => Corners(random, images) + arange(side);
        var rows = Places().unsqueeze(2).expand(images, side, side + 2 * Most);
        var columns = Places().unsqueeze(1).expand(images, side, side);
        return wide.gather(1, rows).gather(2, columns).view(shape);
    }

    private Tensor Corners(Random random, long images)
    {
        var corners = new long[images];
        for (var i = 0; i < corners.Length; i++)
            corners[i] = random.Next(2 * Most + 1);
        return tensor(corners, [images, 1]);
    }
}
