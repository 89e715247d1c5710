namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>The channels on which signed messages go.</summary>
internal enum Channel
{
    /// <summary>Requests that are answered in their order.</summary>
    Shell,

    /// <summary>Requests that do not wait for a running cell.</summary>
    Control,

    /// <summary>Questions of the kernel to the user.</summary>
    Stdin,

    /// <summary>What happens, for all to hear.</summary>
    IoPub,
}
