using MovieRec.Package.Tests.Hosting;
using MovieRec.TestKit;

[assembly: AssemblyFixture(typeof(PackagedHost))]
[assembly: AssemblyFixture(typeof(SharedDynamoDb))]

namespace MovieRec.Package.Tests.Hosting;

/// <summary>Host of the packaged functions, which begins with a copy of a loaded catalogue.</summary>
/// <remarks>Loading into DynamoDB Local takes a while, so it is done once, by the command that a user types.</remarks>
public sealed class PackagedHost : SharedHost
{
    private const string Packaged = "packaged";

    private static readonly Lock s_gate = new();
    private static Task<TemporaryFolder>? s_template;

    /// <summary>Copies the loaded catalogue into an empty data folder.</summary>
    public static async Task FillAsync(string dataFolder)
    {
        Task<TemporaryFolder> made;
        lock (s_gate)
            made = s_template ??= MakeTemplateAsync();
        var template = await made;
        if (!Directory.Exists(Path.Combine(dataFolder, Packaged)))
            Copy(template.File(Packaged), Path.Combine(dataFolder, Packaged));
    }

    public static Task<HostProcess> StartByCommandAsync(string dataFolder, params string[] arguments) =>
        HostProcess.StartByCommandAsync(RepositoryRoot.File("run"), [("MOVIEREC_WEB", "")], dataFolder, [$"--{Packaged}", .. arguments]);

    public override async Task<HostProcess> StartAsync(string dataFolder)
    {
        await FillAsync(dataFolder);
        return await HostProcess.StartAsync(
            [("MOVIEREC_DIST", RepositoryRoot.File("dist")), ("MOVIEREC_EMULATORS", RepositoryRoot.File("src", "MovieRec.Emulators"))],
            dataFolder, $"--{Packaged}");
    }

    private static async Task<TemporaryFolder> MakeTemplateAsync()
    {
        await BuiltPackage.DistAsync();
        var template = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.Dispose();
        await using var host = await StartByCommandAsync(template.Path);
        host.Output.ShouldContain("Loading the catalogue");
        (await host.StopAsync("INT")).ShouldBe(0, host.Output);
        return template;
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
