using System.Runtime.ExceptionServices;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Exceptions on threads that cells have started are told, and end no process.</summary>
/// <remarks>
/// Otherwise .NET ends the process: for those of a thread's own function, of timers, of the thread pool, and
/// of <c>async void</c> functions.
/// </remarks>
internal static class BackgroundErrors
{
    /// <summary>Has them told from here on, once for the process.</summary>
    /// <param name="tell">Is told of each, on its thread.</param>
    /// <param name="isOurs">Whether it is the host's own, without which the host would not go on.</param>
    public static void GiveTo(Action<CellError> tell, Predicate<Exception> isOurs) =>
        ExceptionHandling.SetUnhandledExceptionHandler(thrown =>
        {
            if (isOurs(thrown))
                return false;
            try
            {
                tell(ExceptionText.ToError(thrown));
                return true;
            }
            catch (Exception)
            {
                // It cannot be told: the process ends and .NET says why.
                return false;
            }
        });
}
