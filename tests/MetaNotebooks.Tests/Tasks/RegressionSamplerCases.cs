namespace MetaNotebooks.Tests;

public sealed class RegressionSamplerCases : ISamplerCases
{
    public IEnumerable<SamplerCase> Cases =>
        [
            new("sinusoids", (shots, queries) => new Sinusoids { Shots = shots, Queries = queries }),
            new(
                "Reptile's sinusoids",
                (shots, queries) => Sinusoids.Reptile with { Shots = shots, Queries = queries }
            ),
            new("linear", (shots, queries) => new LinearTasks { Shots = shots, Queries = queries }),
            new(
                "linear, 10 inputs",
                (k, q) =>
                    new LinearTasks
                    {
                        Inputs = 10,
                        Shots = k,
                        Queries = q,
                    }
            ),
        ];
}
