using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>The pipe that a child's events come through; it ends whoever holds it open.</summary>
/// <remarks>
/// A process that the child has left behind can keep the pipe open for ever. So the parent writes to it too:
/// once the child has ended, that it is gone, which stands behind all that the child has written.
/// </remarks>
internal sealed class EventPipe : IDisposable
{
    // No other child may be started while a pipe's end for one can be inherited.
    private static readonly Lock Starting = new();
    private readonly AnonymousPipeServerStream _read = new(
        PipeDirection.In,
        HandleInheritability.Inheritable
    );
    private readonly AnonymousPipeClientStream _write;

    private EventPipe() => _write = new(PipeDirection.Out, _read.ClientSafePipeHandle);

    /// <summary>Where the events are read.</summary>
    public Stream Stream => _read;

    /// <summary>Starts a child that is given the handle to write its events to.</summary>
    public static (Process Child, EventPipe Events) Start(Func<string, Process> start)
    {
        lock (Starting)
        {
            var pipe = new EventPipe();
            try
            {
                var child = start(pipe._read.GetClientHandleAsString());
                Inheritance.End(pipe._read.ClientSafePipeHandle);
                return (child, pipe);
            }
            catch
            {
                pipe.Dispose();
                throw;
            }
        }
    }

    /// <summary>Ends the events, behind all that were sent.</summary>
    public void End()
    {
        try
        {
            // On a line of its own, where the child was ended within one.
            var line = JsonSerializer.SerializeToUtf8Bytes(new ProcessGone(), CellJson.Default.CellEvent);
            _write.Write([(byte)'\n', .. line, (byte)'\n']);
        }
        catch (Exception bad) when (bad is IOException or ObjectDisposedException)
        {
            // Nobody reads any more.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _read.Dispose();
        _write.Dispose();
    }
}
