using System.Diagnostics;

namespace MovieRec.TestKit.Hosts.Processes;

/// <summary>What <c>./package</c> makes, made once for all tests of this suite.</summary>
public static class BuiltPackage
{
    private static readonly Lock s_gate = new();
    private static Task<string>? s_made;

    public static async Task<string> LayerAsync() => await DistAsync("layer", "lib", "libcognitojwt.so");

    /// <summary>A file below <c>dist/</c>, made first where it is not there.</summary>
    public static async Task<string> DistAsync(params string[] parts)
    {
        Task<string> made;
        lock (s_gate)
            made = s_made ??= RunAsync(File("package"));
        await made;
        return File(["dist", .. parts]);
    }

    public static string File(params string[] parts) => RepositoryRoot.File(parts);

    /// <summary>Runs a command to its end; gives its standard output. One that fails fails the test with what it said.</summary>
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
