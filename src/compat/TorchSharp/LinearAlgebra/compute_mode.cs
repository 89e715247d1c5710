namespace TorchSharp;

/// <summary>How distances are computed; the numbers are libtorch's.</summary>
public enum compute_mode
{
    /// <summary>By matrix products where there are many rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>By matrix products.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>By differences, which is exact for near rows.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
