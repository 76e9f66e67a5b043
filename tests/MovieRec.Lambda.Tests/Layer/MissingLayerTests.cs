using System.Text.Json.Nodes;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Lambda.Layer;
using MovieRec.Lambda.Tests.Hosting;

namespace MovieRec.Lambda.Tests.Layer;

/// <summary>Function deployed without its layer; MovieRec.JwtLayer.Tests covers real and incompatible layers.</summary>
public sealed class MissingLayerTests
{
    private static readonly LayerSettings s_settings =
        new("https://issuer.example.com", "https://issuer.example.com/jwks", ["client-1"], "scope-1", 5);

    [Fact]
    public async Task ProtectedFunction_WithoutTheLayer_AnswersLayerUnavailableAndLetsNobodyThrough()
    {
        await using var running = RunningFunction.Start((name, log, _) => ValueTask.FromResult(new ComposedFunction(new FunctionPipeline(
            name,
            new NeverReached(),
            LayerTokenVerifier.Open("/opt/lib/none.so", s_settings, TimeProvider.System, log),
            CorsPolicy.Parse(CorsPolicy.DefaultOrigins),
            log))));
        var response = await running.InvokeAsync(ProxyEvents.Get());
        response.Line.ShouldContain("/response");
        response.Json!["statusCode"]!.GetValue<int>().ShouldBe(500);
        response.ProxyBody!["code"]!.GetValue<string>().ShouldBe("LayerUnavailable");
        response.ProxyBody!["error"]!.GetValue<string>().ShouldNotContain("/opt");
        response.ProxyField("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");

        var anonymous = await running.InvokeAsync(ProxyEvents.Get(proxied => proxied["multiValueHeaders"] = new JsonObject()));
        anonymous.Json!["statusCode"]!.GetValue<int>().ShouldBe(401);
        await running.TerminateAsync();
        // At start-up, and with each request that it rejects.
        running.Lines.Count(line => (string?)line["event"] == "LayerUnavailable"
            && line["message"]!.GetValue<string>().Contains("is not at /opt/lib/none.so", StringComparison.Ordinal)).ShouldBe(2);
        running.Invocations[0]["errors"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task PublicFunction_WithoutTheLayer_Works()
    {
        await using var running = RunningFunction.Start(
            (name, log, _) => ValueTask.FromResult(new ComposedFunction(new FunctionPipeline(
                name, new RespondingFunction(), CorsPolicy.Parse(CorsPolicy.DefaultOrigins), log))),
            "MediaCacheFunction");
        var response = await running.InvokeAsync(ProxyEvents.Get(proxied => proxied["requestContext"]!["resourcePath"] = "/media"));
        response.Json!["statusCode"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public void Settings_ForTheLayer_AreTheJsonOfItsHeader() =>
        System.Text.Encoding.UTF8.GetString(s_settings.ToJson().Span).ShouldBe(
            """{"issuer":"https://issuer.example.com","clientIds":["client-1"],"scope":"scope-1","leewaySeconds":5}""");

    [Theory]
    [InlineData("{\"sub\":\"user-1\"}", "user-1", null)]
    [InlineData("{\"reason\":\"Expired\",\"expected\":\"a\",\"actual\":\"b\"}", null, "Expired")]
    [InlineData("{\"reason\":\"KidUnknown\",\"later\":[{}]}", null, "KidUnknown")]
    public void Verdict_OfTheLayer_IsRead(string json, string? subject, string? reason)
    {
        var verdict = LayerVerdict.Read(System.Text.Encoding.UTF8.GetBytes(json));
        verdict.Subject.ShouldBe(subject);
        verdict.Reason.ShouldBe(reason);
        verdict.IsKeyUnknown.ShouldBe(reason == "KidUnknown");
    }

    private sealed class NeverReached : IAuthenticatedFunction
    {
        public Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("This must not be reached.");
    }
}
