using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>What is learned is some of the tensors that a learner works with.</summary>
internal static class Learned
{
    /// <summary>A learner's tensors with others in the place of those that are learned.</summary>
    /// <param name="all">The tensors: θ, or ρ.</param>
    /// <param name="learned">Which of them, and of others, are learned.</param>
    /// <param name="others">As many as are learned.</param>
    public static IReadOnlyList<Tensor> Replace(
        IReadOnlyList<Tensor> all,
        IReadOnlyList<Tensor> learned,
        IReadOnlyList<Tensor> others
    )
    {
        var place = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < learned.Count; i++)
            place[learned[i]] = others[i];
        return [.. all.Select(one => place.GetValueOrDefault(one, one))];
    }
}
