using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Saving and loading what a learner has learned.</summary>
public static class LearnerFiles
{
    /// <summary>Writes meta-parameters under their names as a safetensors file, whole or not at all.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="meta">Its meta-parameters.</param>
    /// <param name="path">The file; one of that name is replaced.</param>
    public static void Save(this ILearner learner, Parameters meta, string path) =>
        SafeTensors.Save(
            path,
            meta.Names.Zip(meta).ToDictionary(one => one.First, one => one.Second),
            new Dictionary<string, string> { ["learner"] = learner.Name }
        );

    /// <summary>Reads meta-parameters; they must be this learner's in number, shape and name.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="BadFileException">The file is broken, or another learner's.</exception>
    public static Parameters Load(this ILearner learner, string path)
    {
        using var scope = NewDisposeScope();
        var (tensors, metadata) = SafeTensors.Load(path);
        var name = metadata.GetValueOrDefault("learner", "");
        if (name != learner.Name)
            throw new BadFileException(path, "metadata", $"learner is '{name}'; expected '{learner.Name}'");
        var expected = learner.Init(0);
        if (tensors.Count != expected.Count)
            throw new BadFileException(path, "header", $"{tensors.Count} tensors; expected {expected}");
        Tensor? first = null;
        var meta = expected.Shapes.Make(
            (tensorName, shape) =>
            {
                if (!tensors.TryGetValue(tensorName, out var tensor))
                    throw new BadFileException(
                        path,
                        "header",
                        $"no tensor '{tensorName}'; expected {expected}"
                    );
                var place = $"tensor '{tensorName}'";
                if (!tensor.shape.SequenceEqual(shape))
                    throw new BadFileException(
                        path,
                        place,
                        $"shape [{string.Join(", ", tensor.shape)}]; expected [{string.Join(", ", shape)}]"
                    );
                CheckNumbers(path, place, tensor, first ??= tensor);
                return tensor;
            }
        );
        scope.MoveToOuter(meta);
        return meta;
    }

    private static void CheckNumbers(string path, string place, Tensor tensor, Tensor first)
    {
        if (tensor.dtype is not (ScalarType.Float32 or ScalarType.Float64) || tensor.dtype != first.dtype)
            throw new BadFileException(
                path,
                place,
                $"{tensor.dtype}; expected Float32 or Float64, all tensors the same"
            );
        if (!tensor.isfinite().all().item<bool>())
            throw new BadFileException(path, place, "it holds numbers that are not finite; expected none");
    }
}
