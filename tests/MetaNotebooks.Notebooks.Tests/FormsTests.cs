using System.Dynamic;
using System.Numerics;
using MetaNotebooks.Notebooks.Outputs;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.FSharp.Collections;

namespace MetaNotebooks.Notebooks.Tests;

/// <summary>The forms that values are shown in.</summary>
public sealed class FormsTests
{
    private static readonly string[] MimeTypes =
    [
        HtmlFormatter.MimeType,
        PlainTextFormatter.MimeType,
        PlainTextSummaryFormatter.MimeType,
    ];

    // Of every kind that the package has a formatter for, and of some that it has not.
    private static readonly object?[] Values =
    [
        null,
        1,
        0.5,
        "text",
        'c',
        true,
        1.5m,
        BigInteger.Pow(10, 30),
        new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        TimeSpan.FromMinutes(1),
        typeof(int),
        DayOfWeek.Monday,
        new InvalidOperationException("bad"),
        new Dictionary<string, int> { ["a"] = 1 },
        new Tuple<int, string>(1, "a"),
        (1, "a"),
        new
        {
            Name = "a",
            Values = new[] { 1.5, 2.5 },
            Inner = new { Deep = new[] { new { X = 1 } } },
        },
        new[] { 1, 2, 3 },
        new object?[] { 1, "a", null, new[] { 1, 2 } },
        new List<(int, int)> { (1, 2), (3, 4) },
        Enumerable.Range(0, 100),
        "abc".AsMemory(),
        new object(),
        System.Text.Json.JsonDocument.Parse("""{ "a": [1, "b"] }"""),
        Expando(),
    ];

    [Fact]
    public void WhatThePackageShowsIsShownAsItShowsIt()
    {
        Formatter.ResetToDefault();
        var expected = Values.Select(All).ToArray();
        ValueFormatter.Register();
        Assert.Equal(expected, Values.Select(All));
        Assert.Equal(expected, Values.Select(value => Texts(Forms.Of(value, MimeTypes))));
    }

    [Fact]
    public void ListsAndSetsShowAsArraysDo()
    {
        ValueFormatter.Register();
        int[] numbers = [.. Enumerable.Range(0, 30)];
        (int, string)[] tuples = [.. numbers.Select(i => (i, $"{i}"))];
        Tuple<int, int>[] pairs = [.. numbers.Select(i => Tuple.Create(i, i))];
        var objects = numbers.Select(i => new { Number = i, Text = $"{i}" }).ToArray();
        Same(numbers);
        Same(Array.Empty<int>());
        Same(tuples);
        Same(Array.Empty<(int, string)>());
        Same(pairs);
        Same(objects);
        Assert.Equal(Shown(numbers), Shown(SetModule.OfSeq(numbers)));
        var arrays = numbers.Take(5).Select(_ => pairs).ToArray();
        Assert.Equal(
            Texts(Forms.Of(arrays, HtmlFormatter.MimeType)),
            Texts(Forms.Of(ListModule.OfSeq(arrays.Select(ListModule.OfSeq)), HtmlFormatter.MimeType))
        );
    }

    [Fact]
    public void AListOfListsOfTuplesIsAsLongAsAnArray()
    {
        ValueFormatter.Register();
        var lists = Enumerable
            .Range(0, 20)
            .Select(i => ListModule.OfSeq(Enumerable.Range(0, 20).Select(j => Tuple.Create(i, j))));
        // As trees of tails, they had 18.6 million characters.
        Assert.InRange(Forms.Of(ListModule.OfSeq(lists)).Single().Value.Length, 10_000, 300_000);
    }

    [Fact]
    public void ALimitIsOfWhatIsWrittenAndNotOneCharacterLess()
    {
        Assert.Equal(OutputLimits.Most, Forms.Of(new string('x', OutputLimits.Most)).Single().Value.Length);
        var error = Assert.Throws<OutputException>(() => Forms.Of(new string('x', OutputLimits.Most + 1)));
        Assert.Contains("write it to a file", error.Message);
    }

    [Theory]
    [InlineData(OutputLimits.MostDepth - 4, true)]
    [InlineData(OutputLimits.MostDepth + 1, false)]
    public void ADepthWithinTheLimitIsShown(int depth, bool isShown)
    {
        object nest = 1;
        for (var i = 0; i < depth; i++)
            nest = ListModule.OfSeq([nest]);
        if (isShown)
            Assert.Contains("1", Forms.Of(nest).Single().Value);
        else
            Assert.Throws<OutputException>(() => Forms.Of(nest));
    }

    private static void Same<T>(T[] array) => Assert.Equal(Shown(array), Shown(ListModule.OfSeq(array)));

    private static string[] Shown(object value) => Texts(Forms.Of(value, MimeTypes));

    private static string[] Texts(IEnumerable<FormattedValue> forms) => [.. forms.Select(form => form.Value)];

    private static string[] All(object? value) =>
        [.. MimeTypes.Select(form => Formatter.ToDisplayString(value, form))];

    private static ExpandoObject Expando()
    {
        dynamic value = new ExpandoObject();
        value.Name = "a";
        value.Number = 1;
        return value;
    }
}
