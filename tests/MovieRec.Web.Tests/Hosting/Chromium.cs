using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

[assembly: AssemblyFixture(typeof(Chromium))]

// More threads than a small machine has processors: tests often wait for their page, and the surveys run beside the tests.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace MovieRec.Web.Tests.Hosting;

/// <summary>One browser and one host for all tests; each test is a visitor with its own profile.</summary>
/// <remarks>The browser is the headless shell: the same engine and version as Chromium, without its windows, menus and services. These are
/// not needed here and take half of the time. A few tests use the complete browser (<see cref="VisitorOptions.WholeBrowser"/>), which is
/// started for the first of them. They cover what only that browser has (installing the page), and what should be seen once in it: the
/// whole journey with the worker, and being offline.</remarks>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Timeout in milliseconds that ends a hanging test, and that no slow machine reaches.</summary>
    public const float Timeout = 300_000;

    private const string Shell = "chromium-headless-shell";
    private const string Whole = "chromium";

    /// <summary>Maximum number of concurrent surveys: the number of processors of a small machine.</summary>
    private const int SurveysAtOnce = 2;

    /// <summary>Arguments without name resolution: requests to other hosts fail and are recorded (<see cref="Visitor.Wrong"/>).</summary>
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
        SetDefaultExpectTimeout(Timeout);
        await BuiltSite.MakeAsync();
        _host = await WebHost.StartAsync(BuiltSite.Folder);
        _playwright = await Playwright.CreateAsync();
    }

    /// <summary>Runs a visit; fails if the visit fails or the page breaks a rule for all pages.</summary>
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

    /// <summary>Returns the results for every page on this screen; the first call surveys all screens.</summary>
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
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = OnPath(program), Args = s_arguments, Timeout = Timeout });

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
