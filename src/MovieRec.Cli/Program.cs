using System.CommandLine;
using System.CommandLine.Help;
using MovieRec.Cli.Commands;
using MovieRec.Cli.Importing;
using MovieRec.Cli.Ratings;
using MovieRec.Sqlite.Database;

// A command of its own and not a RootCommand, whose help would print the assembly's name where people type ./movierec.
var root = new Command("./movierec", "The operator's tasks of MovieRec.")
{
    new HelpOption(), new VersionOption(),
    RefreshCommand.Build(), ImportCommand.Build(), TrainCommand.Build(), EvaluateCommand.Build(), TuneCommand.Build(),
    InspectCommand.Build(), PublishCommand.Build(),
    BackupCommands.Backup(), BackupCommands.Restore(), UserCommands.Build(),
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
