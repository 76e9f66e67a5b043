using System.Net;
using System.Net.Sockets;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.StartUp;

/// <summary>Failed starts: one sentence that names the setting to change, and exit code 1.</summary>
public sealed class RefusedStartTests(RefusedStartTests.MadeDatabase made) : IClassFixture<RefusedStartTests.MadeDatabase>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> BadArguments => new()
    {
        { "--port", "abc" },
        { "--port", "-1" },
        { "--port", "70000" },
        { "--port", "80.5" },
        { "--port", "" },
        { "--port", "99999999999" },
        { "--origins", "*" },
        { "--origins", "http://localhost:3000/path" },
        { "--origins", "http://localhost:3000/" },
        { "--origins", "localhost:3000" },
        { "--origins", "nonsense" },
        { "--origins", "file:///etc" },
        { "--origins", "http://localhost:3000,*" },
        { "--origins", "," },
    };

    [Theory]
    [MemberData(nameof(BadArguments))]
    public async Task Start_WithABadArgument_NamesItAndEnds(string name, string value)
    {
        // A valid port beside an invalid one would be another mistake.
        string[] others = name == "--port" ? ["--data", _folder.Path] : ["--data", _folder.Path, "--port", "0"];
        ShouldSay(await HostProcess.RunToEndAsync([name, value, .. others]), name);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--data")]
    [InlineData("--origins")]
    public async Task Start_WithAnOptionWithoutValue_NamesItAndEnds(string name) => ShouldSay(await HostProcess.RunToEndAsync(name), name);

    [Fact]
    public async Task Start_WithAnUnknownOption_NamesItAndEnds() =>
        ShouldSay(await HostProcess.RunToEndAsync("--data", _folder.Path, "--port", "0", "--unknown"), "--unknown");

    [Theory]
    [InlineData("no key")]
    [InlineData("schlüssel")]
    public async Task Start_WithATmdbKeyThatCannotBeOne_SaysSoWithoutIt(string key)
    {
        foreach (var asOption in (bool[])[true, false])
        {
            var ended = asOption
                ? await HostProcess.RunToEndAsync("--data", _folder.Path, "--port", "0", "--tmdb-key", key)
                : await HostProcess.RunToEndAsync([("TMDB_API_KEY", key)], "--data", _folder.Path, "--port", "0");
            ShouldSay(ended, "TMDB_API_KEY");
            ended.Output.ShouldNotContain(key);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1/3")]
    [InlineData("http://127.0.0.1/3?a=b")]
    [InlineData("http://tmdb.example.com/3/")]
    [InlineData("http://192.168.1.5/3/")]
    [InlineData("http://localhost.example.com/3/")]
    public async Task Start_WithATmdbAddressThatIsNone_NamesItAndEnds(string address) => ShouldSay(
        await HostProcess.RunToEndAsync([("TMDB_BASE_URL", address), ("TMDB_API_KEY", "markedkey")], "--data", _folder.Path, "--port", "0"),
        "TMDB_BASE_URL");

    [Fact]
    public async Task Start_WithAFolderThatHasNoPage_NamesTheSettingAndTheFolder()
    {
        var ended = await HostProcess.RunToEndAsync([("MOVIEREC_WEB", _folder.File("nowhere"))], "--data", _folder.Path, "--port", "0");
        ShouldSay(ended, "MOVIEREC_WEB");
        ended.Errors[0].ShouldContain(_folder.File("nowhere"));
    }

    /// <summary>Hides the key in the help, which shows the default values of options.</summary>
    [Fact]
    public async Task Help_WithAKeyInTheEnvironment_DoesNotShowIt()
    {
        var ended = await HostProcess.RunToEndAsync([("TMDB_API_KEY", "markedkey")], "--help");
        ended.ExitCode.ShouldBe(0);
        ended.Output.ShouldContain("--tmdb-key");
        ended.Output.ShouldNotContain("markedkey");
    }

    [Fact]
    public async Task Start_PackagedWithoutThePackage_SaysWhatToRun()
    {
        var ended = await HostProcess.RunToEndAsync("--packaged", "--data", _folder.Path, "--port", "0");
        ShouldSay(ended, "--packaged");
        ended.Errors[0].ShouldContain("./package");
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_NamesItAndEnds()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString();
        var ended = await HostProcess.RunToEndAsync("--port", port, "--data", _folder.Path);
        ShouldSay(ended, "--port");
        ended.Errors[0].ShouldContain(port);
    }

    [Fact]
    public async Task Start_WithADataFolderBelowAFile_NamesItAndEnds()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way");
        ShouldSay(await StartAsync(Path.Combine(_folder.File("file"), "data")), "--data");
    }

    [Fact]
    public async Task Start_WithADatabaseThatIsAFolder_NamesItAndEnds()
    {
        Directory.CreateDirectory(_folder.File("movierec.db"));
        ShouldSay(await StartAsync(_folder.Path), "--data");
    }

    [Fact]
    public async Task Start_WithAFileThatIsNoDatabase_NamesItAndLeavesItAlone()
    {
        var text = string.Concat(Enumerable.Repeat("my holiday diary ", 500));
        await File.WriteAllTextAsync(_folder.File("movierec.db"), text);
        ShouldSay(await StartAsync(_folder.Path), "--data");
        (await File.ReadAllTextAsync(_folder.File("movierec.db"))).ShouldBe(text);
    }

    [Fact]
    public async Task Start_WithADatabaseOfANewerVersion_NamesItAndLeavesItAlone()
    {
        // user_version: four bytes, big-endian, at offset 60 of the header (SQLite file format, 1.3).
        var file = made.Bytes.ToArray();
        file.AsSpan(60, 4).SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]).ShouldBeFalse("the version should be in the file by now");
        file[62] = 99;
        await File.WriteAllBytesAsync(_folder.File("movierec.db"), file);

        ShouldSay(await StartAsync(_folder.Path), "--data");

        (await File.ReadAllBytesAsync(_folder.File("movierec.db"))).ShouldBe(file);
    }

    [Fact]
    public async Task Start_WithAnotherProgramsDatabase_NamesItAndLeavesItAlone()
    {
        // application_id: four bytes at offset 68.
        var file = made.Bytes.ToArray();
        file[68] ^= 0xFF;
        await File.WriteAllBytesAsync(_folder.File("movierec.db"), file);

        ShouldSay(await StartAsync(_folder.Path), "--data");

        (await File.ReadAllBytesAsync(_folder.File("movierec.db"))).ShouldBe(file);
    }

    [Fact]
    public async Task Start_WithADamagedDatabase_NamesItAndEnds()
    {
        var file = made.Bytes.ToArray();
        file.AsSpan(100, 3_900).Fill(0xA5);
        await File.WriteAllBytesAsync(_folder.File("movierec.db"), file);
        ShouldSay(await StartAsync(_folder.Path), "--data");
    }

    public void Dispose() => _folder.Dispose();

    private static Task<EndedHost> StartAsync(string data) => HostProcess.RunToEndAsync("--port", "0", "--data", data);

    private static void ShouldSay(EndedHost ended, string setting)
    {
        ended.ExitCode.ShouldBe(1, ended.Output);
        ended.Errors.Where(line => line.Length > 0).ShouldHaveSingleItem(ended.Output).ShouldContain(setting);
        ended.Output.ShouldNotContain("   at ", Case.Sensitive, "no stack trace");
        ended.Output.ShouldNotContain("Exception", Case.Sensitive);
    }

    /// <summary>Database file left by a host, for tests that corrupt it.</summary>
    public sealed class MadeDatabase : IAsyncLifetime
    {
        internal byte[] Bytes { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            using var folder = new TemporaryFolder();
            await using var host = await HostProcess.StartAsync(folder.Path);
            (await host.StopAsync("TERM")).ShouldBe(0);
            Bytes = await File.ReadAllBytesAsync(folder.File("movierec.db"));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
