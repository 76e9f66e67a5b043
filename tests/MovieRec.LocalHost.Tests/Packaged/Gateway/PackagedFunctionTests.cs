using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Packaged.Gateway;
using MovieRec.LocalHost.Packaged.Processes;
using MovieRec.LocalHost.Tests.Packaged.Hosting;

namespace MovieRec.LocalHost.Tests.Packaged.Gateway;

public sealed class PackagedFunctionTests : IAsyncLifetime
{
    private static readonly TimeSpan s_ample = TimeSpan.FromSeconds(60);

    private readonly FakeFunction _fake = new();
    private readonly FunctionPool _pool;

    public PackagedFunctionTests() => _pool = new FunctionPool(_fake.Options, s_ample);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handle_OfARequest_GivesTheFunctionsAnswer()
    {
        var response = await HandleAsync("""{"do":"echo"}""");
        response.Status.ShouldBe(200);
        response.Headers.ShouldBe([new("X-Fake", "one"), new("X-Fake", "two")]);
        JsonElement.Parse(response.Body.Span).GetProperty("event").GetProperty("httpMethod").GetString().ShouldBe("POST");
    }

    [Theory]
    [InlineData("""{"do":"fail"}""")]
    [InlineData("""{"do":"exit"}""")]
    [InlineData("""{"do":"raw","answer":"garbage"}""")]
    [InlineData("""{"do":"raw","answer":{"statusCode":"x"}}""")]
    public async Task Handle_OfAFunctionThatDoesNotAnswer_IsTheGateways502AndTheNextRequestWorks(string body)
    {
        var failed = await HandleAsync(body);
        failed.Status.ShouldBe(502);
        var error = JsonElement.Parse(failed.Body.Span);
        error.GetProperty("code").GetString().ShouldBe("InternalError");
        error.GetProperty("requestId").GetString().ShouldBe("gateway-1");
        failed.Headers.ShouldContain(new KeyValuePair<string, string>("Access-Control-Allow-Origin", "http://localhost:3000"));
        (await HandleAsync("""{"do":"echo"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Handle_OfAFunctionThatTakesTooLong_IsTheGateways502()
    {
        var hanging = HandleAsync("""{"do":"hang"}""");
        await _fake.PassAsync(s_ample);
        (await hanging).Status.ShouldBe(502);
    }

    [Fact]
    public async Task Handle_BeyondTheGatewaysTime_IsTheGatewaysTimeout()
    {
        using var late = new CancellationTokenSource();
        await late.CancelAsync();
        var failed = await HandleAsync(_pool, """{"do":"hang"}""", late.Token);
        failed.Status.ShouldBe(503);
        JsonElement.Parse(failed.Body.Span).GetProperty("code").GetString().ShouldBe("Timeout");
        failed.Headers.ShouldContain(new KeyValuePair<string, string>("Retry-After", "2"));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private Task<ApiResponse> HandleAsync(string body) => HandleAsync(_pool, body, Cancellation);

    private static Task<ApiResponse> HandleAsync(FunctionPool pool, string body, CancellationToken cancellationToken) =>
        new PackagedFunction(FunctionName.Favourites, pool, NullLogger.Instance).HandleAsync(new ApiRequest
        {
            Method = "POST",
            Path = "/user/favourites",
            Route = Routes.Find("POST", "/user/favourites"),
            RequestId = "gateway-1",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Origin"] = "http://localhost:3000" },
            Body = Encoding.UTF8.GetBytes(body),
        },
            cancellationToken);
}
