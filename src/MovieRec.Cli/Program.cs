using System.CommandLine;
using MovieRec.Cli.Commands;
using MovieRec.Cli.Ratings;

var root = new RootCommand("The operator's tasks of MovieRec.") { TrainCommand.Build(), EvaluateCommand.Build(), TuneCommand.Build(), InspectCommand.Build(), PublishCommand.Build(), RefreshCommand.Build() };
try
{
    return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (RatingsException unusable)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
