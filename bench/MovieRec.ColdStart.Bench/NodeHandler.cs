using System.Diagnostics;

namespace MovieRec.ColdStart.Bench;

/// <summary>Installs and bundles <c>bench/cold-start-node</c>.</summary>
internal static class NodeHandler
{
    /// <summary>Absolute path of Node, because the measured process gets no PATH.</summary>
    public static string Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Node 20 is needed: install it and put node on PATH.");

    public static string Bundle => Path.Combine(Folders.NodeBundle, "bootstrap.cjs");

    public static async Task<string> VersionAsync() => (await RunAsync(Executable, ["--version"])).Trim();

    public static async Task BuildAsync()
    {
        var installed = new FileInfo(Path.Combine(Folders.NodeSource, "node_modules", ".package-lock.json"));
        if (!installed.Exists
            || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folders.NodeSource, "package-lock.json")))
        {
            await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        }
        await RunAsync("npm", ["run", "build", "--silent"]);
    }

    private static async Task<string> RunAsync(string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folders.NodeSource,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{command} {string.Join(' ', arguments)} in {Folders.NodeSource} ended with {process.ExitCode}: {output}");
    }
}
