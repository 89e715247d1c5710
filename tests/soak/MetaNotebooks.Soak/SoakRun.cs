namespace MetaNotebooks.Soak;

internal static class SoakRun
{
    public static int Run(double minutes) => 0;
}
