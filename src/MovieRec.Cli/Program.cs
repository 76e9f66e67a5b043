using System.CommandLine;
using MovieRec.Cli.Commands;
using MovieRec.Cli.Importing;
using MovieRec.Cli.Ratings;
using MovieRec.Sqlite.Database;

var root = new RootCommand("The operator's tasks of MovieRec.")
{
    RefreshCommand.Build(), ImportCommand.Build(), TrainCommand.Build(), EvaluateCommand.Build(), TuneCommand.Build(), InspectCommand.Build(), PublishCommand.Build(),
};
try
{
    return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception unusable) when (unusable is RatingsException or ImportException or DatabaseException)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
