using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Tensors as one vector <c>[P]</c>, and back.</summary>
internal static class FlatParameters
{
    public static Tensor Join(IEnumerable<Tensor> parts)
    {
        Tensor[] rows = [.. parts.Select(part => part.reshape(-1))];
        // A learner may learn nothing.
        return rows.Length == 0 ? zeros(0) : Held.Cat(rows);
    }

    /// <summary>What an optimiser keeps from one step to the next.</summary>
    public static Tensor[] Kept(Tensor parameters, IReadOnlyList<Tensor> state) => [parameters, .. state];

    /// <summary>Views of the vector in the given shapes, each a leaf that a gradient can be taken of.</summary>
    public static Parameters Leaves(Tensor vector, ParameterShapes shapes) =>
        Parts(vector, shapes).Map(part => part.requires_grad_());

    /// <summary>Views of the vector in the given shapes, without history.</summary>
    public static Parameters Parts(Tensor vector, ParameterShapes shapes)
    {
        var plain = vector.detach();
        var start = 0L;
        return shapes.Make(
            (_, shape) =>
            {
                var length = shape.Aggregate(1L, (n, d) => n * d);
                start += length;
                return plain.narrow(0, start - length, length).view(shape);
            }
        );
    }
}
