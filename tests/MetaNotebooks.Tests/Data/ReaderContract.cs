using System.Text;

namespace MetaNotebooks.Tests;

/// <summary>
/// Whatever a reader is given: what it should read, or one error that names the file and the place; and no
/// tensor is left behind but those that it gives.
/// </summary>
public sealed class ReaderContract : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Readers => [.. ReaderCases.All.Keys];

    public static TheoryData<string, string> Broken =>
        [
            .. ReaderCases.All.SelectMany(one =>
                one.Value.Broken.Select(broken => new TheoryDataRow<string, string>(one.Key, broken.What))
            ),
        ];

    private string Put(ReaderCase reader, byte[] bytes)
    {
        var path = folder[$"file.{reader.Ending}"];
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static long Live => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

    private static void Refused(ReaderCase reader, string path, string place = "")
    {
        var before = Live;
        var error = Assert.Throws<BadFileException>(() => reader.Read(path).Count());
        Assert.StartsWith($"{path}, {place}", error.Message);
        Assert.Equal(before, Live);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void AWholeFileLeavesNoTensorButItsOwn(string name)
    {
        var reader = ReaderCases.All[name];
        var path = Put(reader, reader.Whole);
        var before = Live;
        // Twice: the first time may set something up.
        foreach (var _ in (int[])[1, 2])
        {
            foreach (var tensor in reader.Read(path))
                tensor.Dispose();
            Assert.Equal(before, Live);
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void ABrokenFileIsOneErrorThatNamesThePlace(string name, string what)
    {
        var reader = ReaderCases.All[name];
        var (_, bytes, place) = reader.Broken.Single(broken => broken.What == what);
        Refused(reader, Put(reader, bytes), place);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void ATextThatWindowsSavedIsTheSame(string name)
    {
        var reader = ReaderCases.All[name];
        if (!reader.IsText)
            return;
        double[][] Read(byte[] bytes) =>
            [
                .. reader
                    .Read(Put(reader, bytes))
                    .Select(tensor =>
                    {
                        using (tensor)
                            return tensor.to(ScalarType.Float64).Doubles();
                    }),
            ];
        Assert.Equal(Read(reader.Whole), Read(WindowsText.Of(reader.Whole)));
        foreach (var (_, bytes, place) in reader.Broken)
            Refused(reader, Put(reader, WindowsText.Of(bytes)), place);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void AFolderIsNoFile(string name)
    {
        var path = folder["folder"];
        Directory.CreateDirectory(path);
        Refused(ReaderCases.All[name], path, "path: it is a folder; expected a file");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void AnEmptyFileIsRefused(string name)
    {
        var reader = ReaderCases.All[name];
        Refused(reader, Put(reader, []));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void AFileThatIsCutShortIsRefused(string name)
    {
        var reader = ReaderCases.All[name];
        // A table may end after any row, and a text after its last bracket.
        if (reader.Ending == "csv")
            return;
        var end = reader.IsText
            ? Encoding.UTF8.GetString(reader.Whole).LastIndexOf('}')
            : reader.Whole.Length;
        for (var length = 0; length < end; length += 1 + end / 50)
            Refused(reader, Put(reader, reader.Whole[..length]));
        Refused(reader, Put(reader, reader.Whole[..(end - 1)]));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void AFileOfAnotherKindIsRefused(string name)
    {
        var reader = ReaderCases.All[name];
        foreach (var (other, given) in ReaderCases.All)
            // Learners' and strategies' files and checkpoints are files of tensors.
            if (other != name && !(name == "tensors" && given.Ending == reader.Ending))
                Refused(reader, Put(reader, given.Whole));
        Refused(reader, Put(reader, TestPng.Write(20, (_, _) => true)));
        Refused(reader, Put(reader, new byte[1000]));
        Refused(reader, Put(reader, Encoding.Unicode.GetBytes(Encoding.Latin1.GetString(reader.Whole))));
    }

    [Fact]
    public void WhatIsSavedOutsideScopesLeavesNoTensor()
    {
        var before = Live;
        using (var plain = arange(6).view(2, 3))
        using (var turned = plain.transpose(0, 1))
            SafeTensors.Save(folder["a"], new Dictionary<string, Tensor> { ["a"] = turned, ["b"] = plain });
        Assert.Equal(before + 1, Live);
    }
}
