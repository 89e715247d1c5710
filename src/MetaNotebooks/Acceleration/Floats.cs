// Sixteen numbers, computed with at once. Where a processor has no vectors of that length, the runtime uses two or four.
global using Floats = System.Runtime.Intrinsics.Vector512<float>;
