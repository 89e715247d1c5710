using MetaNotebooks.Soak;

return args switch
{
    ["train", var path, var iterations] => TrainingProcess.Run(path, int.Parse(iterations)),
    ["soak", var minutes] when double.TryParse(minutes, out var length) && length > 0 => SoakRun.Run(length),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("soak MINUTES | train CHECKPOINT ITERATIONS");
    return 2;
}
