using System.Collections;
using System.Net;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// An immutable, ordered list of named tensors: a model's parameters θ, the tensors ρ of an inner rule and what it
/// remembers, and what a learner learns. A dot parts a name: <c>Part("head")</c> is all of "head.weight", "head.bias" and
/// so on. They are saved under these names.
/// </summary>
public sealed class Parameters : IReadOnlyList<Tensor>
{
    private readonly ParameterNames names;
    private readonly Tensor[] tensors;

    internal Parameters(ParameterNames names, Tensor[] tensors) =>
        (this.names, this.tensors) = (names, tensors);

    /// <summary>Names tensors.</summary>
    /// <param name="named">Names, none twice, and tensors.</param>
    public Parameters(IEnumerable<KeyValuePair<string, Tensor>> named)
    {
        KeyValuePair<string, Tensor>[] all = [.. named];
        names = new(all.Select(one => one.Key));
        tensors = [.. all.Select(one => one.Value)];
    }

    /// <summary>No tensors.</summary>
    public static Parameters Empty { get; } = new(ParameterNames.Empty, []);

    /// <summary>Names tensors.</summary>
    /// <param name="named">Names, none twice, and tensors.</param>
    public static Parameters Of(params (string Name, Tensor Tensor)[] named) =>
        new(new(named.Select(one => one.Name)), [.. named.Select(one => one.Tensor)]);

    /// <summary>Lists one after the other.</summary>
    /// <param name="lists">Lists, no name in two of them.</param>
    public static Parameters Join(params Parameters[] lists) =>
        new(new(lists.SelectMany(list => list.Names)), [.. lists.SelectMany(list => list.tensors)]);

    /// <summary>Lists one after the other, each as a part: the "weight" of "head" becomes "head.weight".</summary>
    /// <param name="parts">Names, none twice, and lists.</param>
    public static Parameters Join(params (string Name, Parameters List)[] parts) =>
        new(
            new(
                parts.SelectMany(part =>
                    part.List.Names.Select(name => ParameterNames.Within(part.Name, name))
                )
            ),
            [.. parts.SelectMany(part => part.List.tensors)]
        );

    /// <summary>Lists of the same names as one, whose tensors are stacked along a new first dimension.</summary>
    /// <param name="lists">At least one.</param>
    internal static Parameters Stack(IReadOnlyList<Parameters> lists) =>
        new(lists[0].names, [.. lists[0].Select((_, i) => Native.Held.Stack(lists.Select(list => list[i])))]);

    /// <summary>The names in their order.</summary>
    public IReadOnlyList<string> Names => names.All;

    /// <summary>How many tensors.</summary>
    public int Count => tensors.Length;

    /// <summary>How many numbers in all.</summary>
    public long Numbers => tensors.Sum(tensor => tensor.numel());

    /// <summary>The shapes under the same names.</summary>
    public ParameterShapes Shapes => new(names, [.. tensors.Select(tensor => tensor.shape)]);

    /// <summary>The tensor at a place.</summary>
    /// <param name="place">From 0.</param>
    public Tensor this[int place] => tensors[place];

    /// <summary>The tensor of a name.</summary>
    /// <param name="name">The whole name, such as "head.weight".</param>
    /// <exception cref="ArgumentException">There is none; the error says which there are.</exception>
    public Tensor this[string name] => tensors[names.Place(name)];

    /// <summary>Whether there is a tensor of this whole name.</summary>
    /// <param name="name">The name.</param>
    public bool Has(string name) => names.Has(name);

    /// <summary>The tensors of a part, named without it.</summary>
    /// <param name="part">What stands before a dot, such as "head".</param>
    /// <exception cref="ArgumentException">There is none; the error says which names there are.</exception>
    public Parameters Part(string part)
    {
        var (inner, places) = names.Part(part);
        return new(inner, [.. places.Select(place => tensors[place])]);
    }

    /// <summary>
    /// The tensors of a part, named without it; none where there is no such part, as that of a rule without tensors.
    /// </summary>
    /// <param name="part">What stands before a dot.</param>
    public Parameters PartOrEmpty(string part) =>
        Names.Any(name => ParameterNames.IsIn(name, part)) ? Part(part) : Empty;

    /// <summary>Those whose names are asked for.</summary>
    /// <param name="wanted">Whether a name is.</param>
    public Parameters Only(Func<string, bool> wanted)
    {
        int[] places = [.. Enumerable.Range(0, Count).Where(i => wanted(Names[i]))];
        return places.Length == Count
            ? this
            : new(new(places.Select(i => Names[i])), [.. places.Select(i => tensors[i])]);
    }

    /// <summary>The same list with other tensors under some of its names.</summary>
    /// <param name="others">Names of this list, and tensors.</param>
    public Parameters With(Parameters others)
    {
        if (names.Equals(others.names))
            return others;
        Tensor[] all = [.. tensors];
        for (var i = 0; i < others.Count; i++)
            all[names.Place(others.Names[i])] = others[i];
        return new(names, all);
    }

    /// <summary>A function of each tensor, under the same names.</summary>
    /// <param name="function">The function.</param>
    public Parameters Map(Func<Tensor, Tensor> function) => new(names, [.. tensors.Select(function)]);

    /// <summary>A function of each tensor and that of the same name in another list.</summary>
    /// <param name="other">A list of the same names in the same order.</param>
    /// <param name="function">The function.</param>
    public Parameters Zip(Parameters other, Func<Tensor, Tensor, Tensor> function)
    {
        if (!names.Equals(other.names))
            throw new ArgumentException(
                $"The other parameters are {other.names.Listed}; expected {names.Listed}.",
                nameof(other)
            );
        return new(names, [.. tensors.Zip(other.tensors, function)]);
    }

    /// <summary>The same numbers without history.</summary>
    public Parameters Detached() => Map(tensor => tensor.detach());

    /// <summary>Copies that a gradient can be taken of.</summary>
    public Parameters Leaves() => Map(tensor => tensor.detach().clone().requires_grad_());

    /// <summary>Zeros in the same shapes.</summary>
    public Parameters Zeros() => Map(tensor => tensor.new_zeros(tensor.shape));

    /// <summary>Sums of those of the same name.</summary>
    public static Parameters operator +(Parameters a, Parameters b) => a.Zip(b, (x, y) => x + y);

    /// <summary>Differences of those of the same name.</summary>
    public static Parameters operator -(Parameters a, Parameters b) => a.Zip(b, (x, y) => x - y);

    /// <summary>Products, number by number, of those of the same name.</summary>
    public static Parameters operator *(Parameters a, Parameters b) => a.Zip(b, (x, y) => x * y);

    /// <summary>Quotients, number by number, of those of the same name.</summary>
    public static Parameters operator /(Parameters a, Parameters b) => a.Zip(b, (x, y) => x / y);

    /// <summary>Each times a tensor, such as a learning rate <c>[]</c>, or one a task.</summary>
    public static Parameters operator *(Tensor factor, Parameters a) => a.Map(x => factor * x);

    /// <summary>Each times a number.</summary>
    public static Parameters operator *(double factor, Parameters a) => a.Map(x => factor * x);

    /// <summary>Each divided by a tensor.</summary>
    public static Parameters operator /(Parameters a, Tensor divisor) => a.Map(x => x / divisor);

    /// <summary>Each divided by a number.</summary>
    public static Parameters operator /(Parameters a, double divisor) => a.Map(x => x / divisor);

    /// <summary>A number added to each.</summary>
    public static Parameters operator +(Parameters a, double term) => a.Map(x => x + term);

    /// <summary>Names and shapes.</summary>
    public override string ToString() => Shapes.ToString();

    /// <summary>Names and shapes as HTML, for programs that show a value so.</summary>
    public string ToHtml() => $"<pre>{WebUtility.HtmlEncode(ToString())}</pre>";

    /// <inheritdoc/>
    public IEnumerator<Tensor> GetEnumerator() => ((IEnumerable<Tensor>)tensors).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => tensors.GetEnumerator();
}
