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

    /// <summary>
    /// Refuses what is learned and is not one of the tensors that the learner works with, such as a tensor
    /// that θ was computed from: no derivative by it would be found.
    /// </summary>
    public static void Check(
        IReadOnlyList<Tensor> learned,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho
    )
    {
        var known = new HashSet<Tensor>([.. theta, .. rho], ReferenceEqualityComparer.Instance);
        for (var i = 0; i < learned.Count; i++)
            if (!known.Contains(learned[i]))
                throw new ArgumentException(
                    $"learned[{i}] is none of theta and rho themselves; expected one of those tensors, not "
                        + "what one of them was computed from.",
                    nameof(learned)
                );
    }

    /// <summary>Why what is learned is not θ and ρ, one of them, or none, whole and in order; null where it is.</summary>
    public static string? Problem(
        IReadOnlyList<Tensor> learned,
        IReadOnlyList<Tensor> theta,
        IReadOnlyList<Tensor> rho
    ) =>
        learned.Count == 0 || Is(learned, [.. theta, .. rho]) || Is(learned, theta) || Is(learned, rho)
            ? null
            : "what is learned is a part of the start or of the rule, or in another order; expected them whole";

    /// <summary>Whether what is learned is these tensors themselves, in order.</summary>
    public static bool Is(IReadOnlyList<Tensor> learned, IReadOnlyList<Tensor> tensors) =>
        learned.Count == tensors.Count
        && learned.Zip(tensors, (a, b) => ReferenceEquals(a, b)).All(same => same);
}
