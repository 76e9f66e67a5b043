using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using MovieRec.Api;
using MovieRec.LocalHost.Packaged.RuntimeApi;
using MovieRec.Package.Tests.Hosting;

namespace MovieRec.Package.Tests;

public sealed class DeployedFunctionTests(SharedDynamoDb local) : IAsyncLifetime
{
    private readonly FreshTables _tables = new(local);
    private readonly JwksServer _jwks = new(JwksServer.Keys(TestKey.First));

    public static TheoryData<FunctionName> ProtectedFunctions =>
        [.. Routes.All.Where(route => route.Access == Access.Protected).Select(route => route.Function).Distinct()];

    [Theory]
    [MemberData(nameof(ProtectedFunctions))]
    public async Task ProtectedFunction_WithoutItsLayer_LetsNobodyThroughAndSaysWhy(FunctionName name)
    {
        await using var function = await DeployedFunction.StartAsync(name, Settings, withLayer: false);
        // The line is read from a pipe, so it may come after the response.
        do
        {
            var response = await function.CallAsync("GET", Routes.All.First(route => route.Function == name).Path);
            response.Status.ShouldBe(500);
            response.Body["code"]!.GetValue<string>().ShouldBe("LayerUnavailable");
        }
        while (!function.Output.Any(line => line.Contains("\"LayerUnavailable\"", StringComparison.Ordinal)
            && line.Contains("libcognitojwt.so", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PublicFunction_WithoutTheLayer_Works()
    {
        await using var function = await DeployedFunction.StartAsync(FunctionName.MediaCache, Settings, withLayer: false);
        (await function.CallUntilAvailableAsync("GET", "/media")).Status.ShouldBe(200);
    }

    /// <summary>Writes the line that the alarm EmptyCatalogue counts.</summary>
    [Fact]
    public async Task MediaFunction_WithoutTitles_SaysSo()
    {
        await using var function = await DeployedFunction.StartAsync(FunctionName.MediaCache, Settings, withLayer: false);
        // The catalogue is read ahead, so the line may come after a response.
        while (!function.Output.Any(line => line.Contains("\"event\":\"CatalogueEmpty\"", StringComparison.Ordinal)))
            await function.CallAsync("GET", "/media");
    }

    [Fact]
    public async Task Schedule_OfTheMediaFunction_IsAnswered()
    {
        await using var function = await DeployedFunction.StartAsync(FunctionName.MediaCache, Settings, withLayer: false);
        var result = await function.InvokeAsync(ProxyEvents.Scheduled);
        result.Outcome.ShouldBe(InvocationOutcome.Responded);
        Encoding.UTF8.GetString(result.Payload.Span).ShouldBe("null");
        // The line is read from a pipe, so it may come after the response.
        while (!function.Output.Any(line => line.Contains("\"CurrentCatalogue\"", StringComparison.Ordinal)))
            await function.InvokeAsync(ProxyEvents.Scheduled);
    }

    [Theory]
    [InlineData("USER_POOL_ID", "nonsense")]
    [InlineData("USER_POOL_CLIENT_ID", "")]
    [InlineData("ALLOWED_ORIGINS", "*")]
    [InlineData("TABLE_FAVOURITES", "no such name")]
    public async Task Setting_ThatIsWrong_FailsInitAndIsNamed(string setting, string value)
    {
        var settings = Settings;
        settings[setting] = value;
        await using var function = await DeployedFunction.StartAsync(FunctionName.Favourites, settings);
        var result = await function.InvokeAsync(ProxyEvents.Get());
        result.Outcome.ShouldBe(InvocationOutcome.NotStarted);
        var report = JsonNode.Parse(result.Payload.Span)!;
        report["errorMessage"]!.GetValue<string>().ShouldStartWith(setting);
        report["errorType"]!.GetValue<string>().ShouldBe("MovieRec.ConfigurationException");
        report["stackTrace"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Invocations_OfOneProcess_LeaveALineEachOfWhichTheFirstIsCold()
    {
        // A function that rejects the request itself, so that no dependency can be late.
        await using var function = await DeployedFunction.StartAsync(FunctionName.Signin, Settings);
        foreach (var cold in (bool[])[true, false, false])
        {
            await function.CallAsync("POST", "/auth/signin", "{}");
            var line = await function.InvocationLineAsync();
            line["cold"]!.GetValue<bool>().ShouldBe(cold);
            line["status"]!.GetValue<int>().ShouldBe(400);
            line["route"]!.GetValue<string>().ShouldBe("POST /auth/signin");
        }

        function.Output.Count.ShouldBe(3);
    }

    [Fact]
    public async Task SigTerm_WhileItWaitsForAnEvent_EndsItCleanly()
    {
        using var runtimeApi = new TcpListener(IPAddress.Loopback, 0);
        runtimeApi.Start();
        var start = new ProcessStartInfo(await BuiltPackage.DistAsync("function", "bootstrap"))
        { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi.LocalEndpoint.ToString();
        start.Environment["_HANDLER"] = "MediaCacheFunction";
        start.Environment["ALLOWED_ORIGINS"] = "http://localhost:3000";
        start.Environment["AWS_REGION"] = "eu-west-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "local";
        using var process = Process.Start(start)!;
        using var asked = await runtimeApi.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await asked.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken);

        await BuiltPackage.RunAsync("kill", "-TERM", process.Id.ToString());

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _jwks.DisposeAsync();
        await _tables.DisposeAsync();
    }

    private Dictionary<string, string> Settings => new(DeployedFunction.Over(local.Endpoint, _tables.Names), StringComparer.Ordinal)
    {
        ["USER_POOL_JWKS"] = _jwks.Address,
    };
}
