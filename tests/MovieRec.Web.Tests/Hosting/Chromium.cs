using MovieRec.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace MovieRec.Web.Tests.Hosting;

/// <summary>One browser and one host for all tests; each test is a visitor of its own, with an own profile.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "chromium";

    /// <summary>No name is looked up: whatever is asked of another machine fails, and is noted (<see cref="Visitor.Wrong"/>).</summary>
    private static readonly string[] s_arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost", "--disable-gpu"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private WebHost? _host;

    internal WebHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        // Patient: a machine that builds something else meanwhile is slow, which is not what most tests are about.
        SetDefaultExpectTimeout(30_000);
        await BuiltSite.MakeAsync();
        _host = await WebHost.StartAsync(BuiltSite.Folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = OnPath(Program), Args = s_arguments, Timeout = 120_000 });
    }

    /// <summary>Lets a visitor do something. Fails where that fails, and where the page did what no page of ours may do.</summary>
    internal async Task VisitAsync(VisitorOptions options, Func<Visitor, Task> act)
    {
        await using var visitor = await Visitor.ArriveAsync(_browser!, options.Host ?? Host, options);
        try
        {
            await act(visitor);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new VisitException($"{failure.Message}\n{await visitor.DescribeAsync()}", failure);
        }

        visitor.Wrong.ShouldBeEmpty();
    }

    internal Task VisitAsync(Func<Visitor, Task> act) => VisitAsync(new VisitorOptions(), act);

    private static string OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"The tests of the page need {program} on PATH.");

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
