using System.Diagnostics;
using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Engine.Bench;

/// <summary>Cost of training: the time of EASE with its sparse result, and the peak memory of the process.</summary>
internal static class TrainingFigures
{
    public static void Print()
    {
        Console.WriteLine("| titles | users | entries | solved among | EASE s | peak MB so far |\n|---|---|---|---|---|---|");
        foreach (
            var (users, items, average) in (
                ReadOnlySpan<(int, int, int)>)[(943, 1_700, 106), (2_000, 1_700, 50), (600, 10_000, 160), (12_000, 10_000, 80)])
        {
            var interactions = SyntheticLists.Make(users, items, average, seed: 1);
            var watch = Stopwatch.StartNew();
            _ = Trainer.Train(interactions, new TrainingOptions(), null, CancellationToken.None);
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
            Console.WriteLine(
                $"| {items:N0} | {users:N0} | {interactions.Count:N0} | {(users < items / 2 ? "users" : "titles")} | "
                + $"{watch.Elapsed.TotalSeconds:0.0} | {peak:0} |");
        }
    }
}
