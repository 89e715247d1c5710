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
