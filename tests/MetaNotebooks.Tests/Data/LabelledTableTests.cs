using System.Text;

namespace MetaNotebooks.Tests;

public sealed class LabelledTableTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(path);
    }

    private string Refused(string text)
    {
        File.WriteAllText(path, text);
        return Assert.Throws<BadFileException>(() => LabelledTable.Read(path, "kind")).Message;
    }

    [Fact]
    public void ReadsNumbersAndLabelsAndGroupsThem()
    {
        File.WriteAllText(path, "a,kind,b\n1,x,2.5\n-3e2,y,4\r\n5,x,6\n");
        var table = LabelledTable.Read(path, "kind");
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal(["x", "y", "x"], table.Labels);
        Assert.Equal([-300, 4], table.Values[1]);
        var set = table.ToSet();
        Assert.Equal(["x", "y"], set.Classes);
        Assert.Equal([2, 1], set.Counts);
        Assert.Equal([1, 2.5, 5, 6, -300, 4], set.Features.Doubles());
    }

    // The same table, as several programs write it.
    [Theory]
    [InlineData("length, mm;kind;b\n1.5;x;2\n-3e2;y;4\n")]
    [InlineData("\"length, mm\",kind,b\n1.5,x,2\n-3e2,y,4\n")]
    [InlineData("length, mm\tkind\tb\n1.5\tx\t2\n-3e2\ty\t4")]
    [InlineData("\uFEFF\"length, mm\",\"kind\",\"b\"\r\n\"1.5\",\"x\",\"2\"\r\n-3e2,y,4\r\n")]
    [InlineData("length, mm;kind;b\r1.5;x;2\r-3e2;y;4\r\r\r")]
    [InlineData("\uFEFFlength, mm;kind;b\r\n1.5;x;2\r\n-3e2;y;4\r\n\r\n\r\n")]
    public void SeparatorsQuotesAndLineEndsAreThoseOfAnyProgram(string text)
    {
        File.WriteAllText(path, text);
        var table = LabelledTable.Read(path, "kind");
        Assert.Equal(["length, mm", "b"], table.Columns);
        Assert.Equal(["x", "y"], table.Labels);
        Assert.Equal([1.5, 2], table.Values[0]);
        Assert.Equal([-300, 4], table.Values[1]);
    }

    [Fact]
    public void AQuotedCellHoldsCommasLinesAndQuotes()
    {
        File.WriteAllText(
            path,
            "a,kind\n1,\"x, y; z\"\n2,\"of\r\ntwo lines\"\n3,\"\"\"so-called\"\"\"\n4,x;y\n"
        );
        Assert.Equal(
            ["x, y; z", "of\r\ntwo lines", "\"so-called\"", "x;y"],
            LabelledTable.Read(path, "kind").Labels
        );
    }

    [Fact]
    public void AWrongRowIsNamedByTheLineThatItBeginsAt()
    {
        const string Start = "\"a\nb\",kind\n1,\"x\ny\"\n";
        Assert.StartsWith($"{path}, line 5, column 'a\nb': 'no' is", Refused(Start + "no,z\n"));
        Assert.StartsWith(
            $"{path}, line 5, column 'a\nb': 'no' is",
            Refused(Start + "no,\"of\ntwo lines\"\n")
        );
        Assert.Equal($"{path}, line 5: 3 cells; expected 2", Refused(Start + "1,z,\n2,\"u\nv\"\n"));
        Assert.Equal($"{path}, line 6: 1 cells; expected 2", Refused(Start + "1,z\n\n2,u\n"));
        Assert.Equal($"{path}, line 5, column 'kind': the label is empty", Refused(Start + "1,\"\"\n"));
        Assert.StartsWith($"{path}, line 5: a quote within a cell", Refused(Start + "1,z\"u\n"));
        Assert.StartsWith($"{path}, line 5: a quote within a cell", Refused(Start + "1,\"z\"u\n"));
        Assert.EndsWith("one that is not closed; expected \"\" for a quote in quotes", Refused("a,\"kind"));
        Assert.StartsWith($"{path}, line 1: a quote within a cell", Refused("a,\"kind\n1,x\n2,y\n"));
        // A decimal comma is no decimal point, and no separator where semicolons are.
        Assert.Equal($"{path}, line 2, column 'a': '1,5' is not a finite number", Refused("a;kind\n1,5;x\n"));
    }

    [Fact]
    public void TwoColumnsOfOneNameAreRefused()
    {
        Assert.Equal(
            $"{path}, line 1: 2 columns 'a'; expected each header once",
            Refused("a,kind,a\n1,x,2\n")
        );
        Assert.Equal(
            $"{path}, line 1: 3 columns 'kind'; expected each header once",
            Refused("kind,kind,\"kind\"\n1,x,2\n")
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    public void AnEmptyFileHasNoColumn(string text) =>
        Assert.Equal($"{path}, line 1: no column 'kind'; its columns are ''", Refused(text));

    [Fact]
    public void ABadCellIsNamedByFileLineAndColumn()
    {
        var start = $"{path}, line ";
        Assert.Equal(
            $"{start}3, column 'b': 'nan' is not a finite number",
            Refused("a,kind,b\n1,x,2\n1,y,nan\n")
        );
        Assert.Equal($"{start}2, column 'a': '' is not a finite number", Refused("a,kind,b\n,x,2\n"));
        Assert.Equal($"{start}2, column 'a': '1e999' is not a finite number", Refused("a,kind\n1e999,x\n"));
        Assert.Equal($"{start}2, column 'kind': the label is empty", Refused("a,kind\n1,\n"));
        Assert.Equal($"{start}3: 1 cells; expected 2", Refused("a,kind\n1,x\n7\n"));
        Assert.Equal($"{start}1: no column 'kind'; its columns are 'a', 'b'", Refused("a,b\n1,x\n"));
        Assert.Equal($"{start}2: it is missing; expected at least one row", Refused("a,kind\n"));
        Assert.StartsWith($"{start}1: no column 'kind'", Refused(""));
    }

    [Theory]
    [InlineData("1e39", "'1e39' is too large; expected a number of float32")]
    [InlineData("-3.5e38", "'-3.5e38' is too large; expected a number of float32")]
    [InlineData("Infinity", "'Infinity' is not a finite number")]
    [InlineData("-∞", "'-∞' is not a finite number")]
    [InlineData("NaN", "'NaN' is not a finite number")]
    [InlineData("1_000", "'1_000' is not a finite number")]
    [InlineData("0x10", "'0x10' is not a finite number")]
    public void ANumberIsOneOfFloat32(string cell, string problem) =>
        Assert.StartsWith(
            $"{path}, line 3, column 'b': {problem}",
            Refused($"a,kind,b\n1,x,2\n1,y,{cell}\n")
        );

    [Fact]
    public void TheLargestNumbersOfFloat32AreRead()
    {
        File.WriteAllText(path, "a,kind\n3.4028235e38,x\n-3.4028235e38,x\n1e-50,x\n");
        Assert.Equal(
            [float.MaxValue, float.MinValue, 0],
            LabelledTable.Read(path, "kind").ToSet().Features.Doubles()
        );
    }

    // One letter of Latin-1, which is no UTF-8, in a table that ends its lines as any system does.
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void AnotherEncodingIsRefusedWithTheLine(string end)
    {
        var text = string.Join(end, "a,kind", "1,Café", "2,Cafè", "");
        File.WriteAllText(path, text);
        Assert.Equal(["Café", "Cafè"], LabelledTable.Read(path, "kind").ToSet().Classes);
        foreach (var (letter, line) in ((string, int)[])[("é", 2), ("è", 3)])
        {
            File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text.Replace(letter == "é" ? "è" : "é", "e")));
            Assert.StartsWith(
                $"{path}, line {line}: byte 0xE{(letter == "é" ? 9 : 8)} is not UTF-8",
                Assert.Throws<BadFileException>(() => LabelledTable.Read(path, "kind")).Message
            );
        }
        File.WriteAllBytes(path, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
        Assert.StartsWith(
            $"{path}, line 1: byte 0xFF is not UTF-8",
            Assert.Throws<BadFileException>(() => LabelledTable.Read(path, "kind")).Message
        );
        // What another program has put in place of letters that it could not read.
        Assert.StartsWith(
            $"{path}, line 2, column 'kind': the label 'Caf\uFFFD' holds U+FFFD",
            Refused(text.Replace('é', '\uFFFD'))
        );
    }

    // As pandas writes a table with its index.
    [Fact]
    public void AColumnWithoutAHeaderIsRefused()
    {
        Assert.Equal(
            $"{path}, line 1: column 1 has no header; expected a name for each",
            Refused(",a,kind\n0,1.5,x\n1,2.5,y\n")
        );
        Assert.StartsWith(
            "columns is [' ']; expected at least 1 name",
            Assert
                .Throws<ArgumentException>(() =>
                    new LabelledTable(
                        [" "],
                        [
                            [1],
                        ],
                        ["x"]
                    )
                )
                .Message
        );
    }

    [Fact]
    public void ATableWithoutNumbersIsRefused() =>
        Assert.Equal($"{path}, line 1: no column but 'kind'; expected one of numbers", Refused("kind\nx\n"));

    [Fact]
    public void ATableThatIsPutTogetherIsCheckedToo()
    {
        string Error(string[] columns, double[][] values, params string[] labels) =>
            Assert.Throws<ArgumentException>(() => new LabelledTable(columns, values, labels)).Message;
        Assert.StartsWith(
            "row 1, column 'b': 'NaN' is not",
            Error(
                ["a", "b"],
                [
                    [1, 2],
                    [3, double.NaN],
                ],
                "x",
                "y"
            )
        );
        Assert.StartsWith(
            "row 0, column 'a': '1E+39' is too large",
            Error(
                ["a"],
                [
                    [1e39],
                ],
                "x"
            )
        );
        Assert.StartsWith(
            "row 1: 1 numbers; expected 2",
            Error(
                ["a", "b"],
                [
                    [1, 2],
                    [3],
                ],
                "x",
                "y"
            )
        );
        Assert.StartsWith(
            "row 0: the label is empty",
            Error(
                ["a"],
                [
                    [1],
                ],
                ""
            )
        );
        Assert.StartsWith(
            "labels has 1 entries for 2 rows",
            Error(
                ["a"],
                [
                    [1],
                    [2],
                ],
                "x"
            )
        );
        Assert.StartsWith(
            "columns is ['a', 'a']",
            Error(
                ["a", "a"],
                [
                    [1, 2],
                ],
                "x"
            )
        );
        Assert.StartsWith(
            "columns is ['']; expected at least 1 name",
            Error(
                [],
                [
                    [],
                ],
                "x"
            )
        );
    }

    [Fact]
    public void RowsOfAClassThatLieApartStayInIt()
    {
        var random = new Random(3);
        int[] labels = [.. Enumerable.Range(0, 200).Select(_ => random.Next(7))];
        File.WriteAllLines(path, ["v,kind", .. labels.Select(label => $"{label},k{label}")]);
        var set = LabelledTable.Read(path, "kind").ToSet();
        Assert.Equal(labels.Select(label => $"k{label}").Distinct(), set.Classes);
        var values = set.Features.Doubles();
        for (var c = 0; c < 7; c++)
            Assert.All(
                values.Skip((int)set.Start(c)).Take(set.Counts[c]),
                value => Assert.Equal(set.Classes[c], $"k{value}")
            );
    }

    // Counts and means as the data sets' own descriptions state them (UCI's files wine.names and wdbc.names).
    [Theory]
    [InlineData("wine", "cultivar", "alcohol", 13.0, 0.05, new[] { 59, 71, 48 })]
    [InlineData("breast_cancer", "diagnosis", "mean_radius", 14.127, 0.001, new[] { 212, 357 })]
    [InlineData("iris", "species", "petal_length", 3.758, 0.001, new[] { 50, 50, 50 })]
    public void TheTablesAreThoseOfTheRepository(
        string name,
        string label,
        string column,
        double mean,
        double tolerance,
        int[] counts
    )
    {
        var table = LabelledTable.Read(DataFiles.Path($"data/{name}.csv"), label);
        Assert.Equal(counts, table.ToSet().Counts);
        var index = table.Columns.ToList().IndexOf(column);
        Assert.Equal(mean, table.Values.Average(row => row[index]), tolerance);
    }

    [Fact]
    public void DigitsAreImages()
    {
        var set = DigitImages.Read(DataFiles.Path("data/digits.csv"));
        Assert.Equal([1797, 8, 8], set.Features.shape);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], set.Classes);
        // The counts of UCI's optdigits.names for the test set.
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], set.Counts);
        // A nought has no ink in the middle, a one has it there.
        double Middle(int digit) =>
            set
                .Features.narrow(0, set.Start(digit), set.Counts[digit])
                .mean([0])[3..5, 3..5]
                .mean()
                .ToDouble();
        Assert.True(Middle(0) < 0.25 && Middle(1) > 0.7, $"{Middle(0)} {Middle(1)}");
    }

    [Fact]
    public void DigitsWithTooMuchInkOrTooFewPixelsAreNamed()
    {
        var lines = File.ReadAllLines(DataFiles.Path("data/digits.csv"));
        string Refused(params string[] text)
        {
            File.WriteAllLines(path, text);
            return Assert.Throws<BadFileException>(() => DigitImages.Read(path)).Message;
        }
        Assert.Equal($"{path}, line 1: 1 pixels; expected 64", Refused("p00,digit", "1,0"));
        Assert.Equal(
            $"{path}, line 3, column 'p00': ink is 17; expected 0 to 16",
            Refused(lines[0], lines[1], "17" + lines[2][1..])
        );
        // A header of two lines.
        Assert.Equal(
            $"{path}, line 4, column 'p00': ink is 17; expected 0 to 16",
            Refused(lines[0].Replace("p77", "\"p\n77\""), lines[1], "17" + lines[2][1..])
        );
    }

    [Theory]
    [InlineData("x")]
    [InlineData("12")]
    [InlineData("-1")]
    public void ALabelThatIsNoDigitIsNamed(string label)
    {
        var lines = File.ReadAllLines(DataFiles.Path("data/digits.csv"));
        File.WriteAllLines(path, [lines[0], lines[1], lines[2][..(lines[2].LastIndexOf(',') + 1)] + label]);
        Assert.Equal(
            $"{path}, line 3, column 'digit': the label is '{label}'; expected 0 to 9",
            Assert.Throws<BadFileException>(() => DigitImages.Read(path)).Message
        );
    }
}
