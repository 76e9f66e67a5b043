using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

[assembly: AssemblyFixture(typeof(Chromium))]

// More than a small machine has processors: a test waits for its page for some of its time, and the surveys are done beside the tests.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace MovieRec.Web.Tests.Hosting;

/// <summary>
/// One browser and one host for all tests; each test is a visitor of its own, with an own profile. The browser is the headless shell:
/// the same engine as that of Chromium, of the same version, without the windows, menus and services that nobody looks at here and that
/// take half of the time. What only the whole browser has (installing the page) or should be seen in it once (a person's whole way with
/// the worker, and being off line) runs in that: <see cref="VisitorOptions.WholeBrowser"/>, started when the first test asks for it.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Longest wait, in milliseconds: it ends a test that hangs, and no slow machine reaches it.</summary>
    public const float Patience = 300_000;

    private const string Shell = "chromium-headless-shell";
    private const string Whole = "chromium";

    /// <summary>As many as the processors that a small machine has.</summary>
    private const int SurveysAtOnce = 2;

    /// <summary>No name is looked up: whatever is asked of another machine fails, and is noted (<see cref="Visitor.Wrong"/>).</summary>
    private static readonly string[] s_arguments =
        ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost", "--disable-gpu"];

    private readonly SemaphoreSlim _surveying = new(SurveysAtOnce);
    private readonly Dictionary<(Screen, bool), Once<Survey>> _surveys = [];
    private readonly Once<IBrowser> _whole;
    private readonly Once<IBrowser> _shell;
    private IPlaywright? _playwright;
    private WebHost? _host;

    public Chromium()
    {
        (_shell, _whole) = (new(() => LaunchAsync(Shell)), new(() => LaunchAsync(Whole)));
        foreach (var (screen, signedIn) in new[] { (Screen.Phone, true), (Screen.Desk, true), (Screen.Phone, false), (Screen.Desk, false) })
            _surveys[(screen, signedIn)] = new(() => LookAtAsync(screen, signedIn));
    }

    internal WebHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout(Patience);
        await BuiltSite.MakeAsync();
        _host = await WebHost.StartAsync(BuiltSite.Folder);
        _playwright = await Playwright.CreateAsync();
    }

    /// <summary>Lets a visitor do something. Fails where that fails, and where the page did what no page of ours may do.</summary>
    internal async Task VisitAsync(VisitorOptions options, Func<Visitor, Task> act)
    {
        var browser = await (options.WholeBrowser ? _whole : _shell).GetAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, options.Address ?? (options.Host ?? Host).Address, options);
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

    /// <summary>Results for every page on this screen. All screens are surveyed when the first is asked for.</summary>
    internal Task<Survey> SurveyAsync(Screen screen, bool signedIn)
    {
        foreach (var survey in _surveys.Values)
            _ = survey.GetAsync();
        return _surveys[(screen, signedIn)].GetAsync();
    }

    private async Task<Survey> LookAtAsync(Screen screen, bool signedIn)
    {
        await _surveying.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await Surveyor.SurveyAsync(this, screen, signedIn);
        }
        finally
        {
            _surveying.Release();
        }
    }

    private Task<IBrowser> LaunchAsync(string program) =>
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = OnPath(program), Args = s_arguments, Timeout = Patience });

    private static string OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"The tests of the page need {program} on PATH.");

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in new[] { _shell, _whole }.Where(browser => browser.IsWanted))
            await (await browser.GetAsync()).DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
