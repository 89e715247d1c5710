namespace MetaNotebooks;

/// <summary>What the classes of a generated table depend on.</summary>
public enum TabularKind
{
    /// <summary>The sign of a weighted sum of the useful features.</summary>
    Linear,

    /// <summary>The sign of the sum of the products of each useful feature and the next.</summary>
    Product,

    /// <summary>Whether the useful features lie within a sphere.</summary>
    Sphere,

    /// <summary>The sign of a wave along a weighted sum of the useful features.</summary>
    Wave,
}
