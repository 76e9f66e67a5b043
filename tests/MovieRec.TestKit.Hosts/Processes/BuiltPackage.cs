using System.Diagnostics;

namespace MovieRec.TestKit.Hosts.Processes;

/// <summary>Output of <c>./package</c>, built once for all tests of a suite.</summary>
public static class BuiltPackage
{
    private static readonly Lock s_gate = new();
    private static Task<string>? s_made;

    public static async Task<string> LayerAsync() => await DistAsync("layer", "lib", "libcognitojwt.so");

    /// <summary>Returns the path of a file below <c>dist/</c>, which is built first if necessary.</summary>
    public static async Task<string> DistAsync(params string[] parts)
    {
        Task<string> made;
        lock (s_gate)
            made = s_made ??= RunAsync(File("package"));
        await made;
        return File(["dist", .. parts]);
    }

    public static string File(params string[] parts) => RepositoryRoot.File(parts);

    /// <summary>Runs a command to its end and returns its standard output; if it fails, the test fails with its output.</summary>
    public static async Task<string> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = RepositoryRoot.Path,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{command}: {await error}{await output}");
        return await output;
    }
}
