using System.CommandLine;
using System.CommandLine.Help;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Commands;

// Not a RootCommand, whose help would print the assembly's name, although the operator types ./movierec.
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
catch (ConfigurationException unusable)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
