using MetaNotebooks.Native;
using static TorchSharp.torch;

namespace MetaNotebooks.Acceleration;

/// <summary>
/// The tensors of an <see cref="LstmStep"/> as <see cref="LstmStepLanes"/> reads them: one matrix for the cell and one for
/// the two gates behind it, whose first rows are the biases.
/// </summary>
internal sealed class LstmStepWeights
{
    // What the cell reads before h: 1, two numbers of the loss, two of the gradient.
    private const int Shown = 5;
    private readonly Parameters rho;

    public LstmStepWeights(Parameters rho, int hidden)
    {
        (this.rho, Hidden) = (rho, hidden);
        var bias = rho["cell.bias_ih"] + rho["cell.bias_hh"];
        var cell = Held.Cat([bias, rho["cell.weight_ih"], rho["cell.weight_hh"]], 0);
        // The rows: 1, h, θ, f, i. A gate reads what it was, and not what the other was.
        Tensor forget = rho["forget.weight"],
            input = rho["input.weight"],
            none = forget.new_zeros(1, 1);
        var gates = Held.Cat(
            [
                Held.Cat([rho["forget.bias"], forget, none], 0),
                Held.Cat(
                    [rho["input.bias"], input.narrow(0, 0, hidden + 1), none, input.narrow(0, hidden + 1, 1)],
                    0
                ),
            ],
            1
        );
        (Cell, Gates) = (new(cell), new(gates));
        (CellBack, GatesBack) = (new(cell.narrow(0, Shown, hidden).t()), new(gates.t()));
    }

    /// <summary>Size of h.</summary>
    public int Hidden { get; }

    /// <summary>Rows of the cell's matrix, which has <see cref="Sums"/> columns.</summary>
    public int Read => Shown + Hidden;

    /// <summary>Sums of the cell's four gates.</summary>
    public int Sums => 4 * Hidden;

    /// <summary>Rows of the matrix of f and i, its two columns.</summary>
    public int Seen => Hidden + 4;

    /// <summary>From 1, what is shown, and h, to the cell's sums; and the way back from these to h.</summary>
    public SharedMatrix Cell { get; }
    public SharedMatrix CellBack { get; }

    /// <summary>From 1, h, θ, f and i to f and i; and the way back.</summary>
    public SharedMatrix Gates { get; }
    public SharedMatrix GatesBack { get; }

    /// <summary>The derivatives by the two matrices as those by the rule's tensors.</summary>
    /// <param name="byCell"><c>[Read, Sums]</c>.</param>
    /// <param name="byGates"><c>[Seen, 2]</c>.</param>
    public Parameters Gradients(float[] byCell, float[] byGates)
    {
        Tensor cell = tensor(byCell, [Read, Sums]),
            gates = tensor(byGates, [Seen, 2]);
        Tensor forget = gates.narrow(1, 0, 1),
            input = gates.narrow(1, 1, 1);
        return rho
            .Shapes.Make(
                (name, _) =>
                    name switch
                    {
                        "cell.weight_ih" => cell.narrow(0, 1, Shown - 1),
                        "cell.weight_hh" => cell.narrow(0, Shown, Hidden),
                        "forget.weight" => forget.narrow(0, 1, Hidden + 2),
                        "forget.bias" => forget.narrow(0, 0, 1),
                        "input.weight" => Held.Cat(
                            [input.narrow(0, 1, Hidden + 1), input.narrow(0, Hidden + 3, 1)],
                            0
                        ),
                        "input.bias" => input.narrow(0, 0, 1),
                        // The cell adds up its two biases.
                        _ => cell.narrow(0, 0, 1),
                    }
            )
            .Map(part => part.clone());
    }
}
