namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>Whether gradients with respect to this tensor can be asked for.</summary>
        public bool requires_grad
        {
            get => Kept(Native.Check(Native.bridge_requires_grad(Handle))) != 0;
            set => Kept(Native.Check(Native.bridge_set_requires_grad(Handle, value ? 1 : 0)));
        }

        /// <summary>Sets <see cref="requires_grad"/>; returns this same tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets <see cref="requires_grad"/>; returns this same tensor.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>True if no differentiable operation made this tensor.</summary>
        public bool is_leaf => Kept(Native.Check(Native.bridge_is_leaf(Handle))) != 0;

        /// <summary>The same elements, outside the graph.</summary>
        public Tensor detach() => Aten.detach.Call(this);

        /// <summary>Takes this tensor out of the graph.</summary>
        public Tensor detach_() => Aten.detach_.CallInPlace(this);
    }
}
