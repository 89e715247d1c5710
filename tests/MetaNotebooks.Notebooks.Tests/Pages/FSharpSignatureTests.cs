using MetaNotebooks.Notebooks.Site.Api;
using Microsoft.FSharp.Collections;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>What F# was written in is told in F#: its own library, for one.</summary>
public sealed class FSharpSignatureTests
{
    private static readonly Lazy<IReadOnlyList<ApiType>> Types = new(() =>
        ApiReader.Read(new ApiLibraries([typeof(ListModule).Assembly.Location], null))[0].Types
    );

    // A module that shares its name with a type has another one in .NET.
    [Fact]
    public void AModuleHasItsOwnName()
    {
        var names = Types.Value.Select(type =>
            string.Concat(Signature.Of(type.Symbol).Select(part => part.Text))
        );
        Assert.Contains("module List", names);
        Assert.DoesNotContain("module ListModule", names);
    }

    [Theory]
    [InlineData("List", "map", "let map (mapping: 'T -> 'TResult) (list: 'T list) : 'TResult list")]
    [InlineData("List", "zip", "let zip (list1: 'T1 list) (list2: 'T2 list) : ('T1 * 'T2) list")]
    [InlineData(
        "List",
        "fold",
        "let fold (folder: 'TState -> 'T -> 'TState) (state: 'TState) (list: 'T list) : 'TState"
    )]
    [InlineData("Option", "defaultValue", "let defaultValue (value: 'T) (option: 'T option) : 'T")]
    [InlineData("Seq", "length", "let length (source: seq<'T>) : int")]
    [InlineData("Map", "ofSeq", "let ofSeq (elements: seq<'TKey * 'T>) : Map<'TKey, 'T>")]
    [InlineData("Array", "iter", "let iter (action: 'T -> unit) (array: 'T[]) : unit")]
    public void OfAFunction(string type, string member, string signature)
    {
        var found = Types
            .Value.SelectMany(one => one.Name == type ? one.Members : [])
            .First(one => one.Name == member);
        Assert.Equal(signature, string.Concat(Signature.Of(found.Symbol).Select(part => part.Text)));
    }
}
