using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Checks of arguments: each failure names the argument, what was given and what was expected.</summary>
internal static class Require
{
    public static void AtLeast(long given, long least, string name)
    {
        if (given < least)
            throw new ArgumentOutOfRangeException(name, $"{name} is {given}; expected at least {least}.");
    }

    public static void Between(long given, long least, long most, string name)
    {
        if (given < least || given > most)
            throw new ArgumentOutOfRangeException(name, $"{name} is {given}; expected {least} to {most}.");
    }

    public static void Positive(double given, string name)
    {
        if (!(given > 0) || double.IsInfinity(given))
            throw new ArgumentOutOfRangeException(
                name,
                $"{name} is {given}; expected a finite number above 0."
            );
    }

    public static void NotNegative(double given, string name)
    {
        if (!(given >= 0) || double.IsInfinity(given))
            throw new ArgumentOutOfRangeException(
                name,
                $"{name} is {given}; expected a finite number, at least 0."
            );
    }

    public static void Fraction(double given, string name)
    {
        if (!(given >= 0 && given < 1))
            throw new ArgumentOutOfRangeException(name, $"{name} is {given}; expected a number in [0, 1).");
    }

    /// <summary>The shape of a tensor that must be <c>[T, n, …]</c>, neither of them empty.</summary>
    public static long[] Batched(Tensor given, string name)
    {
        ArgumentNullException.ThrowIfNull(given, name);
        var shape = given.shape;
        if (shape.Length < 2 || shape[0] < 1 || shape[1] < 1)
            throw new ArgumentException(
                $"{name} has shape {Show(shape)}; expected [T, n, …], T and n at least 1.",
                name
            );
        return shape;
    }

    public static void Leading(Tensor given, string name, params long[] expected)
    {
        ArgumentNullException.ThrowIfNull(given, name);
        var shape = given.shape;
        if (shape.Length < expected.Length || !shape.AsSpan(0, expected.Length).SequenceEqual(expected))
            throw new ArgumentException(
                $"{name} has shape {Show(shape)}; expected [{string.Join(", ", expected)}, …].",
                name
            );
    }

    /// <summary>One tensor for each of the model's shapes, under its name, with or without the task dimension.</summary>
    public static void Parameters(IModel model, Parameters given, string name)
    {
        ArgumentNullException.ThrowIfNull(given, name);
        var expected = model.Shapes;
        if (!expected.AreNamedAs(given))
            throw new ArgumentException($"{name} is {given}; expected {expected}, as the model has.", name);
        for (var i = 0; i < given.Count; i++)
        {
            var shape = given[i].shape;
            var extra = shape.Length - expected[i].Length;
            if (extra is not (0 or 1) || !shape.AsSpan(extra).SequenceEqual(expected[i]))
                throw new ArgumentException(
                    $"{name}['{given.Names[i]}'] has shape {Show(shape)}; expected {Show(expected[i])}, alone or "
                        + "behind T.",
                    name
                );
        }
    }

    /// <summary>For an estimator that knows no derivative with respect to anything but θ, all of it.</summary>
    public static void OnlyTheta(AdaptiveLearner learner, object estimator)
    {
        var what =
            learner.LearnsRule ? "its rule"
            : !learner.Start.IsLearned ? "no start"
            : !learner.Model.Shapes.Names.All(learner.Start.Learns) ? "a part of its start"
            : null;
        if (what is not null)
            throw new ArgumentException(
                $"{learner.Name} learns {what}; {estimator.GetType().Name} improves a whole start and nothing else.",
                nameof(learner)
            );
    }

    /// <summary>One tensor for each of the shapes, exactly, under its name.</summary>
    public static void Shapes(Parameters given, ParameterShapes expected, string name)
    {
        ArgumentNullException.ThrowIfNull(given, name);
        if (!expected.AreNamedAs(given))
            throw new ArgumentException($"{name} is {given}; expected {expected}.", name);
        for (var i = 0; i < given.Count; i++)
            if (!given[i].shape.SequenceEqual(expected[i]))
                throw new ArgumentException(
                    $"{name}['{given.Names[i]}'] has shape {Show(given[i].shape)}; expected {Show(expected[i])}.",
                    name
                );
    }

    /// <summary>A tensor that must be <c>[T, n, d]</c>, none of them empty, every number finite.</summary>
    public static void Table(Tensor given, string name)
    {
        var shape = Batched(given, name);
        if (shape.Length != 3 || shape[2] < 1)
            throw new ArgumentException($"{name} has shape {Show(shape)}; expected [T, n, d].", name);
        using var finite = given.isfinite().all();
        if (!finite.item<bool>())
            throw new ArgumentException($"{name} holds numbers that are not finite; expected none.", name);
    }

    /// <summary>Classes 0 to <paramref name="count"/> − 1, int64 <c>[T, n]</c>.</summary>
    public static void Classes(Tensor given, string name, long count)
    {
        var shape = Batched(given, name);
        if (shape.Length != 2 || given.dtype != ScalarType.Int64)
            throw new ArgumentException(
                $"{name} is {given.dtype} of shape {Show(shape)}; expected classes, Int64 [T, n].",
                name
            );
        using var low = given.min();
        using var high = given.max();
        if (low.item<long>() < 0 || high.item<long>() >= count)
            throw new ArgumentException(
                $"{name} holds classes {low.item<long>()} to {high.item<long>()}; expected 0 to {count - 1}.",
                name
            );
    }

    /// <summary>What an adaptation is asked to predict: a state of it, and inputs of its tasks.</summary>
    public static void Query(int step, int steps, Tensor x, long tasks)
    {
        Between(step, 0, steps, nameof(step));
        var given = Batched(x, nameof(x))[0];
        if (given != tasks)
            throw new ArgumentException(
                $"x has {given} tasks; expected {tasks}, those that were adapted to.",
                nameof(x)
            );
    }

    /// <summary>Examples of the same type and shape, however many.</summary>
    public static void Alike(Tensor given, string name, Tensor other, string otherName)
    {
        if (given.dtype != other.dtype || !given.shape.AsSpan(2).SequenceEqual(other.shape.AsSpan(2)))
            throw new ArgumentException(
                $"{name} is {given.dtype} {Show(given.shape)}; expected it like {otherName}, {other.dtype} "
                    + $"{Show(other.shape)}, but for the number of examples.",
                name
            );
    }

    /// <summary>What a loss gives: one number a task.</summary>
    /// <returns>The losses.</returns>
    public static Tensor PerTask(Tensor given, long tasks, string name)
    {
        ArgumentNullException.ThrowIfNull(given, $"the loss of {name}");
        if (!given.shape.AsSpan().SequenceEqual([tasks]))
            throw new ArgumentException(
                $"The loss of {name} has shape {Show(given.shape)}; expected one number a task, [{tasks}].",
                "loss"
            );
        return given;
    }

    /// <summary>Inputs of the parameters' type.</summary>
    public static void Type(Tensor given, string name, ScalarType expected)
    {
        if (given.dtype != expected)
            throw new ArgumentException(
                $"{name} is {given.dtype}; expected {expected}, as the parameters are.",
                name
            );
    }

    private static string Show(long[] shape) => $"[{string.Join(", ", shape)}]";
}
