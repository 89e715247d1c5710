using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>That a meta-gradient's bits do not depend on the number of threads.</summary>
internal static class AnyThreads
{
    public static void GiveTheSameBits(ILearner learner, TaskBatch batch)
    {
        var meta = learner.Init(2).Leaves();
        var threads = get_num_threads();
        double[] With(int number)
        {
            set_num_threads(number);
            var gradient = learner.MetaGradient(meta, batch);
            return [.. gradient.Gradients.Prepend(gradient.Losses).SelectMany(part => part.Doubles())];
        }
        try
        {
            var one = With(1);
            Assert.All(Enumerable.Range(2, 7), number => Assert.Equal(one, With(number)));
        }
        finally
        {
            set_num_threads(threads);
        }
    }
}
