using MovieRec.Api.Catalogues.Refresh;
using Spectre.Console;

namespace MovieRec.Cli.Commands;

/// <summary>Progress bars of a refresh on standard error, if that is a terminal.</summary>
internal static class RefreshProgressBar
{
    public static async Task<RefreshOutcome> RunAsync(Func<Action<RefreshProgress>?, Action<string>, Task<RefreshOutcome>> work)
    {
        if (Console.IsErrorRedirected)
            return await work(null, Console.Error.WriteLine);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bars = Enum.GetValues<RefreshPhase>()
                    .ToDictionary(phase => phase, phase => context.AddTask(GetName(phase), autoStart: false, maxValue: 1));
                return work(
                    progress =>
                    {
                        var bar = bars[progress.Phase];
                        bar.StartTask();
                        bar.MaxValue = Math.Max(1, progress.Total);
                        bar.Value = progress.Done;
                    },
                    console.WriteLine);
            });
    }

    private static string GetName(RefreshPhase phase) => phase switch
    {
        RefreshPhase.Lists => "Lists",
        RefreshPhase.Details => "Titles",
        RefreshPhase.Matching => "Embedded titles",
        _ => "Publishing",
    };
}
