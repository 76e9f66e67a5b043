using Microsoft.AspNetCore.Connections;
using MovieRec.Api.Sources;
using MovieRec.LocalHost.Composition;
using MovieRec.Sqlite.Database;

return await CommandLine.Build(RunAsync).Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });

static async Task<int> RunAsync(LocalHostOptions options, CancellationToken cancellationToken)
{
    try
    {
        await using var app = await LocalHostApp.StartAsync(options, cancellationToken);
        await options.Progress.WriteLineAsync(
            $"MovieRec: page {options.Address}/#inbox={options.InboxToken}  API {options.Address}/prod/  mail {options.Inbox}  (Ctrl-C stops it)");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
    catch (Exception startup) when (startup is DatabaseException or StartupException or SourceRefusedException)
    {
        await Console.Error.WriteLineAsync(startup.Message);
        return 1;
    }
    catch (IOException startup) when (startup.InnerException is AddressInUseException)
    {
        await Console.Error.WriteLineAsync($"Port {options.Port} is taken; stop what listens there or choose another with --port.");
        return 1;
    }
}
