using System.Collections;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>The names and shapes of <see cref="Parameters"/>, such as those that a model takes.</summary>
public sealed class ParameterShapes : IReadOnlyList<long[]>
{
    private readonly ParameterNames names;
    private readonly long[][] shapes;

    internal ParameterShapes(ParameterNames names, long[][] shapes) =>
        (this.names, this.shapes) = (names, shapes);

    /// <summary>Names shapes.</summary>
    /// <param name="named">Names, none twice, and shapes.</param>
    public static ParameterShapes Of(params (string Name, long[] Shape)[] named) =>
        new(new(named.Select(one => one.Name)), [.. named.Select(one => one.Shape)]);

    /// <summary>Lists one after the other, each as a part: the "weight" of "head" becomes "head.weight".</summary>
    /// <param name="parts">Names, none twice, and lists.</param>
    public static ParameterShapes Join(params (string Name, ParameterShapes List)[] parts) =>
        new(
            new(
                parts.SelectMany(part =>
                    part.List.Names.Select(name => ParameterNames.Within(part.Name, name))
                )
            ),
            [.. parts.SelectMany(part => part.List.shapes)]
        );

    /// <summary>The names in their order.</summary>
    public IReadOnlyList<string> Names => names.All;

    /// <summary>How many shapes.</summary>
    public int Count => shapes.Length;

    /// <summary>How many numbers parameters of these shapes have.</summary>
    public long Numbers => shapes.Sum(shape => shape.Aggregate(1L, (n, d) => n * d));

    /// <summary>The shape at a place.</summary>
    /// <param name="place">From 0.</param>
    public long[] this[int place] => shapes[place];

    /// <summary>The shape of a name.</summary>
    /// <param name="name">The whole name, such as "head.weight".</param>
    /// <exception cref="ArgumentException">There is none; the error says which there are.</exception>
    public long[] this[string name] => shapes[names.Place(name)];

    /// <summary>Those whose names are asked for.</summary>
    /// <param name="wanted">Whether a name is.</param>
    public ParameterShapes Only(Func<string, bool> wanted)
    {
        int[] places = [.. Enumerable.Range(0, Count).Where(i => wanted(Names[i]))];
        return places.Length == Count
            ? this
            : new(new(places.Select(i => Names[i])), [.. places.Select(i => shapes[i])]);
    }

    /// <summary>Other shapes under the same names.</summary>
    /// <param name="function">Of each shape, the other.</param>
    public ParameterShapes Map(Func<long[], long[]> function) => new(names, [.. shapes.Select(function)]);

    /// <summary>Gives tensors these names.</summary>
    /// <param name="tensors">As many as there are names, in their order.</param>
    public Parameters Named(params IEnumerable<Tensor> tensors)
    {
        Tensor[] all = [.. tensors];
        return all.Length == Count
            ? new(names, all)
            : throw new ArgumentException(
                $"tensors are {all.Length}; expected {Count}, to be named {names.Listed}.",
                nameof(tensors)
            );
    }

    /// <summary>Tensors under these names, each made of a name and a shape.</summary>
    internal Parameters Make(Func<string, long[], Tensor> make) => new(names, [.. Names.Zip(shapes, make)]);

    internal bool AreNamedAs(Parameters others) => Names.SequenceEqual(others.Names);

    internal string Listed => names.Listed;

    /// <summary>Names and shapes.</summary>
    public override string ToString() =>
        Count == 0
            ? "nothing"
            : string.Join(", ", Names.Zip(shapes, (name, shape) => $"{name} [{string.Join(", ", shape)}]"));

    /// <inheritdoc/>
    public IEnumerator<long[]> GetEnumerator() => ((IEnumerable<long[]>)shapes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => shapes.GetEnumerator();
}
