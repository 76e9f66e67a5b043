using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Hosting;

/// <summary>The host as <c>./run --packaged</c> starts it. Loading the catalogue into DynamoDB Local takes a while, so it is done once,
/// and each host begins with a copy.</summary>
internal static class HostUnderTest
{
    private const string Packaged = "packaged";

    private static readonly TemporaryFolder s_template = new();
    private static readonly SemaphoreSlim s_gate = new(1);

    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MOVIEREC_DIST"] = RepositoryRoot.File("dist"),
        ["MOVIEREC_EMULATORS"] = RepositoryRoot.File("src", "MovieRec.Emulators"),
    };

    private static string[] Arguments => [$"--{Packaged}"];

    /// <param name="dataFolder">Of the host that is about to start.</param>
    /// <returns>What it is started with, beside its data and port.</returns>
    public static async Task<string[]> PrepareAsync(string dataFolder)
    {
        await s_gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Directory.Exists(s_template.File(Packaged)))
                await MakeTemplateAsync();
        }
        finally
        {
            s_gate.Release();
        }

        if (!Directory.Exists(Path.Combine(dataFolder, Packaged)))
            Copy(s_template.File(Packaged), Path.Combine(dataFolder, Packaged));
        return Arguments;
    }

    private static async Task MakeTemplateAsync()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => s_template.Dispose();
        await using var host = await HostProcess.StartAsync(s_template.Path, Arguments);
        (await host.StopAsync("INT")).ShouldBe(0, host.Output);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
