namespace MetaNotebooks;

/// <summary>A uniform distribution: what a family draws a property of its tasks from.</summary>
/// <typeparam name="T">double, or int for whole numbers, both ends included.</typeparam>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Uniform<T>(T Low, T High)
{
    /// <summary>The distribution from one number to another.</summary>
    /// <param name="ends">Lower and upper end.</param>
    public static implicit operator Uniform<T>((T Low, T High) ends) => new(ends.Low, ends.High);
}

/// <summary>A normal distribution: what a family draws a property of its tasks from.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation.</param>
public readonly record struct Normal(double Mean, double Deviation)
{
    /// <summary>The distribution of a mean and a deviation.</summary>
    /// <param name="of">Mean and standard deviation.</param>
    public static implicit operator Normal((double Mean, double Deviation) of) => new(of.Mean, of.Deviation);
}
