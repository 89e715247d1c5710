using Xunit;

namespace Signatures.Tests;

/// <summary>The rule itself: what it lets through and what it finds.</summary>
public class ComparisonTests
{
    private const string RealF =
        "Chart.line(x: seq<'x>, ?name: string, ?width: float) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]";

    [Theory]
    [InlineData(RealF, true)]
    [InlineData(
        "Chart.line(x: seq<'q>, ?name: string, ?width: float) : ('w -> Chart)  when 'q :> IConvertible [compiled: Line]",
        true
    )]
    [InlineData(
        "Chart.line(x: seq<'x>, ?width: float) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]",
        true
    )]
    [InlineData(
        "Chart.line(x: seq<'x>, width: float) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]",
        false
    )]
    [InlineData(
        "Chart.line(x: seq<'x>, ?depth: float) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]",
        false
    )]
    [InlineData(
        "Chart.line(y: seq<'x>, ?name: string) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]",
        false
    )]
    [InlineData(
        "Chart.line(x: seq<'x>, ?name: int) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]",
        false
    )]
    [InlineData("Chart.line(?name: string) : ('c -> Chart) [compiled: Line]", false)]
    [InlineData("Chart.line(x: seq<'x>) : ('x -> Chart)  when 'x :> IConvertible [compiled: Line]", false)]
    [InlineData("Chart.line(x: seq<'x>) : Chart  when 'x :> IConvertible [compiled: Line]", false)]
    [InlineData("Chart.line(x: seq<'x>) : ('c -> Chart) [compiled: Line]", false)]
    [InlineData("Chart.line(x: seq<'x>) : ('c -> Chart)  when 'x :> IConvertible", false)]
    [InlineData(
        "Chart.line [instance](x: seq<'x>) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]",
        false
    )]
    [InlineData(
        "Chart.line(x: seq<'x>) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line] [curried]",
        false
    )]
    [InlineData("Chart.lines(x: seq<'x>) : ('c -> Chart)  when 'x :> IConvertible [compiled: Line]", false)]
    public void FSharp(string compat, bool fits)
    {
        var real = FSharpDump.Read(["## N.Chart", RealF]);
        Assert.Equal(fits, Finds(real, FSharpDump.Read(["## N.Chart", compat])) == 0);
    }

    private const string RealC =
        "torch+Tensor.sum(long[] dim, bool keepdim = False, ScalarType? type = null) -> Tensor";

    [Theory]
    [InlineData(RealC, true)]
    [InlineData("torch+Tensor.sum(long[] dim) -> Tensor", false)]
    [InlineData(
        "torch+Tensor.sum(params long[] dim, bool keepdim = False, ScalarType? type = null) -> Tensor",
        false
    )]
    [InlineData(
        "torch+Tensor.sum(long[] dim, bool keepdim = True, ScalarType? type = null) -> Tensor",
        false
    )]
    [InlineData("torch+Tensor.sum(long[] dim, bool keepdim, ScalarType? type = null) -> Tensor", false)]
    [InlineData(
        "torch+Tensor.sum(long[] dims, bool keepdim = False, ScalarType? type = null) -> Tensor",
        false
    )]
    [InlineData("torch+Tensor.sum(long dim, bool keepdim = False, ScalarType? type = null) -> Tensor", false)]
    [InlineData(
        "torch+Tensor.sum(long[] dim, bool keepdim = False, ScalarType? type = null) -> Scalar",
        false
    )]
    [InlineData(
        "torch+Tensor.sum(long[] dim, bool keepdim = False, ScalarType? type = null) -> Tensor static",
        false
    )]
    [InlineData("torch.sum(long[] dim, bool keepdim = False, ScalarType? type = null) -> Tensor", false)]
    [InlineData("torch+Tensor.shape[] prop long[] get", true)]
    [InlineData("torch+Tensor.shape[] prop int[] get", false)]
    [InlineData("torch+Tensor.Item[params long[] at] prop Tensor get set", true)]
    [InlineData("torch+Tensor.Item[long at] prop Tensor get set", false)]
    [InlineData("torch.int64 field ScalarType static", true)]
    [InlineData("torch.int64 field ScalarType", false)]
    [InlineData("torch+Tensor.to<T>(T other) -> T", true)]
    [InlineData("torch+Tensor.ctor(IntPtr handle)", true)]
    [InlineData("torch+Tensor.ctor(long handle)", false)]
    [InlineData("Derived.to<T>(T other) -> T", true)]
    public void CSharp(string compat, bool fits)
    {
        string[] dump =
        [
            RealC,
            "torch+Tensor.shape[] prop long[] get set",
            "torch+Tensor.Item[params long[] at] prop Tensor get set",
            "torch.int64 field ScalarType static",
            "torch+Tensor.to<T>(T other) -> T virtual",
            "torch+Tensor.ctor(IntPtr handle)",
            "TYPE torch+Tensor : object IDisposable",
            "TYPE Derived : Tensor IDisposable",
        ];
        var bases = CSharpDump.Bases(dump);
        Assert.Equal(
            fits,
            Finds(CSharpDump.Read(dump), CSharpDump.Read([compat]), bases.GetValueOrDefault) == 0
        );
    }

    private static int Finds(
        IEnumerable<Signature> real,
        IEnumerable<Signature> compat,
        Func<string, string?>? baseOf = null
    ) => new Comparison(real, baseOf ?? (_ => null)).Mismatches(compat, _ => false).Count;
}
