namespace TorchSharp;

/// <summary>
/// While it lives, a gradient that becomes NaN is an error that names the operation that made it.
/// </summary>
public class AnomalyMode : IDisposable
{
    private readonly int previous = Native.bridge_anomaly_enabled();
    private readonly int previousCheck = Native.bridge_anomaly_checks_nan();

    /// <summary>Sets the mode until the object is disposed.</summary>
    public AnomalyMode(bool enabled, bool check_nan = true) =>
        Native.bridge_set_anomaly_enabled(enabled ? 1 : 0, check_nan ? 1 : 0);

    /// <summary>True if anomalies are looked for.</summary>
    public static bool IsEnabled => Native.bridge_anomaly_enabled() != 0;

    /// <summary>True if NaN counts as an anomaly.</summary>
    public static bool ShouldCheckNaN => Native.bridge_anomaly_checks_nan() != 0;

    /// <summary>Sets the mode back to what it was.</summary>
    public void Dispose() => Native.bridge_set_anomaly_enabled(previous, previousCheck);
}
