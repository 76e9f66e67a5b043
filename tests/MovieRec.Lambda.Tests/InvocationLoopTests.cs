using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Lambda.Tests.Hosting;

namespace MovieRec.Lambda.Tests;

public sealed class InvocationLoopTests
{
    [Fact]
    public async Task Event_OfTheGateway_IsAnsweredUnderItsOwnId()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        var response = await running.InvokeAsync(new GivenEvent(ProxyEvents.Get()) { RequestId = "lambda-42" });
        response.Line.ShouldBe("POST /2018-06-01/runtime/invocation/lambda-42/response HTTP/1.1");
        response.Json!["statusCode"]!.GetValue<int>().ShouldBe(200);
        response.ProxyBody!["message"]!.GetValue<string>().ShouldBe("done");
    }

    [Fact]
    public async Task Events_OneAfterTheOther_GoOverOneConnection()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        for (var at = 0; at < 20; at++)
            (await running.InvokeAsync(ProxyEvents.Get())).Line.ShouldContain("/response");
        running.Server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Trace_OfEachEvent_IsPublishedAndLogged()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.InvokeAsync(new GivenEvent(ProxyEvents.Get()) { TraceId = "Root=1-first" });
        await running.InvokeAsync(new GivenEvent(ProxyEvents.Get()) { TraceId = null });
        await running.TerminateAsync();
        running.Traces.ShouldBe(["Root=1-first", null]);
        running.Invocations.Select(line => line["traceId"]?.GetValue<string>()).ShouldBe(["Root=1-first", null]);
    }

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(499, true)] // within the margin: no time to begin any work
    [InlineData(-5, true)]
    [InlineData(int.MaxValue, false)]
    public async Task Deadline_LessTheMargin_CancelsTheFunction(int millisecondsLeft, bool cancelled)
    {
        CancellationToken given = default;
        var function = new RespondingFunction((_, cancellationToken) =>
        {
            given = cancellationToken;
            return Task.FromResult(cancellationToken.IsCancellationRequested ? Responses.Message("late") : Responses.Message("done"));
        });
        await using var running = RunningFunction.Start(function);
        var response =
            await running.InvokeAsync(new GivenEvent(ProxyEvents.Get()) { TimeLeft = TimeSpan.FromMilliseconds(millisecondsLeft) });
        response.ProxyBody!["message"]!.GetValue<string>().ShouldBe(cancelled ? "late" : "done");
        given.CanBeCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task Deadline_PassedWhileTheFunctionWaits_IsAnsweredAsTimeout()
    {
        var waiting = new RespondingFunction(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Responses.Message("never");
        });
        await using var running = RunningFunction.Start(Edged(waiting));
        // 1.5 s are left: a wait that the test's clock skips.
        var response = await running.InvokeAsync(new GivenEvent(ProxyEvents.Get()) { TimeLeft = TimeSpan.FromSeconds(2) });
        response.Line.ShouldContain("/response");
        response.Json!["statusCode"]!.GetValue<int>().ShouldBe(503);
        response.ProxyBody!["code"]!.GetValue<string>().ShouldBe("Timeout");
        response.ProxyField("Retry-After").ShouldNotBeNull();
        (await running.InvokeAsync(
            new GivenEvent(ProxyEvents.Get()) { TimeLeft = TimeSpan.FromSeconds(1) })).Json!["statusCode"]!.GetValue<int>().ShouldBe(503);
    }

    [Fact]
    public async Task Deadline_NotNamed_IsTenSeconds()
    {
        await using var running = RunningFunction.Start(new RespondingFunction((_, cancellationToken) =>
            Task.FromResult(Responses.Message(cancellationToken.IsCancellationRequested ? "late" : "done"))));
        (await running.InvokeAsync(new GivenEvent(ProxyEvents.Get()) { TimeLeft = null })).ProxyBody!["message"]!.GetValue<string>()
            .ShouldBe("done");
    }

    [Fact]
    public async Task Exception_OutOfTheFunction_IsReportedWithTypeAndStackAndTheLoopGoesOn()
    {
        var function = new RespondingFunction((request, _) =>
            request.RequestId == "gateway-1" ? throw new InvalidOperationException("Broken.") : Task.FromResult(Responses.Message("done")));
        await using var running = RunningFunction.Start(function);

        var error = await running.InvokeAsync(ProxyEvents.Get());
        error.Line.ShouldBe("POST /2018-06-01/runtime/invocation/lambda-1/error HTTP/1.1");
        error.ErrorType.ShouldBe("MovieRec.InvalidOperationException");
        error.Json!["errorType"]!.GetValue<string>().ShouldBe("MovieRec.InvalidOperationException");
        error.Json["errorMessage"]!.GetValue<string>().ShouldBe("Broken.");
        error.Json["stackTrace"]!.AsArray()[0]!.GetValue<string>().ShouldStartWith("at MovieRec.Lambda.Tests.InvocationLoopTests");

        var next = await running.InvokeAsync(ProxyEvents.Get(proxied => proxied["requestContext"]!["requestId"] = "gateway-2"));
        next.Line.ShouldContain("/response");
        (await running.TerminateAsync()).ShouldBe(0);
        running.Invocations[0]["level"]!.GetValue<string>().ShouldBe("Error");
        running.Invocations[0]["status"]!.GetValue<int>().ShouldBe(500);
        running.Invocations[0]["errors"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"httpMethod\":\"GET\",\"path\":\"/user/favourites\"}")]
    [InlineData("{\"version\":\"2.0\",\"routeKey\":\"GET /x\",\"rawPath\":\"/x\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}")]
    [InlineData("{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"detail\":{\"secret\":1}}")]
    [InlineData("secret")]
    [InlineData("{\"httpMethod\":\"GET\"")]
    [InlineData("")]
    public async Task Event_OfAnotherKind_IsAnErrorThatQuotesNothingAndTheLoopGoesOn(string json)
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        running.Server.Give(new GivenEvent(json));
        var error = await running.Server.PostedAsync();
        error.Line.ShouldContain("/error");
        error.ErrorType.ShouldBe("MovieRec.InvalidEventException");
        error.Body.ShouldNotContain("secret");
        (await running.InvokeAsync(ProxyEvents.Get())).Line.ShouldContain("/response");
        await running.TerminateAsync();
        running.Output.ShouldNotContain("secret");
        running.Invocations[0]["route"]!.GetValue<string>().ShouldBe("invalid");
    }

    [Fact]
    public async Task ScheduledEvent_WhereAScheduleCalls_ReachesItsHandler()
    {
        var reached = new List<string>();
        await using var running = RunningFunction.Start(new RespondingFunction(), "MediaCacheFunction", (scheduled, _, _) =>
        {
            reached.Add($"{scheduled.Id} {scheduled.Time}");
            return Task.CompletedTask;
        });
        var response = await running.InvokeAsync(ProxyEvents.Scheduled);
        response.Line.ShouldContain("/response");
        response.Body.ShouldBe("null");
        await running.TerminateAsync();
        reached.ShouldBe(["event-7 2026-11-22T12:00:00Z"]);
        running.Invocations.ShouldHaveSingleItem()["route"]!.GetValue<string>().ShouldBe("schedule");
    }

    [Fact]
    public async Task ScheduledEvent_WhereNoScheduleCalls_IsAnError()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        (await running.InvokeAsync(ProxyEvents.Scheduled)).Json!["errorMessage"]!.GetValue<string>()
            .ShouldBe("FavouritesFunction is not called by a schedule.");
    }

    [Fact]
    public async Task SigTerm_WhileItWaits_EndsItCleanly()
    {
        await using var running = RunningFunction.Start(new RespondingFunction());
        await running.Server.IdleAsync();
        (await running.TerminateAsync()).ShouldBe(0);
        running.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task SigTerm_WhileItAnswers_LetsItAnswerFirst()
    {
        var asked = new TaskCompletionSource();
        var free = new TaskCompletionSource();
        await using var running = RunningFunction.Start(new RespondingFunction(async (_, _) =>
        {
            asked.SetResult();
            await free.Task;
            return Responses.Message("done");
        }));
        running.Server.Give(new GivenEvent(ProxyEvents.Get()));
        await asked.Task;
        var ending = running.TerminateAsync();
        free.SetResult();
        (await running.Server.PostedAsync()).Line.ShouldContain("/response");
        (await ending).ShouldBe(0);
    }

    private static FunctionPipeline Edged(IFunction function) =>
        new(FunctionName.Favourites, function, CorsPolicy.Parse(CorsPolicy.DefaultOrigins), NullLogger.Instance);
}
