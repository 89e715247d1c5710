namespace MetaNotebooks;

/// <summary>What computed a meta-gradient.</summary>
internal enum Computation
{
    /// <summary>Automatic differentiation of the learner as it is written.</summary>
    Automatic,

    /// <summary>Derivatives written out for small networks: <see cref="Lanes.LaneMeta"/>.</summary>
    Lanes,

    /// <summary>
    /// Derivatives written out for convolutions: <see cref="Channels.ChannelMeta"/> and
    /// <see cref="Channels.ChannelEmbedding"/>.
    /// </summary>
    Channels,
}
