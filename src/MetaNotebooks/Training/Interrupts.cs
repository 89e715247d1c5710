using System.Runtime.InteropServices;

namespace MetaNotebooks;

/// <summary>
/// Ctrl-C (and the system's request to end, SIGTERM) as a token, for a console program: the first asks, so that training
/// ends after the iteration it is at and keeps a checkpoint; the second ends the process at once. While it lives no other
/// part of the program should answer these signals.
/// </summary>
public sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private int met;

    /// <summary>Begins to listen.</summary>
    public Interrupts() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Meet),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Meet),
        ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Stops listening: the signals end the process again.</summary>
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void Meet(PosixSignalContext signal)
    {
        // What is not claimed takes its usual course.
        signal.Cancel = Interlocked.Exchange(ref met, 1) == 0;
        if (signal.Cancel)
            source.Cancel();
    }
}
