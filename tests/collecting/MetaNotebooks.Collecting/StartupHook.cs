/// <summary>
/// What any .NET program runs before its own beginning when it is started with <c>DOTNET_STARTUP_HOOKS</c> naming this
/// assembly: a thread that collects garbage and waits for what is finalised, each millisecond. Whatever a program gives
/// to native code and does not hold until the call returns is freed under it, soon. The runtime wants this very name.
/// </summary>
internal static class StartupHook
{
    /// <summary>Starts the thread.</summary>
    public static void Initialize() =>
        new Thread(Collect) { IsBackground = true, Name = "collector" }.Start();

    private static void Collect()
    {
        while (true)
        {
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
            Thread.Sleep(1);
        }
    }
}
