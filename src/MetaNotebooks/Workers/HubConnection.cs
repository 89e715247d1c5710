using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;

namespace MetaNotebooks;

/// <summary>
/// A worker's stream to the hub of its group, by gRPC: the parts of all workers come back for each that is sent. The
/// messages are bytes without a schema, since both ends are of one version.
/// </summary>
internal sealed class HubConnection
{
    /// <summary>The one call there is.</summary>
    public static readonly Method<byte[], byte[]> Call = new(
        MethodType.DuplexStreaming,
        "metanotebooks.Workers",
        "Exchange",
        Marshallers.Create(bytes => bytes, bytes => bytes),
        Marshallers.Create(bytes => bytes, bytes => bytes)
    );

    // Another machine that breaks down says nothing.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private readonly AsyncDuplexStreamingCall<byte[], byte[]> _call;

    public HubConnection(string address, string token, int rank)
    {
        var handler = new SocketsHttpHandler
        {
            KeepAlivePingDelay = Silence,
            KeepAlivePingTimeout = Silence,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        };
        var options = new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
            MaxSendMessageSize = null,
        };
        var channel = GrpcChannel.ForAddress(address, options);
        var headers = new Metadata
        {
            { "token", token },
            { "rank", rank.ToString(CultureInfo.InvariantCulture) },
            { "process", Environment.ProcessId.ToString(CultureInfo.InvariantCulture) },
            { "machine", Environment.MachineName },
        };
        _call = channel.CreateCallInvoker().AsyncDuplexStreamingCall(Call, null, new CallOptions(headers));
    }

    /// <summary>Sends this worker's part and gives all workers', in the order of their numbers.</summary>
    public IReadOnlyList<byte[]> Exchange(byte[] own, int workers)
    {
        try
        {
            return Task.Run(() => ExchangeAsync(own, workers)).GetAwaiter().GetResult();
        }
        catch (RpcException bad)
        {
            throw new LostWorkerException(
                bad.StatusCode
                    is StatusCode.Aborted
                        or StatusCode.PermissionDenied
                        or StatusCode.InvalidArgument
                    ? bad.Status.Detail
                    : $"The hub of the workers has gone: {bad.Status.Detail}."
            );
        }
    }

    private async Task<IReadOnlyList<byte[]>> ExchangeAsync(byte[] own, int workers)
    {
        try
        {
            await _call.RequestStream.WriteAsync(own);
        }
        catch (Exception ended) when (ended is InvalidOperationException or RpcException)
        {
            // Why, the answer says.
        }
        var parts = new byte[workers][];
        for (var rank = 0; rank < workers; rank++)
            parts[rank] = await _call.ResponseStream.MoveNext(CancellationToken.None)
                ? _call.ResponseStream.Current
                : throw new RpcException(new Status(StatusCode.Unavailable, "it ended the call"));
        return parts;
    }
}
