using Microsoft.AspNetCore.Connections;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Outcomes;
using MovieRec.LocalHost.Gateway;

namespace MovieRec.LocalHost;

/// <summary>The program behind <c>./run</c>: serves until it is stopped and reports a failed start in one sentence.</summary>
public static class HostProgram
{
    /// <summary>Time to finish current requests after Ctrl-C or SIGTERM; the server itself gives them 30 s.</summary>
    private static readonly TimeSpan s_longestEnd = TimeSpan.FromSeconds(60);

    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] arguments, HostLimits limits) =>
        CommandLine.Build((options, cancellationToken) => ServeAsync(options with { Limits = limits }, cancellationToken))
            .Parse(arguments).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = s_longestEnd });

    private static async Task<int> ServeAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = await LocalHostApp.StartAsync(options, cancellationToken);
            await options.Progress.WriteLineAsync(
                $"MovieRec: page {options.Address}/#inbox={options.InboxToken}  API {options.Address}/prod/  mail {options.Inbox}  "
                + "(Ctrl-C stops it)");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception startup) when (startup is ConfigurationException or SourceRefusedException)
        {
            await Console.Error.WriteLineAsync(startup.Message);
            return 1;
        }
        catch (IOException startup) when (startup.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Port {options.Port} is in use; stop what listens there or choose another with --port.");
            return 1;
        }
    }
}
