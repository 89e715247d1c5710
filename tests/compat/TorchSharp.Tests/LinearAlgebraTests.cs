using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class LinearAlgebraTests
{
    private static Tensor Random(int seed, params long[] shape)
    {
        var random = new Random(seed);
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        return tensor(Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5).ToArray(), shape);
    }

    private static double[] Product(double[] a, double[] b, int rows, int inner, int columns)
    {
        var c = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        for (var j = 0; j < columns; j++)
        for (var k = 0; k < inner; k++)
            c[i * columns + j] += a[i * inner + k] * b[k * columns + j];
        return c;
    }

    private static Tensor Positive(int seed)
    {
        var a = Random(seed, 3, 3);
        return a.matmul(a.mT) + eye(3, dtype: ScalarType.Float64);
    }

    [Fact]
    public void ProductsMatchLoops()
    {
        Tensor a = Random(1, 2, 3),
            b = Random(2, 3, 4);
        var expected = Product(Near.Values(a), Near.Values(b), 2, 3, 4);
        Near.Equal(expected, a.matmul(b));
        Near.Equal(expected, a.mm(b));
        Near.Equal(expected, torch.matmul(a, b));
        Near.Equal(expected, einsum("ij,jk->ik", a, b));
        Near.Equal(expected, a.unsqueeze(0).bmm(b.unsqueeze(0)));
        Near.Equal(expected, a.unsqueeze(0).expand(5, -1, -1).matmul(b)[4]);
        Near.Equal(
            expected.Select(e => 2 * e + 3).ToArray(),
            ones(4, dtype: ScalarType.Float64).addmm(a, b, 3, 2)
        );
        Near.Equal(
            expected.Select(e => e + 1).ToArray(),
            ones(1, 4, dtype: ScalarType.Float64).addbmm(a.unsqueeze(0), b.unsqueeze(0))
        );
        Near.Equal(
            Product(Near.Values(a), Near.Values(b[TensorIndex.Ellipsis, 0]), 2, 3, 1),
            a.mv(b.select(1, 0))
        );
        Near.Equal(a[0].mul(a[1]).sum().item<double>(), a[0].dot(a[1]));
        Near.Equal(Product(Near.Values(a[0]), Near.Values(a[1]), 3, 1, 3), a[0].outer(a[1]));
        Near.Equal(
            [1, 2, 0, 0, 0, 0, 1, 2],
            eye(2)
                .kron(
                    tensor(
                        new[,]
                        {
                            { 1f, 2f },
                        }
                    )
                )
        );
        Near.Equal(
            Near.Values(a[0].dot(b.select(1, 0)) + a[1].dot(b.select(1, 1))),
            einsum("ij,ji->", a, b.narrow(1, 0, 2))
        );
    }

    [Fact]
    public void SolversInvertTheirProblems()
    {
        Tensor a = Positive(3),
            b = Random(4, 3, 2);
        Near.Equal(Near.Values(b), a.matmul(linalg.solve(a, b)), 1e-8);
        Near.Equal(Near.Values(eye(3)), a.matmul(linalg.inv(a)), 1e-8);
        var factor = linalg.cholesky(a);
        Near.Equal(Near.Values(a), factor.matmul(factor.mT), 1e-8);
        Near.Equal(Near.Values(factor), factor.tril());
        Near.Equal(Near.Values(b), a.matmul(b.cholesky_solve(factor)), 1e-8);
        Near.Equal(Near.Values(b), factor.matmul(linalg.solve_triangular(factor, b, false)), 1e-8);
        var wide = Random(5, 5, 3);
        var solution = linalg.lstsq(wide, Random(6, 5, 1)).Solution;
        // The residual of a least-squares solution is orthogonal to the columns.
        Near.Equal([0, 0, 0], wide.mT.matmul(wide.matmul(solution) - Random(6, 5, 1)), 1e-8);
        Near.Equal(Near.Values(eye(3)), linalg.pinv(wide).matmul(wide), 1e-8);
    }

    [Fact]
    public void DecompositionsMultiplyBack()
    {
        var a = Random(7, 4, 3);
        var (q, r) = linalg.qr(a);
        Near.Equal(Near.Values(a), q.matmul(r), 1e-8);
        Near.Equal(Near.Values(eye(3)), q.mT.matmul(q), 1e-8);
        var (u, s, vh) = linalg.svd(a, false);
        Near.Equal(Near.Values(a), (u * s).matmul(vh), 1e-8);
        var symmetric = Positive(8);
        var (values, vectors) = linalg.eigh(symmetric);
        Near.Equal(Near.Values(symmetric), (vectors * values).matmul(vectors.mT), 1e-8);
        Near.Equal(Near.Values(values), linalg.eigvalsh(symmetric), 1e-8);
    }

    [Fact]
    public void Determinants()
    {
        var a = tensor(
            new[,]
            {
                { 1.0, 2.0 },
                { 3.0, -4.0 },
            }
        );
        Near.Equal(-10, a.det());
        Near.Equal(-10, linalg.det(a));
        var (sign, log) = linalg.slogdet(a);
        Near.Equal(-1, sign);
        Near.Equal(Math.Log(10), log);
        Near.Equal(-3, a.trace());
        Assert.Equal(1, linalg.matrix_rank(ones(3, 3)).item<long>());
        // Both singular values of this one are known: 2 and 1.
        Near.Equal(
            2,
            linalg.cond(
                tensor(
                    new[,]
                    {
                        { 0.0, 2.0 },
                        { 1.0, 0.0 },
                    }
                )
            )
        );
    }

    [Fact]
    public void DistancesMatchLoops()
    {
        Tensor a = Random(9, 2, 3),
            b = Random(10, 4, 3);
        var expected = new double[8];
        for (var i = 0; i < 2; i++)
        for (var j = 0; j < 4; j++)
            expected[i * 4 + j] = Math.Sqrt((a[i] - b[j]).square().sum().item<double>());
        Near.Equal(expected, cdist(a, b));
    }
}
