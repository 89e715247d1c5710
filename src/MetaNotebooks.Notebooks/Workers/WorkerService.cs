using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace MetaNotebooks.Notebooks.Workers;

/// <summary>The end of the workers' streams; see MetaNotebooks.HubConnection for the other.</summary>
/// <param name="rounds">Where they meet.</param>
/// <param name="workers">How many there are.</param>
/// <param name="token">What only they know.</param>
[BindServiceMethod(typeof(WorkerService), nameof(Bind))]
internal class WorkerService(Rounds rounds, int workers, string token)
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private readonly HashSet<int> _known = [];

    /// <summary>Makes the one call known to the server.</summary>
    public static void Bind(ServiceBinderBase binder, WorkerService? service) =>
        binder.AddMethod(
            new Method<byte[], byte[]>(
                MethodType.DuplexStreaming,
                "metanotebooks.Workers",
                "Exchange",
                Bytes,
                Bytes
            ),
            service is null ? null : service.Exchange
        );

    /// <summary>Serves one worker, from its first iteration to its end. The server looks for a virtual method.</summary>
    public virtual async Task Exchange(
        IAsyncStreamReader<byte[]> from,
        IServerStreamWriter<byte[]> to,
        ServerCallContext call
    )
    {
        var rank = Greet(call.RequestHeaders);
        var who =
            $"Worker {rank} of {workers} (process {call.RequestHeaders.GetValue("process")} on "
            + $"{call.RequestHeaders.GetValue("machine")})";
        var round = 0;
        try
        {
            while (await from.MoveNext(call.CancellationToken))
            {
                round++;
                foreach (var part in await rounds.Give(rank, from.Current).WaitAsync(call.CancellationToken))
                    await to.WriteAsync(part, call.CancellationToken);
            }
            // The others may have ended too; who has not is told.
            rounds.Lose($"{who} ended after {round} iterations.");
        }
        catch (LostWorkersException lost)
        {
            throw new RpcException(new Status(StatusCode.Aborted, lost.Message));
        }
        catch (Exception) when (call.CancellationToken.IsCancellationRequested)
        {
            rounds.Lose($"{who} was lost in iteration {round + 1} of this run.");
        }
        catch (IOException)
        {
            rounds.Lose($"{who} was lost in iteration {round + 1} of this run.");
        }
    }

    private int Greet(Metadata headers)
    {
        var given = Encoding.UTF8.GetBytes(headers.GetValue("token") ?? "");
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(token)))
            throw new RpcException(
                new Status(StatusCode.PermissionDenied, "This process is not of this group of workers.")
            );
        var text = headers.GetValue("rank");
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var rank) || rank < 0 || rank >= workers)
            throw new RpcException(
                new Status(
                    StatusCode.InvalidArgument,
                    $"Worker '{text}' of {workers}; expected a number below that."
                )
            );
        lock (_known)
            return _known.Add(rank)
                ? rank
                : throw new RpcException(
                    new Status(
                        StatusCode.InvalidArgument,
                        $"Worker {rank} is there already; expected one group a start."
                    )
                );
    }
}
