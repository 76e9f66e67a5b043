using System.Diagnostics;

namespace MovieRec.Cli.Tests.Commands;

/// <summary>The program, as an operator starts it, with credentials that DynamoDB Local takes.</summary>
internal static class Program
{
    private static readonly string s_path = typeof(Program).Assembly.Location.Replace("MovieRec.Cli.Tests.dll", "MovieRec.Cli.dll", StringComparison.Ordinal);

    public static async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [s_path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
