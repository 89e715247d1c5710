using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>PyTorch with peers.py, one process for all of it: a line of text asks, a line answers.</summary>
internal sealed class Peers : IDisposable
{
    private readonly Process process;

    public Peers()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers.py");
        process = Process.Start(
            new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON") ?? "python3", [script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
    }

    /// <summary>Gives it the tensors that a case starts from.</summary>
    public void Load(Case of)
    {
        using var scope = NewDisposeScope();
        var (meta, batch) = of.Start();
        var tensors = new Dictionary<string, Tensor>
        {
            [$"{of.Data}.support_x"] = batch.SupportX,
            [$"{of.Data}.support_y"] = batch.SupportY,
            [$"{of.Data}.query_x"] = batch.QueryX,
            [$"{of.Data}.query_y"] = batch.QueryY,
        };
        if (batch.Descriptions is { } descriptions)
            tensors[$"{of.Data}.descriptions"] = descriptions;
        for (var i = 0; i < meta.Count; i++)
            tensors[$"{of.Data}.theta.{i}"] = meta[i];
        // A start that is drawn, where none is learned.
        if (of.Learner is AdaptiveLearner { Start: var start } adaptive && start != Start.Learned)
        {
            var drawn = adaptive.Parts(meta, batch).Theta;
            for (var i = 0; i < drawn.Count; i++)
                tensors[$"{of.Data}.start.{i}"] = drawn[i];
        }
        var file = Path.GetTempFileName();
        try
        {
            SafeTensors.Save(file, tensors);
            Ask("load", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Threads of libtorch there.</summary>
    /// <returns>Its version.</returns>
    public string Threads(int number) => Ask("threads", $"{number}");

    /// <summary>Seconds of an iteration.</summary>
    public double Time(Case of, string style, int iterations) =>
        double.Parse(Ask("time", of.Name, style, $"{iterations}"), CultureInfo.InvariantCulture) / iterations;

    /// <summary>
    /// By how many bytes a process of PyTorch's own grows at most in one iteration, as <see cref="MemoryCommand"/>.
    /// </summary>
    public static double Bytes(Case of, string style, int threads)
    {
        using var fresh = new Peers();
        fresh.Threads(threads);
        fresh.Load(of);
        return double.Parse(fresh.Ask("memory", of.Name, style), CultureInfo.InvariantCulture);
    }

    /// <summary>What comes of the start, as <see cref="Case.Result"/>.</summary>
    public float[] Result(Case of, string style) =>
        [.. MemoryMarshal.Cast<byte, float>(Convert.FromHexString(Ask("result", of.Name, style)))];

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private string Ask(params string[] words)
    {
        process.StandardInput.WriteLine(string.Join('\t', words));
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"PyTorch ended at '{string.Join(' ', words)}'.");
    }
}
