using System.Runtime.InteropServices;
using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>The one door to derivatives: every gradient that the kit takes by libtorch goes through here.</summary>
/// <remarks>
/// <para>A loss is given as a function of the parameters. It is run with gradients switched on, whatever the caller
/// has switched off, and with parameters of this call's own, so that nothing of the caller's is written to and any
/// tensors will do. What the loss does not use has the gradient 0. What has no gradient is refused with an
/// <see cref="ArgumentException"/> that names it.</para>
/// <para><c>torch.autograd.grad</c> of TorchSharp 0.107 ends the process on any error, while <c>backward</c>, the
/// same computation, throws: so this is what is called.</para>
/// </remarks>
public static class Gradient
{
    /// <summary>The gradient of a loss by each parameter.</summary>
    /// <param name="name">Whose loss it is, for errors: a learner's name, say.</param>
    /// <param name="parameters">Where the gradient is taken; floating-point, any shapes.</param>
    /// <param name="loss">The loss of such parameters, a single number: shape <c>[]</c>.</param>
    /// <param name="differentiable">
    /// Whether the gradients can be differentiated in turn, by the parameters and by all else that the loss is made of.
    /// Default false: they are plain numbers.
    /// </param>
    /// <returns>Gradients in the parameters' shapes, under their names.</returns>
    public static Parameters Of(
        string name,
        Parameters parameters,
        Func<Parameters, Tensor> loss,
        bool differentiable = false
    )
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loss);
        using var on = enable_grad();
        (Tensor Written, Tensor Read)[] own =
        [
            .. parameters.Select(
                (given, i) =>
                    Own(given, $"{nameof(parameters)}['{parameters.Names[i]}'] of {name}", differentiable)
            ),
        ];
        var value = loss(parameters.Shapes.Named(own.Select(one => one.Read)));
        // A learner may learn nothing.
        if (own.Length == 0)
            return parameters;
        Check(value, name);
        Tensor[] written = [.. own.Select(one => one.Written)];
        Backward(value, written, differentiable, name);
        Tensor?[] gradients = [.. written.Select(Taken)];
        if (gradients.All(gradient => gradient is null))
            throw NoPath(name);
        var place = 0;
        return parameters.Map(given => gradients[place++] ?? zeros_like(given).detach());
    }

    /// <summary>The losses of T tasks, and the gradient of their mean.</summary>
    /// <param name="name">Whose losses they are, for errors: a learner's name, say.</param>
    /// <param name="parameters">Where the gradient is taken; floating-point, any shapes.</param>
    /// <param name="tasks">T.</param>
    /// <param name="losses">The loss of each task at such parameters, <c>[T]</c>.</param>
    public static MetaGradient OfMean(
        string name,
        Parameters parameters,
        long tasks,
        Func<Parameters, Tensor> losses
    )
    {
        using var scope = NewDisposeScope();
        Tensor? each = null;
        var gradients = Of(
            name,
            parameters,
            own =>
            {
                // The way back frees what the graph alone holds as it goes; a handle would keep it to the end.
                using var forward = NewDisposeScope();
                each = Require.PerTask(losses(own), tasks, name);
                var mean = each.mean();
                forward.MoveToOuter([each, mean]);
                return mean;
            }
        );
        var value = each!.detach();
        scope.MoveToOuter([value, .. gradients]);
        return new(value, gradients);
    }

    // What the gradient is written to, and what the loss reads. Where neither can be a tensor without history, they are
    // two: libtorch goes on writing to the first at each later pass, for as long as anything holds it, and a graph holds
    // what the loss has read.
    private static (Tensor Written, Tensor Read) Own(Tensor given, string name, bool differentiable)
    {
        ArgumentNullException.ThrowIfNull(given, name);
        if (!given.is_floating_point())
            throw new ArgumentException(
                $"{name} is {given.dtype}; expected floating-point numbers, which have a gradient.",
                nameof(given)
            );
        if (!differentiable || !given.requires_grad)
        {
            var leaf = given.detach().requires_grad_();
            return (leaf, leaf);
        }
        var alias = given.alias();
        alias.retain_grad();
        return (alias, alias.alias());
    }

    private static void Check(Tensor value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, $"the loss of {name}");
        if (value.dim() != 0)
            throw new ArgumentException(
                $"The loss of {name} has shape [{string.Join(", ", value.shape)}]; expected a single number, [].",
                nameof(value)
            );
        if (!value.requires_grad)
            throw NoPath(name);
    }

    private static void Backward(Tensor value, Tensor[] written, bool differentiable, string name)
    {
        if (differentiable)
            CycleWarning.Spend();
        try
        {
            autograd.backward([value], null, differentiable, differentiable, written);
        }
        catch (ExternalException error)
        {
            throw new ArgumentException(
                $"The loss of {name} cannot be differentiated: {error.Message.Split('\n')[0]}",
                nameof(value),
                error
            );
        }
        GC.KeepAlive(value);
        GC.KeepAlive(written);
    }

    // What was written to a tensor; null where nothing was. A gradient with a graph holds the tensor, which must not hold
    // it in turn.
    private static Tensor? Taken(Tensor written)
    {
        var gradient = written.grad;
        written.grad = null;
        return gradient;
    }

    private static ArgumentException NoPath(string name) =>
        new(
            $"The loss of {name} has no gradient by any of its parameters; expected it to be computed from the "
                + "parameters that it is given, by what has a derivative: no detach, no_grad, argmax or whole numbers.",
            "loss"
        );
}
