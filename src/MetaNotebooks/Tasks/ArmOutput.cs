namespace MetaNotebooks;

/// <summary>What is to be predicted of a robot arm.</summary>
public enum ArmOutput
{
    /// <summary>Where its hand is, (x, y) in metres: depends on the link lengths.</summary>
    EndPoint,

    /// <summary>What its joints must hold against gravity, in newton metres: depends on lengths and payload.</summary>
    Torque,
}
