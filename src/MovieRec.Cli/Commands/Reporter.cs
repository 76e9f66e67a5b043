using System.Globalization;
using Spectre.Console;

namespace MovieRec.Cli.Commands;

/// <summary>Progress bar of a task on standard error; silent with <c>--json</c> or without a terminal.</summary>
internal sealed class Reporter(bool silent)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public T Run<T>(string task, Func<IProgress<double>, T> work)
    {
        if (silent || Console.IsErrorRedirected)
            return work(new Silent());
        return _console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(task), maxValue: 1);
                return work(new Bar(bar));
            });
    }

    /// <summary>As <see cref="Run"/>, for asynchronous work.</summary>
    public async Task<T> RunAsync<T>(string task, Func<IProgress<double>, Task<T>> work)
    {
        if (silent || Console.IsErrorRedirected)
            return await work(new Silent());
        return await _console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(task), maxValue: 1))));
    }

    public static void Unreadable(string path, Ratings.UnreadableLines lines)
    {
        if (lines.Count == 0)
            return;
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{path}: {lines.Count:N0} lines cannot be read and are skipped."));
        foreach (var line in lines.First)
            Console.Error.WriteLine($"  {line}");
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
