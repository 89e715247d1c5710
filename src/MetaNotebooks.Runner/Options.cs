using System.CommandLine;
using System.Globalization;
using MetaNotebooks.Runner.Checking;
using MetaNotebooks.Runner.Running;

namespace MetaNotebooks.Runner;

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

    /// <summary>How many notebooks run at a time.</summary>
    public static Option<int> Jobs()
    {
        var jobs = new Option<int>("--jobs")
        {
            Description = "How many notebooks run at a time; outputs do not depend on it.",
            HelpName = "N",
            DefaultValueFactory = _ => NotebookQueue.UsualJobs,
        };
        Expect(
            jobs,
            text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 1,
            "a whole number from 1 up"
        );
        return jobs;
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
