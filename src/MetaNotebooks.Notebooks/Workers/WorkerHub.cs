using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MetaNotebooks.Notebooks.Workers;

/// <summary>
/// Where the workers of a group exchange what they computed: a gRPC server in the process that started them, so that they
/// need its client alone, which any host of F# can load.
/// </summary>
internal sealed class WorkerHub : IAsyncDisposable
{
    /// <summary>The environment variable of a worker's number.</summary>
    public const string RankVariable = "METANOTEBOOKS_RANK";

    private const string HubVariable = "METANOTEBOOKS_HUB";

    // Another machine that breaks down says nothing.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private readonly WebApplication _server;

    private WorkerHub(WebApplication server, IReadOnlyDictionary<string, string> variables) =>
        (_server, Variables) = (server, variables);

    /// <summary>The environment of the workers, but for their numbers; see MetaNotebooks.WorkerGroup.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Whether this process is of a group of workers, and not its first.</summary>
    public static bool IsLaterWorker =>
        Environment.GetEnvironmentVariable(HubVariable) is { Length: > 0 }
        && (
            Environment.GetEnvironmentVariable(RankVariable)
            ?? Environment.GetEnvironmentVariable("SLURM_PROCID")
        )
            is not (null or "0");

    /// <summary>Starts one.</summary>
    /// <param name="workers">How many workers there will be.</param>
    /// <param name="machine">The name by which they find this machine; null where they are on it.</param>
    public static async Task<WorkerHub> Start(int workers, string? machine)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.Http2.KeepAlivePingDelay = Silence;
            kestrel.Limits.Http2.KeepAlivePingTimeout = Silence;
            // A port that the system finds free.
            kestrel.Listen(
                machine is null ? IPAddress.Loopback : IPAddress.Any,
                0,
                listen => listen.Protocols = HttpProtocols.Http2
            );
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.Services.AddSingleton(new WorkerService(new Rounds(workers), workers, token));
        var server = builder.Build();
        server.MapGrpcService<WorkerService>();
        await server.StartAsync();
        var port = new Uri(server.Urls.Single()).Port;
        return new(
            server,
            new Dictionary<string, string>
            {
                ["METANOTEBOOKS_WORKERS"] = workers.ToString(CultureInfo.InvariantCulture),
                [HubVariable] = $"http://{machine ?? "127.0.0.1"}:{port}",
                ["METANOTEBOOKS_TOKEN"] = token,
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
