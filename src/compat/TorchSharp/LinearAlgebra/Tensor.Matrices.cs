namespace TorchSharp;

public static partial class torch
{
    public sealed partial class Tensor
    {
        /// <summary>The sum of the diagonal of a matrix.</summary>
        public Tensor trace() => Aten.trace.Call(this);

        /// <summary>The determinant of each matrix.</summary>
        public Tensor det() => Aten.det.Call(this);

        /// <summary>The logarithm of the determinant of each matrix.</summary>
        public Tensor logdet() => Aten.logdet.Call(this);

        /// <summary>The inverse of each matrix.</summary>
        public Tensor inverse() => Aten.inverse.Call(this);

        /// <summary>The power of each matrix.</summary>
        public Tensor matrix_power(int n) => Aten.matrix_power.Call(this, n);

        /// <summary>The exponential of each matrix.</summary>
        public Tensor matrix_exp() => Aten.matrix_exp.Call(this);

        /// <summary>The solution, given the Cholesky factor of the matrix.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) =>
            Aten.cholesky_solve.Call(this, input2, upper);
    }
}
