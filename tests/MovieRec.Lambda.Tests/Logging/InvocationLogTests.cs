using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Lambda.Tests.Hosting;
using MovieRec.TestKit;

namespace MovieRec.Lambda.Tests.Logging;

public sealed class InvocationLogTests
{
    [Fact]
    public async Task Invocation_Answered_LeavesOneLine()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.InvokeAsync(ProxyEvents.Get());
        await running.TerminateAsync();
        var line = running.Lines.ShouldHaveSingleItem();
        line["time"]!.GetValue<string>().ShouldBe("2026-11-22T10:00:00.000Z");
        line["level"]!.GetValue<string>().ShouldBe("Information");
        line["requestId"]!.GetValue<string>().ShouldBe("gateway-1");
        line["lambdaRequestId"]!.GetValue<string>().ShouldBe("lambda-1");
        line["traceId"]!.GetValue<string>().ShouldBe("Root=1-trace");
        line["function"]!.GetValue<string>().ShouldBe("Favourites");
        line["route"]!.GetValue<string>().ShouldBe("GET /user/favourites");
        line["status"]!.GetValue<int>().ShouldBe(200);
        line["ms"]!.GetValue<double>().ShouldBe(0);
        line["cold"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Metrics_OfTheLine_NameMembersThatAreThere()
    {
        await using var running = RunningFunction.Start(
            new RespondingFunction(Responses.Failure(GatewayFailures.Unavailable, "gateway-1")));
        await running.InvokeAsync(ProxyEvents.Get());
        await running.TerminateAsync();
        var line = running.Lines.ShouldHaveSingleItem();
        line["_aws"]!["Timestamp"]!.GetValue<long>().ShouldBe(new ManualClock().GetUtcNow().ToUnixTimeMilliseconds());
        var directive = line["_aws"]!["CloudWatchMetrics"]!.AsArray().ShouldHaveSingleItem()!;
        directive["Namespace"]!.GetValue<string>().ShouldBe("MovieRec");
        directive["Dimensions"]!.AsArray().ShouldHaveSingleItem()!.AsArray()
            .Select(name => line[name!.GetValue<string>()]!.GetValue<string>())
            .ShouldBe(["Favourites", "GET /user/favourites"]);
        directive["Metrics"]!.AsArray().Select(metric => (string)metric!["Name"]!).ShouldBe(["count", "latency", "errors"]);
        directive["Metrics"]!.AsArray().Select(metric => (string)metric!["Unit"]!).ShouldBe(["Count", "Milliseconds", "Count"]);
        line["count"]!.GetValue<int>().ShouldBe(1);
        line["latency"]!.GetValue<double>().ShouldBe(0);
        line["errors"]!.GetValue<int>().ShouldBe(1);
        line["level"]!.GetValue<string>().ShouldBe("Error");
    }

    [Fact]
    public async Task Cold_OfTheFirstInvocation_IsOfNoOther()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.InvokeAsync(ProxyEvents.Get());
        await running.InvokeAsync(ProxyEvents.Get());
        await running.TerminateAsync();
        running.Lines.Select(line => line["cold"]!.GetValue<bool>()).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Refusal_OfTheCaller_IsNoErrorOfOurs()
    {
        await using var running =
            RunningFunction.Start(new RespondingFunction(Responses.Failure(GatewayFailures.Unauthorized, "gateway-1")));
        await running.InvokeAsync(ProxyEvents.Get());
        await running.TerminateAsync();
        running.Lines[0]["errors"]!.GetValue<int>().ShouldBe(0);
        running.Lines[0]["level"]!.GetValue<string>().ShouldBe("Information");
    }

    [Fact]
    public async Task Path_OfNoRoute_IsNotLogged()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.InvokeAsync(ProxyEvents.Get(proxied => proxied["requestContext"]!["resourcePath"] = "/forged\n/path"));
        await running.TerminateAsync();
        running.Lines.ShouldHaveSingleItem()["route"]!.GetValue<string>().ShouldBe("unknown");
        running.Output.ShouldNotContain("forged");
    }

    [Fact]
    public async Task Message_OfAFunction_NamesTheRequestOnce()
    {
        await using var running = RunningFunction.Start((name, log, _) => ValueTask.FromResult(new ComposedFunction(new FunctionPipeline(
            name, new RespondingFunction((_, _) => throw new InvalidOperationException("Broken.")),
            CorsPolicy.Parse(CorsPolicy.DefaultOrigins), log))));
        var response = await running.InvokeAsync(ProxyEvents.Get());
        response.Json!["statusCode"]!.GetValue<int>().ShouldBe(500);
        response.ProxyField("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");
        await running.TerminateAsync();
        running.Output.Split('\n')[0].Split("\"requestId\"").Length.ShouldBe(2);
        var message = running.Lines[0];
        message["source"]!.GetValue<string>().ShouldBe("FavouritesFunction");
        message["event"]!.GetValue<string>().ShouldBe("FunctionFailed");
        message["level"]!.GetValue<string>().ShouldBe("Error");
        message["requestId"]!.GetValue<string>().ShouldBe("gateway-1");
        message["traceId"]!.GetValue<string>().ShouldBe("Root=1-trace");
        message["verb"]!.GetValue<string>().ShouldBe("GET");
        message["exception"]!.GetValue<string>().ShouldContain("Broken.");
    }

    [Fact]
    public async Task Message_BelowInformation_IsNotWritten()
    {
        await using var running = RunningFunction.Start((_, log, _) =>
        {
            log.LogDebug("Not seen.");
            log.LogInformation("{Count} of {Share} seen by {Name}", 3, 0.12345, "Ada");
            return ValueTask.FromResult(new ComposedFunction(new RespondingFunction()));
        });
        await running.TerminateAsync();
        var line = running.Lines.ShouldHaveSingleItem();
        line["message"]!.GetValue<string>().ShouldContain("seen by Ada");
        line["count"]!.GetValue<int>().ShouldBe(3);
        line["share"]!.GetValue<double>().ShouldBe(0.123);
    }

    [Theory]
    [InlineData("answered")]
    [InlineData("refused")]
    [InlineData("failed")]
    [InlineData("invalid")]
    public async Task Secrets_OfTheEvent_AreNowhereInTheOutput(string outcome)
    {
        var function = new RespondingFunction((request, _) => outcome switch
        {
            "failed" => throw new InvalidOperationException("Broken."),
            "refused" => Task.FromResult(Responses.Failure(GatewayFailures.Unauthorized, request.RequestId)),
            _ => Task.FromResult(Responses.Json("{\"token\":\"MARK-ANSWER\"}"u8.ToArray())),
        });
        await using var running = RunningFunction.Start(function);
        await running.InvokeAsync(ProxyEvents.Get(proxied =>
        {
            proxied["body"] = """{"email":"MARK@example.com","password":"MARK-PASSWORD","code":"MARK-CODE"}""";
            proxied["headers"] = new JsonObject { ["Authorization"] = "Bearer MARK-TOKEN", ["Cookie"] = "MARK-COOKIE" };
            proxied["multiValueHeaders"] = new JsonObject { ["Authorization"] = new JsonArray("Bearer MARK-TOKEN") };
            proxied["queryStringParameters"] = new JsonObject { ["q"] = "MARK-QUERY" };
            proxied["requestContext"]!["identity"]!["sourceIp"] = "MARK-IP";
            proxied["requestContext"]!["authorizer"]!["claims"]!["sub"] = "MARK-SUB";
            if (outcome == "invalid")
                proxied["httpMethod"] = null;
        }));
        await running.TerminateAsync();
        running.Invocations.ShouldHaveSingleItem();
        running.Output.ShouldNotContain("MARK");
    }
}
