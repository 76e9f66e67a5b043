using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.TestKit.OpenApi;

namespace MovieRec.Api.Tests.Functions;

public sealed class FunctionPipelineTests
{
    [Fact]
    public async Task Handle_AnExceptionInside_IsInternalErrorAndNamesNothing()
    {
        var response =
            await RespondAsync(new Throwing(new InvalidOperationException("secret at line 7")), TestContext.Current.CancellationToken);
        response.Status.ShouldBe(500);
        var text = System.Text.Encoding.UTF8.GetString(response.Body.Span);
        text.ShouldContain("\"code\":\"InternalError\"");
        text.ShouldNotContain("secret");
        text.ShouldNotContain("InvalidOperationException");
    }

    [Fact]
    public async Task Handle_TheDeadlinePasses_IsTimeoutWithRetryAfter()
    {
        using var deadline = new CancellationTokenSource();
        await deadline.CancelAsync();
        var response = await RespondAsync(new Throwing(new OperationCanceledException(deadline.Token)), deadline.Token);
        response.Status.ShouldBe(503);
        response.Headers.ShouldContain(field => field.Key == "Retry-After");
    }

    [Fact]
    public async Task Handle_AServiceBehindIsAway_IsUnavailableWithRetryAfter()
    {
        var response =
            await RespondAsync(new Throwing(new UnavailableException("PutItem did not answer")), TestContext.Current.CancellationToken);
        response.Status.ShouldBe(503);
        System.Text.Encoding.UTF8.GetString(response.Body.Span).ShouldContain("\"code\":\"Unavailable\"");
        response.Headers.ShouldContain(field => field.Key == "Retry-After");
    }

    [Fact]
    public async Task Handle_AnErrorAnswer_CarriesCorsToo()
    {
        var response = await RespondAsync(new Throwing(new InvalidOperationException()), TestContext.Current.CancellationToken);
        response.Headers.ShouldContain(new KeyValuePair<string, string>("Access-Control-Allow-Origin", "http://localhost:3000"));
    }

    [Theory]
    [InlineData(16 * 1024, 200)]
    [InlineData((16 * 1024) + 1, 413)]
    public async Task Handle_TheBodyLimitOfTheRoute_IsExact(int bytes, int status)
    {
        var response = await RespondAsync(new Responding(), TestContext.Current.CancellationToken, new byte[bytes]);
        response.Status.ShouldBe(status);
    }

    /// <summary>Rejects bodies that a page of another site can send without preflight: forms, text, bodies without a type.</summary>
    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; charset=utf-8", 200)]
    [InlineData("application/json ;charset=utf-16", 200)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=application/json", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("application/json, text/plain", 415)]
    [InlineData("text/plain; application/json", 415)]
    [InlineData("nonsense", 415)]
    [InlineData("", 415)]
    [InlineData(null, 415)]
    public async Task Handle_ABodyOfThisType_MustBeJson(string? contentType, int status)
    {
        var response = await RespondAsync(new Responding(), TestContext.Current.CancellationToken, "{}"u8.ToArray(), contentType);
        response.Status.ShouldBe(status);
        if (status == 415)
            System.Text.Encoding.UTF8.GetString(response.Body.Span).ShouldContain("\"code\":\"UnsupportedMediaType\"");
    }

    /// <summary>Requires no content type without a body: the function then reports what is missing.</summary>
    [Fact]
    public async Task Handle_NoBody_NeedsNoType() =>
        (await RespondAsync(new Responding(), TestContext.Current.CancellationToken, [], null)).Status.ShouldBe(200);

    [Fact]
    public async Task Handle_APathOfAnotherFunction_IsNotFound()
    {
        var edge = new FunctionPipeline(
            FunctionName.MediaCache, new Responding(), CorsPolicy.Parse(CorsPolicy.DefaultOrigins), NullLogger.Instance);
        var response = await edge.HandleAsync(Request([]), TestContext.Current.CancellationToken);
        response.Status.ShouldBe(404);
    }

    [Fact]
    public void FailureStatus_EveryCode_HasAStatusOfTheContract()
    {
        foreach (var code in Enum.GetValues<FailureCode>())
        {
            var response = Responses.Failure(new Failure(code, "Because."), "request-1");
            response.Status.ShouldBeInRange(400, 503);
            OpenApiContract.Current.Check("POST", "/nowhere", ObservedResponse.From(response with
            {
                Status = 404,
                Headers = [new("Vary", "Origin")],
            })).ShouldBeEmpty();
        }

        FailureStatus.Get(FailureCode.InternalError).ShouldBe(500);
    }

    private static Task<ApiResponse> RespondAsync(
        IFunction function, CancellationToken cancellationToken, byte[]? body = null, string? contentType = "application/json") =>
        new FunctionPipeline(FunctionName.Signin, function, CorsPolicy.Parse(CorsPolicy.DefaultOrigins), NullLogger.Instance)
            .HandleAsync(Request(body ?? [], contentType), cancellationToken);

    private static ApiRequest Request(byte[] body, string? contentType = null) => new()
    {
        Method = "POST",
        Path = "/auth/signin",
        Route = Routes.Find("POST", "/auth/signin"),
        RequestId = "request-1",
        Body = body,
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["origin"] = "http://localhost:3000",
            ["content-type"] = contentType!,
        },
    };

    private sealed class Throwing(Exception exception) : IFunction
    {
        public Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken) => throw exception;
    }

    private sealed class Responding : IFunction
    {
        public Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(Responses.Message("Fine."));
    }
}
