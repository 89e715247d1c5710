using System.CommandLine;
using System.Globalization;
using MetaNotebooks.Notebooks.Checking;

namespace MetaNotebooks.Cli;

/// <summary>The arguments and options that verbs share.</summary>
internal static class Options
{
    /// <summary>The notebooks.</summary>
    public static Argument<string[]> Paths() =>
        new("PATH")
        {
            Description = "Notebooks, or folders of them; without any, the kit's notebooks.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <summary>The folder of the site.</summary>
    public static Option<string?> Folder() =>
        new("--out")
        {
            Description =
                "The folder for the site, the kit's artifacts/site by default; replaces a site there.",
            HelpName = "DIR",
        };

    /// <summary>A whole number from 1 up.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="unit">What its value is called.</param>
    /// <param name="words">What it is for.</param>
    /// <param name="usual">Its value when it is not given; null for none.</param>
    public static Option<int?> Count(string name, string unit, string words, int? usual)
    {
        var option = new Option<int?>(name) { Description = words, HelpName = unit };
        if (usual is not null)
            option.DefaultValueFactory = _ => usual;
        Expect(
            option,
            text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 1,
            "a whole number from 1 up"
        );
        return option;
    }

    /// <summary>How far numbers may be apart.</summary>
    public static Option<double> ToleranceOf()
    {
        var tolerance = new Option<double>("--tolerance")
        {
            Description = "How far a number may be from the stored one, as a part of the larger of the two.",
            HelpName = "PART",
            DefaultValueFactory = _ => Tolerance.Usual,
            CustomParser = given => double.Parse(given.Tokens[0].Value, CultureInfo.InvariantCulture),
        };
        Expect(
            tolerance,
            text =>
                double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1,
            "a number from 0 up, below 1"
        );
        return tolerance;
    }

    private static void Expect(Option option, Predicate<string> isGood, string words) =>
        option.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => !isGood(token.Value)))
                given.AddError($"{option.Name}: '{token.Value}' is not {words}");
        });
}
