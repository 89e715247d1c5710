using System.ComponentModel;
using System.Diagnostics;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Ends processes.</summary>
internal static class ProcessTree
{
    /// <summary>Ends a process and those it started, as far as they can be ended; does not throw.</summary>
    /// <remarks>It is called by timers and in clean-up, where an exception would end the runner.</remarks>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception bad)
            when (bad
                    is InvalidOperationException
                        or Win32Exception
                        or NotSupportedException
                        or AggregateException
            )
        {
            // It has ended already, or one of those that it started is another user's.
        }
    }
}
