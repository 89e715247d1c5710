namespace TorchSharp;

/// <summary>
/// PyTorch's module of that name: tensors, the functions on them, and what governs both. The names
/// are those of the TorchSharp package, whose place this library takes.
/// </summary>
public static partial class torch;
