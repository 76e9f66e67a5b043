using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.TestKit;
using MovieRec.TestKit.Service;

namespace MovieRec.LocalHost.Tests.Gateway;

public sealed class GatewayRulesTests(InProcessHost host)
{
    [Fact]
    public async Task RequestId_OfAnError_IsTheOneInTheHeader()
    {
        using var client = host.Client();
        var response = await client.GetAsync("/nowhere");
        response.Json.GetProperty("requestId").GetString().ShouldBe(response.Header("x-amzn-RequestId"));
        (await client.GetAsync("/nowhere")).Header("x-amzn-RequestId").ShouldNotBe(response.Header("x-amzn-RequestId"));
    }

    [Fact]
    public async Task Query_ARepeatedParameter_CountsByItsLastValue()
    {
        using var client = host.Client();
        (await client.GetAsync("/media?limit=abc&limit=2")).Json.GetProperty("results").GetArrayLength().ShouldBe(2);
        (await client.GetAsync("/media?limit=2&limit=abc")).Code.ShouldBe("ValidationFailed");
    }

    [Fact]
    public async Task Query_NamesOfOtherCase_AreOtherParameters()
    {
        using var client = host.Client();
        (await client.GetAsync("/media?LIMIT=abc&limit=2")).Json.GetProperty("results").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("/prod/media?limit=50", "br", "br")]
    [InlineData("/prod/media?limit=50", "gzip", "gzip")]
    [InlineData("/prod/media?limit=50", null, null)]
    [InlineData("/prod/media?limit=1", "br", null)]
    public async Task Response_AboveAKilobyte_IsCompressedForWhoTakesIt(string path, string? accepted, string? sent)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentEncoding.ShouldBe(sent is null ? [] : [sent]);
        response.Headers.Vary.ShouldContain("Origin");
        var length = (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        (length < 1024 || accepted is null || length < 8 * 1024).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/Media")]
    [InlineData("/media/")]
    [InlineData("/media/x")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("//media")]
    public async Task Paths_OutsideTheTable_AreNotFound(string path)
    {
        using var client = host.Client();
        var response = await client.GetAsync(path);
        (response.Status, response.Code).ShouldBe((404, "NotFound"));
    }

    [Theory]
    [InlineData("/media", 404)]
    [InlineData("/user/favourites", 404)]
    public async Task Head_HasNoRoute(string path, int status)
    {
        using var client = host.Client();
        var response = await client.SendAsync(HttpMethod.Head, path, null);
        (response.Status, response.Text).ShouldBe((status, ""));
    }

    [Fact]
    public async Task Head_BeyondTenKilobytes_IsTooLarge()
    {
        using var client = host.Client();
        (await client.GetAsync("/media?query=" + new string('a', 10_300))).Code.ShouldBe("PayloadTooLarge");
        (await client.GetAsync("/media", ("X-Filler", new string('a', 10_300)))).Code.ShouldBe("PayloadTooLarge");
    }

    /// <summary>Applies the contract's error body; Kestrel rejects more than 100 headers by itself without it.</summary>
    [Theory]
    [InlineData(90, 200, null)]
    [InlineData(101, 413, "PayloadTooLarge")]
    [InlineData(2_000, 413, "PayloadTooLarge")]
    public async Task Head_OfManyFields_IsTooLarge(int fields, int status, string? code)
    {
        using var client = host.Client();
        var response = await client.GetAsync("/media?limit=1", [.. Enumerable.Range(0, fields).Select(number => ($"X-{number}", "a"))]);
        (response.Status, response.Code).ShouldBe((status, code));
    }

    [Fact]
    public async Task Body_BeyondTenMegabytes_IsRefusedByTheGateway()
    {
        using var client = host.Client();
        var response = await client.SendAsync(HttpMethod.Post, "/auth/signin", new byte[GatewayLimits.MaxBody + 1]);
        (response.Status, response.Code).ShouldBe((413, "PayloadTooLarge"));
    }

    [Fact]
    public async Task Function_BeyondTheIntegrationLimit_IsTimeout()
    {
        using var throttle = new RequestThrottle(TestLimits.Wide);
        var (hanging, clock) = (new Hanging(), new ManualClock());
        var gateway = new ApiGateway(
            new FunctionSet(new Dictionary<FunctionName, IFunction>
            {
                [FunctionName.MediaCache] = new FunctionPipeline(
                    FunctionName.MediaCache, hanging, CorsPolicy.Parse(CorsPolicy.DefaultOrigins), NullLogger.Instance),
            }),
            host.Services.GetRequiredService<ITokenVerifier>(), CorsPolicy.Parse(CorsPolicy.DefaultOrigins), throttle, clock,
            NullLogger<ApiGateway>.Instance);
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/prod/media";
        context.Response.Body = new MemoryStream();

        var handling = gateway.HandleAsync(context);
        await clock.NextTimerAsync(due => due == TimeSpan.FromSeconds(29));
        clock.Advance(TimeSpan.FromSeconds(28.999));
        handling.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.001));
        await handling;

        context.Response.StatusCode.ShouldBe(503);
    }

    private sealed class Hanging : IFunction
    {
        public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Responses.Message("Never.");
        }
    }
}
