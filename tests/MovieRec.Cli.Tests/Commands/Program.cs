using System.Diagnostics;

namespace MovieRec.Cli.Tests.Commands;

/// <summary>The program as an operator starts it, with credentials that DynamoDB Local accepts.</summary>
internal static class Program
{
    private static readonly string s_path =
        typeof(Program).Assembly.Location.Replace("MovieRec.Cli.Tests.dll", "MovieRec.Cli.dll", StringComparison.Ordinal);

    public static Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<(int Status, string Output, string Error)> RunAsync(
        Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the process; the caller must end it.</summary>
    public static Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [s_path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
