using MetaNotebooks.Soak;

return args switch
{
    ["train", var path, var iterations] => TrainingProcess.Run(path, int.Parse(iterations), null),
    ["train", var path, var iterations, var stuck] => TrainingProcess.Run(
        path,
        int.Parse(iterations),
        int.Parse(stuck)
    ),
    ["soak", var minutes] when double.TryParse(minutes, out var length) && length > 0 => SoakRun.Run(length),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("soak MINUTES | train CHECKPOINT ITERATIONS [STUCK]");
    return 2;
}
