namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sum of the diagonal of a matrix.</summary>
    public static Tensor trace(Tensor input) => input.trace();

    /// <summary>The determinant of each matrix.</summary>
    public static Tensor det(Tensor input) => input.det();

    /// <summary>The logarithm of the determinant of each matrix.</summary>
    public static Tensor logdet(Tensor input) => input.logdet();

    /// <summary>The sign and the logarithm of the absolute value of the determinant of each matrix.</summary>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => Aten.linalg_slogdet.Call2(A);

    /// <summary>The inverse of each matrix.</summary>
    public static Tensor inverse(Tensor input) => input.inverse();

    /// <summary>The power of each matrix.</summary>
    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    /// <summary>The exponential of each matrix.</summary>
    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    /// <summary>The solution, given the Cholesky factor of the matrix.</summary>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) =>
        input.cholesky_solve(input2, upper);
}
