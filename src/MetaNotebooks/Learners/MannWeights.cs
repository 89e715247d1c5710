using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The parameters of a <see cref="Mann"/>'s steps side by side as a step uses them, or the derivatives by them: a step of
/// few tasks costs as many products as it has, whatever their size.
/// </summary>
/// <param name="Input">
/// What the controller's gates take of an example and the label shown with it, <c>[in, 4h]</c>.
/// </param>
/// <param name="InputBias">Their biases, <c>[1, 4h]</c>.</param>
/// <param name="Recurrent">What they take of h and of what was read, <c>[h + read, 4h]</c>.</param>
/// <param name="Drive">What drives the memory, of h: keys, what is added, gates, <c>[h, driven]</c>.</param>
/// <param name="DriveBias">Their biases, <c>[1, driven]</c>.</param>
internal sealed record MannWeights(
    Tensor Input,
    Tensor InputBias,
    Tensor Recurrent,
    Tensor Drive,
    Tensor DriveBias
)
{
    public static MannWeights Of(Mann learner, Parameters meta)
    {
        var (cell, seen) = (meta.Part("cell"), learner.Inputs + learner.Way);
        Parameters[] drives = [.. learner.Drives.Select(drive => meta.Part(drive.Name))];
        var h = cell["weight_hh"];
        return new(
            cell["weight_ih"].narrow(0, 0, seen),
            cell["bias_ih"] + cell["bias_hh"],
            Held.Cat([h, cell["weight_ih"].narrow(0, seen, learner.Read)]),
            Held.Cat([h.new_zeros([h.shape[0], 0]), .. drives.Select(drive => drive["weight"])], 1),
            Held.Cat([h.new_zeros([1, 0]), .. drives.Select(drive => drive["bias"])], 1)
        );
    }

    /// <summary>
    /// Of derivatives by these those by the parameters themselves, but for the output layer's.
    /// </summary>
    public Parameters Parts(Mann learner)
    {
        var cell = Parameters.Of(
            ("weight_ih", Held.Cat([Input, Recurrent.narrow(0, learner.Hidden, learner.Read)])),
            ("weight_hh", Recurrent.narrow(0, 0, learner.Hidden)),
            ("bias_ih", InputBias),
            ("bias_hh", InputBias)
        );
        var parts = new List<(string, Parameters)> { ("cell", cell) };
        var start = 0L;
        foreach (var (name, size) in learner.Drives)
        {
            var weight = Drive.narrow(1, start, size);
            parts.Add((name, Parameters.Of(("weight", weight), ("bias", DriveBias.narrow(1, start, size)))));
            start += size;
        }
        return Parameters.Join([.. parts]);
    }
}
